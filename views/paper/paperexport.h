// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/paperdocument.h"

#include <functional>

namespace assay {

/// What came of an export.
struct PaperResult {
    QString missingLetters; ///< that no font on this computer has: they show as boxes
    int pages = 0;
    QStringList remarks; ///< what else a person should know
};

/// Pages that follow the article's own, drawn for the position they get.
using FurtherPages = std::function<Expected<std::vector<PdfPage>>(const PaperPosition& position)>;

/// The pages that `further` draws behind `own` others; none where it is empty. Draws them twice:
/// the first time tells how many there are.
Expected<std::vector<PdfPage>> pagesBehind(int own, const FurtherPages& further);

/// Makes the annotated PDF of one review on new pages and writes it to `path`, replacing what is
/// there only when it is whole. Runs on any thread. `progress` counts pages. Fails when stopped or
/// when the file cannot be written.
Expected<PaperResult> exportPaper(const PaperReview& review, const QString& path,
    const Progress& progress = {}, const PaperOptions& options = {},
    const FurtherPages& further = {});

/// Hands out one review after the other; called once for each of `count`.
using ReviewSource = std::function<Expected<PaperReview>(qsizetype index)>;

/// Makes one PDF of many reviews, behind a table of contents. Holds one article at a time.
/// `progress` counts articles.
Expected<PaperResult> exportBook(const QString& title, qsizetype count, const ReviewSource& reviews,
    const QString& path, const Progress& progress = {}, const PaperOptions& options = {});

/// Where the PDFs of these articles go in `folder`: named like the articles' files, made different
/// where two names are alike.
QStringList paperPaths(
    const Project& project, const QList<ArticleId>& articles, const QString& folder);

/// "What was there is untouched": the error of a file that could not be written.
Error notWritten(const QString& path, const QString& why);

} // namespace assay
