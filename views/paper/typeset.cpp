// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/typeset.h"

#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <cmath>

namespace assay {

QString ownLanguage()
{
    return QCoreApplication::translate("Paper", "en"); // each translation names itself
}

QFont paperFont(QFont font, qreal points)
{
    font.setPixelSize(static_cast<int>(std::lround(points * paperUnit)));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont plainFont(qreal points)
{
    return paperFont(sansFont(9), points);
}

QFont boldFont(qreal points)
{
    return paperFont(sansFont(10, QFont::DemiBold), points);
}

/// Where a line that ends inside a word is better ended: behind the last blank. Programs that read
/// a PDF take a hyphen at a line's end for one that may go, and any line end for a blank. -1: a
/// line is best as it is.
static int betterEnd(const QString& text, const QTextLine& line)
{
    const int end = line.textStart() + line.textLength();
    const auto breaksAnywhere = [](QChar c) { // East Asian scripts have no blanks
        return c.isSurrogate() || (c.unicode() >= 0x0E00 && c.unicode() < 0x1100)
            || (c.unicode() >= 0x1780 && c.unicode() < 0x1800) || c.unicode() >= 0x2E80;
    };
    if (end >= text.size() || text[end - 1].isSpace() || text[end].isSpace()
        || breaksAnywhere(text[end - 1]) || breaksAnywhere(text[end]))
        return -1;
    const QChar::Direction direction = text[line.textStart()].direction();
    if (direction == QChar::DirR || direction == QChar::DirAL)
        return -1; // places are counted from the left
    int at = end - 1;
    const auto isBlank = [&text](int i) { return text[i].isSpace() && text[i].unicode() != 0xA0; };
    while (at > line.textStart() && !isBlank(at))
        --at;
    while (at > line.textStart() && isBlank(at - 1))
        --at;
    return at > line.textStart() ? at : -1;
}

void breakLines(QTextLayout& layout, qreal width, qreal pitch, qreal hanging)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const bool fromRight = layout.text().isRightToLeft();
    if (fromRight)
        option.setAlignment(Qt::AlignRight);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        const qreal indent = line.lineNumber() > 0 ? hanging : 0;
        line.setLineWidth((width - indent) * paperUnit);
        if (const int end = betterEnd(layout.text(), line); end > 0)
            line.setLineWidth(line.cursorToX(end) - line.x() + 1);
        line.setPosition({ fromRight ? 0 : indent * paperUnit, y });
        y += pitch * paperUnit;
    }
    layout.endLayout();
}

qreal Typesetter::width(const QString& text, const QFont& font)
{
    return QFontMetricsF(font).horizontalAdvance(text) / paperUnit;
}

/// A paragraph, unless what is set belongs to something already.
void Typesetter::open(std::optional<PartScope>& part)
{
    if (!m_page.hasOpenPart())
        part.emplace(m_page, PagePart{ PageRole::Paragraph });
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
    std::optional<PartScope> part;
    open(part);
    m_page.addLine(line, { left * paperUnit - shift, y * paperUnit - line.ascent() }, layout,
        colour, paperUnit);
}

qreal Typesetter::paragraph(qreal x, qreal y, qreal width, const QString& text, const QFont& font,
    const QColor& colour, qreal pitch)
{
    QTextLayout layout(text, font);
    breakLines(layout, width, pitch);
    std::optional<PartScope> part;
    open(part);
    for (int i = 0; i < layout.lineCount(); ++i)
        m_page.addLine(
            layout.lineAt(i), { x * paperUnit, y * paperUnit }, layout, colour, paperUnit);
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
