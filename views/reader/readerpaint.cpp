// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader paints around the words: tints, underlines, the cursor's ring, gutter letters.
#include "views/reader/reader.h"
#include "views/reader/readerlayout.h"
#include "views/text/linespan.h"
#include "views/theme/badge.h"
#include "views/theme/linepattern.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <map>

namespace assay {

/// The part of a unit that stands in one line, in document coordinates.
struct Reader::Span {
    qsizetype unit = 0;
    int line = 0;
    QRectF box; ///< the whole height of the line's pitch
    qreal baseline = 0;
    bool first = false; ///< the unit starts here
};

QList<Reader::Span> Reader::spansOf(const QTextBlock& block) const
{
    QList<Span> spans;
    const QList<Unit>& units = state()->units();
    const qsizetype number = block.blockNumber();
    if (number >= m_blockUnits.size())
        return spans;
    const QRectF box = m_layout->blockBoundingRect(block);
    if (const int fold = m_layout->foldOf(static_cast<int>(number)); fold != 0) {
        if (fold > 0)
            spans.append({ m_blockUnits[number], 0, box, box.bottom(), true });
        return spans;
    }
    const QString text = block.text();
    // Between a change of the units and the new document, a block may name more than there are.
    const qsizetype end = std::min(
        units.size(), number + 1 < m_blockUnits.size() ? m_blockUnits[number + 1] : units.size());
    for (qsizetype unit = m_blockUnits[number]; unit < end; ++unit) {
        const TextRange range = units[unit].range;
        const int from = range.start - m_blockStarts[number];
        bool first = true;
        for (const LineSpan& span :
            lineSpans(*block.layout(), text, from, range.end - m_blockStarts[number])) {
            const QTextLine line = block.layout()->lineAt(span.line);
            spans.append({ unit, span.line,
                QRectF(QPointF(box.left() + span.left, box.top() + line.y()),
                    QPointF(box.left() + span.right, box.top() + line.y() + line.height())),
                box.top() + line.y() + line.ascent(), std::exchange(first, false) });
        }
    }
    return spans;
}

QRectF Reader::unitRect(qsizetype unit) const
{
    QRectF all;
    if (unit < 0 || unit >= state()->units().size())
        return all;
    const QTextBlock block
        = document()->findBlock(documentPosition(state()->units()[unit].range.start));
    for (const Span& span : spansOf(block)) {
        if (span.unit == unit)
            all |= span.box;
    }
    return all;
}

void Reader::updateUnits(qsizetype first, qsizetype last)
{
    if (!m_loaded || first > last || first < 0)
        return;
    const QList<Unit>& units = state()->units();
    last = std::min(last, units.size() - 1);
    const qreal scroll = verticalScrollBar()->value();
    const QTextBlock from = document()->findBlock(documentPosition(units[first].range.start));
    const QTextBlock to = document()->findBlock(documentPosition(units[last].range.start));
    const qreal top = m_layout->blockTop(from.blockNumber()) - scroll;
    const qreal bottom = m_layout->blockBoundingRect(to).bottom() - scroll;
    if (bottom >= 0 && top <= viewport()->height())
        viewport()->update(
            QRect(0, qRound(top) - 6, viewport()->width(), qRound(bottom - top) + 12));
}

void Reader::paintEvent(QPaintEvent* event)
{
    if (m_loaded) {
        const qreal top = verticalScrollBar()->value() + event->rect().top();
        m_layout->layOutBetween(top, top + event->rect().height());
        QPainter painter(viewport());
        painter.translate(0, -verticalScrollBar()->value());
        paintUnder(painter, event->rect());
    }
    QTextEdit::paintEvent(event);
    if (m_loaded) {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(0, -verticalScrollBar()->value());
        paintOver(painter, event->rect());
    }
}

/// Calls `take` for each block that touches the area, with its spans.
template <typename Take>
static void eachBlock(const ReaderLayout& layout, const QRect& area, int scroll, Take take)
{
    const qreal bottom = scroll + area.bottom() + 1;
    for (QTextBlock block = layout.blockAt(scroll + area.top()); block.isValid();
        block = block.next()) {
        if (layout.blockTop(block.blockNumber()) > bottom)
            break;
        take(block);
    }
}

void Reader::paintUnder(QPainter& painter, const QRect& area)
{
    const ArticleState* article = state();
    const auto [first, last] = range();
    eachBlock(*m_layout, area, verticalScrollBar()->value(),
        [&, firstInRange = first, lastInRange = last](const QTextBlock& block) {
            if (article->units()[m_blockUnits[block.blockNumber()]].kind == UnitKind::Furniture) {
                const QRectF box = m_layout->blockBoundingRect(block);
                painter.fillRect(
                    QRectF(box.left() - 11, box.top() - 1, 3, box.height() + 3), m_theme.line);
            }
            for (const Span& span : spansOf(block)) {
                const Tag tag = article->mark(m_project->reviewer(), span.unit).tag;
                if (tag != Tag::Untagged && tag != Tag::None)
                    painter.fillRect(span.box.adjusted(-1, -1, 1, 2), m_theme.of(tag).tint);
                else if (span.unit >= firstInRange && span.unit <= lastInRange
                    && lastInRange > firstInRange)
                    painter.fillRect(span.box.adjusted(-1, -1, 1, 2), m_theme.current);
                if (span.unit == m_flashed)
                    painter.fillRect(span.box.adjusted(-2, -2, 2, 3), m_theme.selection);
            }
            paintHits(painter, block);
        });
}

void Reader::paintOver(QPainter& painter, const QRect& area)
{
    const ArticleState* article = state();
    eachBlock(*m_layout, area, verticalScrollBar()->value(), [&](const QTextBlock& block) {
        const QList<Span> spans = spansOf(block);
        paintFolds(painter, block);
        for (const Span& span : spans) {
            const Tag tag = article->mark(m_project->reviewer(), span.unit).tag;
            if (tag == Tag::Untagged || tag == Tag::None)
                continue;
            // A tile repeated along the line costs a fraction of a dashed pen, which would stroke
            // every dash.
            const qreal y = std::round(span.box.bottom());
            painter.drawTiledPixmap(QRectF(span.box.left(), y, span.box.width(), 2),
                tagLineTile(tag, m_theme, devicePixelRatioF()), QPointF());
        }
        paintCues(painter, block);
        paintLetters(painter, block, spans);
        paintOthers(painter, spans);
    });
    paintRing(painter);
    paintSplit(painter);
}

/// Letters stand at the first line of their unit, several side by side, at most three (one on a
/// narrow page), then "+" where it has room. A question mark at their foot says unsure; a corner
/// mark, that there is a note.
void Reader::paintLetters(QPainter& painter, const QTextBlock&, const QList<Span>& spans) const
{
    std::map<int, QList<Span>> lines;
    for (const Span& span : spans) {
        const Mark mark = state()->mark(m_project->reviewer(), span.unit);
        if (span.first && (mark.tag != Tag::Untagged || mark.unsure || !mark.note.isEmpty()))
            lines[span.line].append(span);
    }
    const QFont font = sansFont(7.5, QFont::DemiBold);
    for (const auto& [line, starts] : lines) {
        const qsizetype most = m_layout->columnLeft() < 24 + 2 * 17 ? 1 : 3;
        const qsizetype shown = std::min(starts.size(), most);
        const qreal middle = starts.first().baseline - 5;
        for (qsizetype i = 0; i < shown; ++i) {
            const Mark mark = state()->mark(m_project->reviewer(), starts[i].unit);
            const QRectF badge(m_layout->columnLeft() - 24 - static_cast<qreal>(shown - 1 - i) * 17,
                middle - 7.5, 15, 15);
            paintBadge(painter, badge, mark.tag, mark.unsure, m_theme);
            if (!mark.note.isEmpty()) {
                QPainterPath corner;
                corner.moveTo(badge.right() + 1, badge.top() - 2);
                corner.lineTo(badge.right() + 1, badge.top() + 5);
                corner.lineTo(badge.right() - 6, badge.top() - 2);
                painter.fillPath(corner, m_theme.ink);
            }
        }
        if (starts.size() > shown) {
            painter.setFont(font);
            painter.setPen(m_theme.muted);
            painter.drawText(QRectF(m_layout->columnLeft() - 24 - 3 * 17 + 4, middle - 8, 12, 16),
                Qt::AlignCenter, QStringLiteral("+"));
        }
    }
}

/// What others say of a unit: small letters in the colours of their tags, right of the line where
/// the unit ends, far from one's own in the gutter.
void Reader::paintOthers(QPainter& painter, const QList<Span>& spans) const
{
    std::map<int, int> count; // of the letters beside a line: they stand two above each other
    painter.setFont(sansFont(6.5, QFont::DemiBold));
    for (qsizetype i = 0; i < spans.size() && !m_others.isEmpty(); ++i) {
        if (i + 1 < spans.size() && spans[i + 1].unit == spans[i].unit)
            continue;
        for (const ReviewerId& other : m_others) {
            const Mark& mark = state()->mark(other, spans[i].unit);
            if (other == m_project->reviewer() || mark.tag == Tag::Untagged)
                continue;
            const int place = count[spans[i].line]++;
            const QRectF badge(
                m_layout->columnLeft() + m_layout->columnWidth() + 4 + place / 2 * 11,
                spans[i].baseline - 15 + place % 2 * 11, 10.5, 10.5);
            const bool quiet = mark.tag == Tag::None;
            painter.setPen(quiet ? QPen(m_theme.of(Tag::None).line, 1) : QPen(Qt::NoPen));
            painter.setBrush(quiet ? QBrush(m_theme.paper) : QBrush(m_theme.of(mark.tag).line));
            painter.drawEllipse(badge);
            painter.setPen(quiet ? m_theme.muted : m_theme.of(mark.tag).onLine);
            painter.drawText(
                badge, Qt::AlignCenter, mark.unsure ? QStringLiteral("?") : tagLetter(mark.tag));
        }
    }
}

/// The outline of units [first, last], as far as they are near the view.
QPainterPath Reader::ringAround(qsizetype first, qsizetype last) const
{
    const QList<Unit>& units = state()->units();
    const qreal top = verticalScrollBar()->value() - 200;
    const qreal bottom = top + viewport()->height() + 400;
    QPainterPath ring;
    ring.setFillRule(Qt::WindingFill);
    const auto number = [this, &units](qsizetype unit) {
        return document()->findBlock(documentPosition(units[unit].range.start)).blockNumber();
    };
    const int from = std::max(number(first), m_layout->blockAt(top).blockNumber());
    const int to = std::min(number(last), m_layout->blockAt(bottom).blockNumber());
    for (int i = from; i <= to; ++i) {
        for (const Span& span : spansOf(document()->findBlockByNumber(i))) {
            if (span.unit >= first && span.unit <= last)
                ring.addRect(span.box.adjusted(-3.5, -3.5, 3.5, 4.5));
        }
    }
    return ring.simplified();
}

/// Around the units that keys act on; dashed where keys go to the other reader. The other reader's
/// match has a dotted one.
void Reader::paintRing(QPainter& painter) const
{
    painter.setBrush(Qt::NoBrush);
    const auto [first, last] = range();
    const bool isMatch = m_matched >= 0 && m_matched < state()->units().size();
    if (isMatch && !(m_matched >= first && m_matched <= last)) {
        QPen pen(m_theme.accent, 2);
        pen.setJoinStyle(Qt::RoundJoin);
        pen.setDashPattern({ 1, 1.5 });
        painter.setPen(pen);
        painter.drawPath(ringAround(m_matched, m_matched));
    }
    if (first > last)
        return;
    QPen pen(isMatch && m_matched >= first && m_matched <= last ? m_theme.accent : m_theme.ring, 2);
    pen.setJoinStyle(Qt::RoundJoin);
    if (!hasFocus())
        pen.setDashPattern({ 3, 2 });
    painter.setPen(pen);
    painter.drawPath(ringAround(first, last));
}

} // namespace assay
