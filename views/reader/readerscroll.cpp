// SPDX-License-Identifier: GPL-3.0-or-later
// What part of the article is in view, and how a place comes into view and stays there.
#include "views/reader/reader.h"
#include "views/reader/readerlayout.h"

#include <QResizeEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace assay {

/// Scrolls only when the unit is near an edge or out of sight, and then leaves context above and
/// below it.
void Reader::bringIntoView(qsizetype unit)
{
    if (unit < 0 || !m_loaded)
        return;
    const QTextBlock block
        = document()->findBlock(documentPosition(state()->units()[unit].range.start));
    const qreal estimate = m_layout->blockTop(block.blockNumber());
    m_layout->layOutBetween(estimate - viewport()->height(), estimate + viewport()->height());
    const QRectF box = unitRect(unit);
    const qreal height = viewport()->height();
    const qreal top = box.top() - verticalScrollBar()->value();
    const qreal bottom = box.bottom() - verticalScrollBar()->value();
    if (top < height * 0.12 || bottom > height * 0.72)
        verticalScrollBar()->setValue(qRound(box.top() - height * 0.3));
}

bool Reader::isInSight(qsizetype unit) const
{
    if (unit < 0 || !m_loaded)
        return true;
    const QRect box = unitGeometry(unit);
    return box.bottom() > 0 && box.top() < viewport()->height();
}

std::pair<qsizetype, int> Reader::scrollPlace() const
{
    if (!m_loaded || m_blockUnits.isEmpty())
        return { -1, 0 };
    const QTextBlock block = m_layout->blockAt(verticalScrollBar()->value());
    return { m_blockUnits.value(block.blockNumber(), 0),
        qRound(verticalScrollBar()->value() - m_layout->blockTop(block.blockNumber())) };
}

void Reader::scrollTo(std::pair<qsizetype, int> place)
{
    if (place.first < 0 || !m_loaded || place.first >= state()->units().size())
        return;
    const QTextBlock block
        = document()->findBlock(documentPosition(state()->units()[place.first].range.start));
    const qreal top = m_layout->blockTop(block.blockNumber());
    m_layout->layOutBetween(top, top + viewport()->height());
    verticalScrollBar()->setValue(qRound(m_layout->blockTop(block.blockNumber())) + place.second);
}

std::pair<qreal, qreal> Reader::visibleShare() const
{
    if (!m_loaded || document()->isEmpty())
        return { 0, 1 };
    const qreal length = std::max(1, document()->characterCount());
    const int scroll = verticalScrollBar()->value();
    const QTextBlock last = m_layout->blockAt(scroll + viewport()->height());
    return { m_layout->blockAt(scroll).position() / length,
        std::min(1.0, (last.position() + last.length()) / length) };
}

void Reader::resizeEvent(QResizeEvent* event)
{
    const std::pair<qsizetype, int> place = scrollPlace();
    const bool atStart = verticalScrollBar()->value() == 0;
    // A unit taller than the view is never seen whole.
    const auto isWhole = [this] {
        const QRect box = m_loaded && m_current >= 0 ? unitGeometry(m_current) : QRect();
        return box.top() >= 0 && box.bottom() <= viewport()->height();
    };
    const bool whole = isWhole();
    const bool seen = isInSight(m_current);
    QTextEdit::resizeEvent(event);
    if (atStart)
        verticalScrollBar()->setValue(0);
    else
        scrollTo({ place.first, std::max(0, place.second) });
    if ((whole && !isWhole()) || (seen && !isInSight(m_current)))
        bringIntoView(m_current);
    if (m_loaded)
        m_slices.start();
    emit viewChanged();
}

void Reader::scrollContentsBy(int dx, int dy)
{
    QTextEdit::scrollContentsBy(dx, dy);
    emit viewChanged();
}

} // namespace assay
