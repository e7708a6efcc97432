// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/pagedrawing.h"

#include <QGlyphRun>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace assay {

/// Gives every glyph its letters. Glyphs with the same string index make a cluster: it has all
/// letters up to the next cluster. As many glyphs as letters share them; else the first has more.
static void shareLetters(std::vector<DrawnGlyph>& glyphs, std::vector<qint32>& starts, qint32 end)
{
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    starts.push_back(end);
    for (size_t i = 0; i < glyphs.size();) {
        const qint32 start = glyphs[i].from;
        size_t last = i + 1;
        while (last < glyphs.size() && glyphs[last].from == start)
            ++last;
        const qint32 next = *std::upper_bound(starts.begin(), starts.end() - 1, start);
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

void PageDrawing::addLine(const QTextLine& line, QPointF origin, const QString& letters,
    const QColor& colour, qreal scale)
{
    int end = line.textStart() + line.textLength();
    while (end > line.textStart() && letters[end - 1].isSpace())
        --end;
    if (end == line.textStart())
        return;
    const QList<QGlyphRun> runs = line.glyphRuns(line.textStart(), end - line.textStart(),
        QTextLayout::RetrieveGlyphIndexes | QTextLayout::RetrieveGlyphPositions
            | QTextLayout::RetrieveStringIndexes);
    std::vector<qint32> starts;
    for (const QGlyphRun& run : runs) {
        for (const qsizetype index : run.stringIndexes())
            starts.push_back(static_cast<qint32>(index));
    }
    const size_t firstItem = m_items.size();
    for (const QGlyphRun& run : runs) {
        DrawnText text{ run.rawFont(), run.rawFont().pixelSize() / scale, colour, letters, {} };
        const QList<quint32> indexes = run.glyphIndexes();
        const QList<QPointF> places = run.positions();
        const QList<qsizetype> sources = run.stringIndexes();
        text.glyphs.reserve(static_cast<size_t>(indexes.size()));
        for (qsizetype i = 0; i < indexes.size(); ++i) {
            const QPointF at = (places[i] + origin) / scale;
            text.glyphs.push_back(
                { indexes[i], static_cast<float>(at.x()), static_cast<float>(at.y()),
                    static_cast<qint32>(i < sources.size() ? sources[i] : line.textStart()), 0 });
        }
        shareLetters(text.glyphs, starts, end);
        if (run.isRightToLeft())
            std::stable_sort(text.glyphs.begin(), text.glyphs.end(),
                [](const DrawnGlyph& a, const DrawnGlyph& b) { return a.x < b.x; });
        m_items.emplace_back(std::move(text));
    }
    // Programs that read the text put right-to-left words in order by where they stand.
    std::stable_sort(m_items.begin() + static_cast<qsizetype>(firstItem), m_items.end(),
        [](const auto& a, const auto& b) {
            const auto left = [](const auto& item) {
                const auto& glyphs = std::get<DrawnText>(item).glyphs;
                return glyphs.empty() ? 0.0F : glyphs.front().x;
            };
            return left(a) < left(b);
        });
}

void PageDrawing::addPath(const QPainterPath& path, const QColor& colour)
{
    m_items.emplace_back(DrawnPath{ path, colour });
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
