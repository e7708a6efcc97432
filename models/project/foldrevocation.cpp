// SPDX-License-Identifier: GPL-3.0-or-later
// What is in force: how revokes and merges put events aside, and the values that are left.
#include "models/project/fold.h"

#include <algorithm>

namespace assay {

QList<Cell> Fold::addRevoke(const Event& event)
{
    const Index by = groupOf(event);
    const Index revoked = groupIndex(event.change.revoked);
    QList<Index>& revokes = m_revokes[by];
    if (revokes.contains(revoked))
        return {};
    revokes.append(revoked);
    m_revokedBy[revoked].append(by);
    refreshUndoneMerges();
    QList<Cell> cells;
    QSet<Index> seen;
    affected(revoked, cells, seen);
    return cells;
}

QList<Cell> Fold::addMerge(const Event& event)
{
    const Index group = groupOf(event);
    if (m_merges.contains(group))
        return {};
    m_merges.insert(group, event.change.spans);
    refreshUndoneMerges();
    QList<Cell> cells;
    QSet<Index> seen;
    if (!isActive(group)) // its revoke was here before it
        affected(group, cells, seen);
    return cells;
}

bool Fold::isIn(const QList<Span>& spans, Index replica, qint64 n) const
{
    return std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
        return span.first <= n && n <= span.last && span.replica.uuid == m_uuids[replica];
    });
}

void Fold::affected(Index group, QList<Cell>& cells, QSet<Index>& seen) const
{
    if (seen.contains(group))
        return;
    seen.insert(group);
    for (Index at = m_groups[group].entries; at != 0; at = m_entries[at].next)
        cells.append(large(m_cells[m_entries[at].cell].cell));
    for (const Index revoked : m_revokes.value(group))
        affected(revoked, cells, seen);
    const auto merge = m_merges.constFind(group);
    if (merge == m_merges.constEnd())
        return;
    for (size_t i = 1; i < m_entries.size(); ++i) {
        if (isIn(*merge, m_entries[i].replica, m_entries[i].n))
            cells.append(large(m_cells[m_entries[i].cell].cell));
    }
    for (auto it = m_revokes.cbegin(); it != m_revokes.cend(); ++it) {
        const Group& by = m_groups[it.key()];
        if (!isIn(*merge, by.replica, by.n))
            continue;
        for (const Index revoked : it.value())
            affected(revoked, cells, seen);
    }
}

/// Which merges are undone. One may lie inside another that is undone itself, so it is asked until
/// the answer stands.
void Fold::refreshUndoneMerges()
{
    if (m_merges.isEmpty())
        return;
    m_undoneMerges.clear();
    for (int round = 0; round < deepest; ++round) {
        QList<QList<Span>> undone;
        for (auto it = m_merges.cbegin(); it != m_merges.cend(); ++it) {
            if (!isActive(it.key()))
                undone.append(it.value());
        }
        if (std::exchange(m_undoneMerges, undone) == undone)
            return;
    }
}

bool Fold::isUndone(Index replica, qint64 n) const
{
    return std::any_of(m_undoneMerges.begin(), m_undoneMerges.end(),
        [&](const QList<Span>& spans) { return isIn(spans, replica, n); });
}

bool Fold::isActive(GroupId group) const
{
    const auto it = m_groupIndex.constFind(group);
    return it == m_groupIndex.constEnd() || isActive(*it);
}

bool Fold::isActive(Index group) const
{
    int budget = 10'000; // visits: a hostile file may hold revokes that all revoke each other
    return isActive(group, 0, budget);
}

bool Fold::isActive(Index group, int depth, int& budget) const
{
    const auto revokes = m_revokedBy.constFind(group);
    if (revokes == m_revokedBy.constEnd() || depth > deepest || --budget < 0)
        return true;
    return std::none_of(revokes->begin(), revokes->end(), [&](Index by) {
        return !isUndone(m_groups[by].replica, m_groups[by].n) && isActive(by, depth + 1, budget);
    });
}

bool Fold::counts(const Entry& entry) const
{
    if (m_cells[entry.cell].cell.field == Field::Erased)
        return true; // for good
    return !isUndone(entry.replica, entry.n) && isActive(entry.group);
}

std::optional<CellValue> Fold::value(const Cell& cell) const
{
    const std::optional<SmallCell> found = find(cell);
    const Index at = found ? m_cellIndex.value(*found) : 0;
    for (Index entry = m_cells[at].newest; entry != 0; entry = m_entries[entry].older) {
        if (counts(m_entries[entry]))
            return valueOf(m_entries[entry]);
    }
    return {};
}

QList<CellRow> Fold::rows() const
{
    QList<CellRow> rows;
    rows.reserve(static_cast<qsizetype>(m_cells.size()));
    for (const CellRecord& record : m_cells) {
        Index entry = record.newest;
        while (entry != 0 && !counts(m_entries[entry]))
            entry = m_entries[entry].older;
        if (entry != 0)
            rows.append({ large(record.cell), valueOf(m_entries[entry]) });
    }
    return rows;
}

} // namespace assay
