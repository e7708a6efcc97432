// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/progress.h"
#include "models/project/project.h"

#include <QIODevice>
#include <QSet>

#include <memory>
#include <vector>

namespace assay {

/// One unit and what one reviewer says of it; `reviewer` is empty where nobody said anything.
struct ExportRow {
    ArticleId article;
    QString file;
    qsizetype unit = 0; ///< counts all units of the article from 0
    UnitKind kind = UnitKind::Sentence;
    qsizetype start = 0; ///< [start, end) in Unicode code points
    qsizetype end = 0;
    QString text;
    QString reviewer;
    Mark mark;
};

/// Writes rows in one file format. Each format is one file in models/exchange/formats/.
class ExchangeFormat {
public:
    virtual ~ExchangeFormat() = default;

    virtual QString format() const = 0; ///< also the ending of file names
    virtual QByteArray head() const { return {}; }
    /// One row as the bytes of a line with its newline.
    virtual QByteArray line(const ExportRow& row) const = 0;
};

/// All formats, in the order of their file names.
const std::vector<std::unique_ptr<ExchangeFormat>>& exchangeFormats();
const ExchangeFormat* exchangeFormat(const QString& name);

/// What of a review is to be written.
struct ExportChoice {
    QList<ReviewerId> reviewers; ///< whose word; empty: everybody's
    QSet<Tag> tags; ///< what was said of units with these; empty: of all
    bool notes = true; ///< with notes and sources
};

/// Hands out the rows of `articles` in order: a row a unit and chosen reviewer who said something
/// of it, and one without a reviewer for a unit of which nothing chosen was said. Fails when a text
/// cannot be read, or when stopped.
Expected<void> exportRows(Project& project, const QList<ArticleId>& articles,
    const std::function<void(const ExportRow& row)>& take, const Progress& progress = {},
    const ExportChoice& choice = {});

} // namespace assay
