// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/comparer.h"

namespace assay {

/// One article of a comparison report.
struct ReportSide {
    QString title;
    QString file;
    QList<Tag> tags; ///< one a unit; empty where nobody tags
    Composition composition;
};

/// A row of a report's table: how much of each article something is, in words.
struct ReportCount {
    QString name;
    QString a, b;
};

/// What a report says of two articles: values, written on any thread.
struct ComparisonReport {
    ReportSide a, b;
    std::shared_ptr<const ComparedArticles> compared;
    Comparison comparison; ///< with what was said by hand
    QString reviewer;

    /// Of articles of a project as they are now.
    static ComparisonReport of(const Project& project,
        const std::shared_ptr<const ComparedArticles>& compared, ReviewerId reviewer);

    /// Units of one article with a match of that relation.
    qsizetype matched(bool ofA, Relation relation) const;
    /// Units that can have a match: no headings, no furniture.
    qsizetype comparable(bool ofA) const;
    /// Caveats of one article that nothing in the other says; all without a match where nobody
    /// tagged.
    std::vector<quint32> droppedCaveats(bool ofA) const;

    /// Tags, where somebody tagged, relations, and what stands in one article only.
    QList<ReportCount> counts() const;

    /// A page of HTML that needs nothing else. With `most`, at most so many rows in each list, and
    /// a word on how many more there are.
    QString toHtml(qsizetype most = 0) const;
    /// A line a match and a line a unit without one, formulas neutralised.
    QByteArray toCsv() const;
};

} // namespace assay
