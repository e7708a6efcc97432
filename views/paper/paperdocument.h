// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/progress.h"
#include "views/paper/coverpages.h"

#include <memory>

namespace assay {

/// The pages of one article's review: laid out once, drawn page by page, for a PDF, a printer or
/// the screen. Never changes.
class PaperDocument {
public:
    /// Lays out everything. Fails when the theme for paper cannot be read.
    static Expected<std::shared_ptr<const PaperDocument>> of(
        PaperReview review, const PaperOptions& options);

    const PaperReview& review() const { return m_review; }
    const PaperOptions& options() const { return m_options; }
    QSizeF pageSize() const { return m_plan.measures.size(); }
    int pages() const { return m_coverPages + static_cast<int>(m_plan.pages.size()); }

    /// Pages [from, to) of a file in which the article stands at `position`. One call at a time.
    std::vector<PdfPage> draw(int from, int to, const PaperPosition& position) const;
    /// Entries for headings and tags, below one for the article at `level`.
    QList<PdfOutlineEntry> outline(int before, int level) const;
    /// Letters that no font on this computer has; looks at the first pages of a long article.
    QString missingLetters() const;
    /// Paints page `page` in points, highlights too; `behind` pages follow in the same file.
    void paint(QPainter& painter, int page, int behind = 0) const;

private:
    PaperDocument(PaperReview review, const PaperOptions& options, Theme theme);

    CoverPages cover() const;
    QList<std::pair<int, int>> runsOf(int from, int to) const;

    PaperReview m_review;
    PaperOptions m_options;
    Theme m_theme;
    PagePlan m_plan;
    PagePainter m_painter;
    int m_coverPages = 0;
};

} // namespace assay
