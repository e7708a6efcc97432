// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/pagedrawing.h"

#include <QFont>
#include <QTextLayout>

#include <optional>

namespace assay {

/// Layouts for paper are made at 1200 units an inch, where rounding does not show; pages are
/// measured in points. Units a point:
inline constexpr qreal paperUnit = 1200.0 / 72.0;

/// ISO 639 of the language that the program's own words are in.
QString ownLanguage();

/// A font for layouts on paper. `points` is its size.
QFont paperFont(QFont font, qreal points);
/// What the pages that are ours are set in.
QFont plainFont(qreal points = 9);
QFont boldFont(qreal points);

/// Breaks a layout's text into lines, `width` points wide and `pitch` apart. Lines after the first
/// are `hanging` points further in.
void breakLines(QTextLayout& layout, qreal width, qreal pitch, qreal hanging = 0);

/// Sets single words and paragraphs onto a page, each a part of its own unless one is open.
/// Everything is in points from the top left corner.
class Typesetter {
public:
    explicit Typesetter(PageDrawing& page)
        : m_page(page)
    {
    }

    enum class Side : quint8 { Left, Right, Middle };
    /// One line on the baseline `y`; `x` is its left end, right end or middle. Cut short with an
    /// ellipsis where it is wider than `most` (0: no limit).
    void line(qreal x, qreal y, const QString& text, const QFont& font, const QColor& colour,
        Side side = Side::Left, qreal most = 0);
    /// Wrapped text with its top at `y`; returns where it ends.
    qreal paragraph(qreal x, qreal y, qreal width, const QString& text, const QFont& font,
        const QColor& colour, qreal pitch);
    /// The same as a path: it is seen, and never found or copied with the text.
    void shape(QPointF middle, const QString& text, const QFont& font, const QColor& colour);

    static qreal width(const QString& text, const QFont& font);

private:
    void open(std::optional<PartScope>& part);

    PageDrawing& m_page;
};

} // namespace assay
