// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/pagedrawing.h"

#include <QGlyphRun>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// Gives every glyph its letters. Glyphs with the same string index make a cluster: it has all
/// letters up to the next cluster. As many glyphs as letters share them; else the first has more.
static void shareLetters(std::vector<DrawnGlyph>& glyphs, qint32 end)
{
    for (size_t i = 0; i < glyphs.size();) {
        const qint32 start = glyphs[i].from;
        size_t last = i + 1;
        while (last < glyphs.size() && glyphs[last].from == start)
            ++last;
        const qint32 next = last < glyphs.size() ? glyphs[last].from : end;
        const qint32 letters = next - start;
        const auto count = static_cast<qint32>(last - i);
        const qint32 first = std::max(1, letters - count + 1);
        qint32 at = start;
        for (; i < last; ++i) {
            const qint32 length = at == start ? std::min(first, letters) : at < next ? 1 : 0;
            glyphs[i].from = at;
            glyphs[i].length = length;
            at += length;
        }
    }
}

namespace {

/// The glyphs of one line, font by font.
class LineGlyphs {
public:
    LineGlyphs(const QTextLine& line, QPointF origin, const QString& letters, const QFont& font,
        qreal scale)
        : m_line(line)
        , m_font(font)
        , m_origin(origin)
        , m_letters(letters)
        , m_scale(scale)
    {
    }

    std::vector<DrawnText> texts(qint32 from, qint32 to)
    {
        const QList<QGlyphRun> runs = m_line.glyphRuns(from, to - from, fields);
        const bool simple = runs.size() == 1 && !runs.first().isRightToLeft()
            && !isFontless(runs.first()) && !hasInvisible(from, to);
        if (simple) {
            const QList<qsizetype> sources = runs.first().stringIndexes();
            take(runs.first(), [&sources](qsizetype i) { return sources[i]; });
            shareLetters(m_texts.back().glyphs, to);
            return std::move(m_texts);
        }
        // Of several fonts or directions in a line, and behind letters that show nothing, Qt gives
        // wrong string indexes (6.8): ask for one letter, with its marks, after the other. Letters
        // that show nothing (soft hyphens, marks of direction) are left out.
        for (qint32 at = from; at < to;) {
            qint32 next = at + 1;
            while (next < to && isMark(next))
                ++next;
            takeLetter(at, next);
            at = next;
        }
        return std::move(m_texts);
    }

    /// Puts the blank that a line was broken at behind the last letter, where it shows nothing:
    /// what is read aloud or set anew would join two words without.
    static void addBlank(std::vector<DrawnText>& texts, qint32 at, qreal x, bool rightToLeft)
    {
        if (texts.empty() || !texts.back().font.isValid() || texts.back().glyphs.empty())
            return;
        DrawnText& text = texts.back();
        const QList<quint32> blank = text.font.glyphIndexesForString(u" "_s);
        if (blank.isEmpty() || blank.first() == 0)
            return;
        if (rightToLeft)
            x -= text.font.advancesForGlyphIndexes(blank).first().x() * text.size
                / text.font.pixelSize();
        text.glyphs.push_back(
            { blank.first(), static_cast<float>(x), text.glyphs.back().y, at, 1 });
    }

private:
    static constexpr QTextLayout::GlyphRunRetrievalFlags fields = QTextLayout::RetrieveGlyphIndexes
        | QTextLayout::RetrieveGlyphPositions | QTextLayout::RetrieveStringIndexes;

    bool isMark(qint32 at) const
    {
        const QChar c = m_letters[at];
        return c.isLowSurrogate() || c.isMark() || c.unicode() == 0x200D
            || m_letters[at - 1].unicode() == 0x200D;
    }

    bool hasInvisible(qint32 from, qint32 to) const
    {
        for (qint32 i = from; i < to; ++i) {
            const QChar c = m_letters[i];
            if (c.unicode() >= 0xAD
                && (c.category() == QChar::Other_Format || (c.unicode() & 0xFFF0) == 0xFE00))
                return true;
        }
        return false;
    }

    /// Of letters that no font has Qt gives a run whose font is none: even its name is not to be
    /// asked for.
    static bool isFontless(const QGlyphRun& run) { return run.rawFont().pixelSize() <= 0; }

    /// Letters that no font has, as wide as Qt made room for them.
    void takeMissing(qint32 from, qint32 to)
    {
        DrawnText text{ {}, m_font.pixelSize() / m_scale, {}, m_letters, {} };
        const qreal start = m_line.cursorToX(from);
        const qreal step = (m_line.cursorToX(to) - start) / (to - from);
        const qreal baseline = m_line.y() + m_line.ascent();
        const bool isJoined = qAbs(step) < 0.1 * m_font.pixelSize(); // to the letter behind
        for (qint32 at = from; at < to; ++at) {
            if (isJoined && !text.glyphs.empty()) {
                ++text.glyphs.back().length;
                continue;
            }
            if (m_letters[at].isLowSurrogate() || m_letters[at].isSpace()
                || m_letters[at].category() == QChar::Other_Format)
                continue;
            const int before = at - from + (step < 0 ? 1 : 0);
            const QPointF place = (QPointF(start + before * step, baseline) + m_origin) / m_scale;
            text.glyphs.push_back({ 0, static_cast<float>(place.x()), static_cast<float>(place.y()),
                at, m_letters[at].isHighSurrogate() ? 2 : 1 });
        }
        if (!text.glyphs.empty())
            m_texts.push_back(std::move(text));
    }

    template <typename Source>
    void take(const QGlyphRun& run, const Source& source)
    {
        const QRawFont font = run.rawFont();
        DrawnText text{ font, font.pixelSize() / m_scale, {}, m_letters, {} };
        const QList<quint32> indexes = run.glyphIndexes();
        const QList<QPointF> places = run.positions();
        text.glyphs.reserve(static_cast<size_t>(indexes.size()));
        for (qsizetype i = 0; i < indexes.size(); ++i) {
            const QPointF at = (places[i] + m_origin) / m_scale;
            text.glyphs.push_back({ indexes[i], static_cast<float>(at.x()),
                static_cast<float>(at.y()), static_cast<qint32>(source(i)), 0 });
        }
        m_texts.push_back(std::move(text));
    }

    void takeLetter(qint32 from, qint32 to)
    {
        for (const QGlyphRun& run : m_line.glyphRuns(from, to - from, fields)) {
            if (isFontless(run)) {
                takeMissing(from, to);
                continue;
            }
            take(run, [from](qsizetype) { return from; });
            std::vector<DrawnGlyph>& glyphs = m_texts.back().glyphs;
            shareLetters(glyphs, to);
            if (m_texts.size() < 2)
                continue;
            DrawnText& before = m_texts[m_texts.size() - 2];
            // The second letter of a ligature has the same glyph again.
            if (!before.glyphs.empty() && glyphs.size() == 1
                && before.glyphs.back().index == glyphs[0].index
                && qAbs(before.glyphs.back().x - glyphs[0].x) < 0.01F) {
                before.glyphs.back().length = to - before.glyphs.back().from;
                m_texts.pop_back();
            } else if (before.font == m_texts.back().font && !run.isRightToLeft()
                && before.glyphs.back().x < glyphs[0].x
                && before.glyphs.back().from + before.glyphs.back().length == from) {
                before.glyphs.insert(before.glyphs.end(), glyphs.begin(), glyphs.end());
                m_texts.pop_back();
            }
        }
    }

    const QTextLine& m_line;
    const QFont& m_font;
    QPointF m_origin;
    const QString& m_letters;
    qreal m_scale;
    std::vector<DrawnText> m_texts;
};

} // namespace

void PageDrawing::addLine(const QTextLine& line, QPointF origin, const QTextLayout& layout,
    const QColor& colour, qreal scale)
{
    const QString letters = layout.text();
    int end = line.textStart() + line.textLength();
    while (end > line.textStart() && letters[end - 1].isSpace())
        --end;
    if (end == line.textStart())
        return;
    const QFont font = layout.font();
    LineGlyphs glyphs(line, origin, letters, font, scale);
    // In the order of the text, also from right to left: of all orders it is the one that every
    // program gives back rightly.
    std::vector<DrawnText> texts = glyphs.texts(line.textStart(), end);
    if (end < line.textStart() + line.textLength() && end < letters.size() - 1)
        LineGlyphs::addBlank(
            texts, end, (line.cursorToX(end) + origin.x()) / scale, layout.text().isRightToLeft());
    for (DrawnText& text : texts) {
        text.colour = colour;
        add(std::move(text));
    }
}

QPainterPath missingLetterBox(qreal width, qreal height)
{
    const QRectF box(width * 0.12, 0, width * 0.76, height);
    const qreal line = height * 0.06;
    QPainterPath path;
    path.addRect(box);
    path.addRect(box.adjusted(line, line, -line, -line));
    path.setFillRule(Qt::OddEvenFill);
    return path;
}

void PageDrawing::addPath(const QPainterPath& path, const QColor& colour)
{
    add(DrawnPath{ path, colour });
}

void PageDrawing::add(std::variant<DrawnText, DrawnPath> item)
{
    m_items.push_back(std::move(item));
    m_partOfItem.push_back(m_open);
}

void PageDrawing::openPart(PagePart part)
{
    part.parent = m_open;
    m_parts.push_back(std::move(part));
    m_open = static_cast<int>(m_parts.size()) - 1;
}

void PageDrawing::closePart()
{
    m_open = m_parts[static_cast<size_t>(m_open)].parent;
}

void PageDrawing::addBox(const QRectF& box, const QColor& colour)
{
    QPainterPath path;
    path.addRect(box);
    addPath(path, colour);
}

void PageDrawing::paint(QPainter& painter) const
{
    for (const auto& item : m_items) {
        if (const auto* path = std::get_if<DrawnPath>(&item)) {
            painter.fillPath(path->path, path->colour);
            continue;
        }
        const auto& text = std::get<DrawnText>(item);
        if (!text.font.isValid()) {
            const qreal height = 0.7 * text.size;
            for (const DrawnGlyph& glyph : text.glyphs)
                painter.fillPath(
                    missingLetterBox(text.size, height).translated(glyph.x, glyph.y - height),
                    text.colour);
            continue;
        }
        QGlyphRun run;
        QRawFont font = text.font;
        const qreal shrink = text.size / font.pixelSize();
        QList<quint32> indexes;
        QList<QPointF> places;
        for (const DrawnGlyph& glyph : text.glyphs) {
            indexes.append(glyph.index);
            places.append(QPointF(glyph.x, glyph.y) / shrink);
        }
        run.setRawFont(font);
        run.setGlyphIndexes(indexes);
        run.setPositions(places);
        painter.save();
        painter.scale(shrink, shrink);
        painter.setPen(text.colour);
        painter.drawGlyphRun({}, run);
        painter.restore();
    }
}

} // namespace assay
