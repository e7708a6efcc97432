// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/pagepart.h"

#include <QColor>
#include <QPainterPath>
#include <QRawFont>
#include <QString>

#include <variant>
#include <vector>

class QPainter;
class QTextLayout;
class QTextLine;

namespace assay {

/// A glyph and the letters that it stands for.
struct DrawnGlyph {
    quint32 index = 0;
    float x = 0, y = 0; ///< points from the page's top left corner, on the baseline
    qint32 from = 0; ///< its letters in DrawnText::letters, UTF-16
    qint32 length = 0; ///< 0 for a further glyph of the same letters
};

/// Glyphs of one font and colour, in the order of the text.
struct DrawnText {
    QRawFont font; ///< invalid for letters that no font has: boxes, `size` wide
    qreal size = 0; ///< points
    QColor colour;
    QString letters;
    std::vector<DrawnGlyph> glyphs;
};

struct DrawnPath {
    QPainterPath path; ///< points from the page's top left corner
    QColor colour;
};

/// What stands for a letter that no font has, on the line y = 0; `width` is what the letter takes.
QPainterPath missingLetterBox(qreal width, qreal height);

/// What stands on one page, in the order in which it is drawn: values, made on any thread, for
/// screen, printer and PDF alike.
class PageDrawing {
public:
    /// Adds a line of `layout`, whose units are 1/`scale` point. `origin` is where the layout's
    /// upper left corner stands, in its units. Blanks at the line's end are left out; a letter that
    /// no font has becomes glyph 0.
    void addLine(const QTextLine& line, QPointF origin, const QTextLayout& layout,
        const QColor& colour, qreal scale);
    void addPath(const QPainterPath& path, const QColor& colour);
    void addBox(const QRectF& box, const QColor& colour);

    /// What is drawn from here to closePart() belongs to `part`, whose parent is set here. What is
    /// drawn outside of any part is decoration.
    void openPart(PagePart part);
    void closePart();
    bool hasOpenPart() const { return m_open >= 0; }

    const std::vector<std::variant<DrawnText, DrawnPath>>& items() const { return m_items; }
    const std::vector<PagePart>& parts() const { return m_parts; }
    /// The part that an item belongs to; -1: none.
    int partOf(size_t item) const { return m_partOfItem[item]; }
    /// Paints everything in points.
    void paint(QPainter& painter) const;

private:
    void add(std::variant<DrawnText, DrawnPath> item);

    std::vector<std::variant<DrawnText, DrawnPath>> m_items;
    std::vector<int> m_partOfItem;
    std::vector<PagePart> m_parts;
    int m_open = -1; ///< the part that is drawn
};

/// A part of a page for as long as this stands.
class PartScope {
public:
    PartScope(PageDrawing& page, PagePart part)
        : m_page(page)
    {
        m_page.openPart(std::move(part));
    }
    ~PartScope() { m_page.closePart(); }
    Q_DISABLE_COPY_MOVE(PartScope)

private:
    PageDrawing& m_page;
};

} // namespace assay
