// SPDX-License-Identifier: GPL-3.0-or-later
// What ties a reader to the one beside it.
#include "views/reader/reader.h"

#include "views/reader/readerlayout.h"

#include <QScrollBar>
#include <QTextBlock>

namespace assay {

std::pair<qsizetype, qsizetype> Reader::visibleUnits() const
{
    if (!m_loaded || m_blockUnits.isEmpty())
        return { 0, -1 };
    const qreal top = verticalScrollBar()->value();
    const int first = m_layout->blockAt(top).blockNumber();
    const int last = m_layout->blockAt(top + viewport()->height()).blockNumber();
    const qsizetype past
        = last + 1 < m_blockUnits.size() ? m_blockUnits[last + 1] : state()->units().size();
    return { m_blockUnits.value(first, 0), past - 1 };
}

void Reader::setMatchMarks(const QHash<qsizetype, Relation>& marks)
{
    if (marks == m_matchMarks)
        return;
    m_matchMarks = marks;
    emit marksChanged();
}

void Reader::setMatched(qsizetype unit, bool show)
{
    if (unit >= 0 && (!m_loaded || unit >= state()->units().size()))
        return;
    if (m_matched != unit) {
        m_matched = unit;
        viewport()->update();
    }
    if (show && unit >= 0)
        bringIntoView(unit);
}

} // namespace assay
