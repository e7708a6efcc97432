// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/typeset.h"

#include <QFontMetricsF>

#include <cmath>

namespace assay {

QFont paperFont(QFont font, qreal points)
{
    font.setPixelSize(static_cast<int>(std::lround(points * paperUnit)));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void breakLines(QTextLayout& layout, qreal width, qreal pitch, qreal hanging)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        const qreal indent = line.lineNumber() > 0 ? hanging : 0;
        line.setLineWidth((width - indent) * paperUnit);
        line.setPosition({ indent * paperUnit, y });
        y += pitch * paperUnit;
    }
    layout.endLayout();
}

qreal Typesetter::width(const QString& text, const QFont& font)
{
    return QFontMetricsF(font).horizontalAdvance(text) / paperUnit;
}

void Typesetter::line(qreal x, qreal y, const QString& text, const QFont& font,
    const QColor& colour, Side side, qreal most)
{
    QString words = text;
    if (most > 0)
        words = QFontMetricsF(font).elidedText(words, Qt::ElideRight, most * paperUnit);
    QTextLayout layout(words, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (!line.isValid())
        return;
    line.setLineWidth(1e7);
    layout.endLayout();
    const qreal wide = line.naturalTextWidth() / paperUnit;
    const qreal left = side == Side::Left ? x : side == Side::Right ? x - wide : x - wide / 2;
    // Right-to-left text stands at the far end of its line: bring it back.
    const qreal shift = line.naturalTextRect().left();
    m_page.addLine(line, { left * paperUnit - shift, y * paperUnit - line.ascent() }, words, colour,
        paperUnit);
}

qreal Typesetter::paragraph(qreal x, qreal y, qreal width, const QString& text, const QFont& font,
    const QColor& colour, qreal pitch)
{
    QTextLayout layout(text, font);
    breakLines(layout, width, pitch);
    for (int i = 0; i < layout.lineCount(); ++i)
        m_page.addLine(layout.lineAt(i), { x * paperUnit, y * paperUnit }, text, colour, paperUnit);
    return y + pitch * layout.lineCount();
}

void Typesetter::shape(QPointF middle, const QString& text, const QFont& font, const QColor& colour)
{
    QPainterPath path;
    path.addText({ 0, 0 }, font, text);
    path = QTransform::fromScale(1 / paperUnit, 1 / paperUnit).map(path);
    path.translate(middle - path.boundingRect().center());
    m_page.addPath(path, colour);
}

} // namespace assay
