// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/progress.h"
#include "views/paper/review.h"

#include <QPageSize>

namespace assay {

/// Makes the annotated PDF of one review and writes it to `path`, replacing what is there only when
/// it is whole. Runs on any thread. `progress` counts pages. Fails when stopped or when the file
/// cannot be written.
Expected<void> exportPaper(const PaperReview& review, const QString& path,
    const Progress& progress = {}, QPageSize::PageSizeId size = QPageSize::A4);

/// Where the PDFs of these articles go in `folder`: named like the articles' files, made different
/// where two names are alike.
QStringList paperPaths(
    const Project& project, const QList<ArticleId>& articles, const QString& folder);

} // namespace assay
