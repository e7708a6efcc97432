// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/highlights.h"
#include "views/paper/pageplan.h"
#include "views/theme/theme.h"

class QPainter;

namespace assay {

/// Draws the pages of a plan: words, gutter letters, notes, foot line. Highlights are not painted:
/// they are returned, for they become annotations.
class PagePainter {
public:
    PagePainter(const PaperReview& review, const PagePlan& plan, const Theme& theme);

    /// Draws article page `page`, which is page `number` of `total`.
    void draw(QPainter& painter, size_t page, int number, int total);
    /// The highlights of article page `page`, standing on PDF page `pdfPage`.
    QList<PdfHighlight> highlights(size_t page, int pdfPage) const;

    /// A small square with the tag's letter, drawn as a path so that it is seen and never copied
    /// with the text.
    void drawBadge(QPainter& painter, QPointF topLeft, Tag tag) const;
    void drawFoot(QPainter& painter, const QString& left, int number, int total) const;

private:
    void drawLetters(QPainter& painter, size_t page);
    void drawNoteNumbers(QPainter& painter, const PlacedLine& placed) const;
    void drawNotes(QPainter& painter, size_t page) const;
    QString headingAbove(size_t page) const;

    const PaperReview& m_review;
    const PagePlan& m_plan;
    const Theme& m_theme;
};

} // namespace assay
