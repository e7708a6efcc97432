// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/highlights.h"
#include "models/pdf/pagedrawing.h"
#include "views/paper/pageplan.h"
#include "views/theme/theme.h"

namespace assay {

/// Which page of the whole file a page is.
struct PageNumber {
    int number = 0; ///< from 1
    int total = 0; ///< 0: not known
};

/// Where an article's pages stand in a file.
struct PaperPosition {
    int before = 0; ///< pages that were added to the file before
    int front = 0; ///< pages that come before those, though they are added later
    int total = 0; ///< of the whole file; 0: not known

    /// How page `page`, counted from 0 as added, is numbered for people.
    PageNumber number(int page) const { return { front + page + 1, total }; }
};

/// The line at the foot of a page.
void drawFoot(PageDrawing& page, const Theme& theme, const PageMeasures& measures,
    const QString& left, PageNumber number);

/// Draws the article's pages: words, gutter letters, notes, foot line.
class PagePainter {
public:
    PagePainter(const PaperReview& review, const PagePlan& plan, const PaperOptions& options,
        const Theme& theme);

    /// Article page `page`, from 0. The text comes before the margin notes.
    PageDrawing draw(size_t page, PageNumber number) const;
    /// The highlights of article page `page`, as annotations.
    QList<PdfHighlight> highlights(size_t page) const;
    /// The same as shapes, to be drawn before the words.
    void drawHighlights(PageDrawing& page, const QList<PdfHighlight>& highlights) const;

private:
    bool isShown(Tag tag) const { return m_options.tags.contains(tag); }
    void drawLines(PageDrawing& page, const PagePlan::Page& plan) const;
    void drawLetters(PageDrawing& page, const PlacedLine& placed) const;
    void drawNumbers(PageDrawing& page, const PlacedLine& placed) const;
    void drawNotes(PageDrawing& page, const PagePlan::Page& plan) const;
    QList<QRectF> boxesOf(const PlacedLine& placed, qsizetype unit) const;
    QString headingAbove(size_t page) const;

    const PaperReview& m_review;
    const PagePlan& m_plan;
    const PaperOptions& m_options;
    const Theme& m_theme;
};

} // namespace assay
