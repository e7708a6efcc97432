// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/pagepainter.h"

namespace assay {

/// The first page: title, source, reviewer, what the article is made of, where it stands, notes,
/// method. Long lists of notes go on over further pages.
class CoverPage {
public:
    CoverPage(const PaperReview& review, const PagePlan& plan, const Theme& theme);

    int pages() const { return 1 + (rest() + perFurtherPage() - 1) / perFurtherPage(); }
    /// Draws cover page `page` (from 0) of a document of `total` pages.
    void draw(QPainter& painter, PagePainter& painterOfPages, int page, int total) const;

private:
    static constexpr int onFirst = 14;
    int rest() const
    {
        return std::max<int>(0, static_cast<int>(m_plan.noteNumbers.size()) - onFirst);
    }
    int perFurtherPage() const;

    qreal drawHead(QPainter& painter, qreal y) const;
    qreal drawComposition(QPainter& painter, PagePainter& pages, qreal y) const;
    qreal drawStrip(QPainter& painter, qreal y) const;
    qreal drawNotes(QPainter& painter, qreal y, int from, int to) const;
    void drawMethod(QPainter& painter, qreal y) const;
    qreal drawText(QPainter& painter, qreal y, const QString& text, const QFont& font,
        const QColor& colour, qreal pitch) const;
    void fillPattern(QPainter& painter, const QRectF& box, Tag tag) const;

    const PaperReview& m_review;
    const PagePlan& m_plan;
    const Theme& m_theme;
    qreal m_left, m_right;
};

} // namespace assay
