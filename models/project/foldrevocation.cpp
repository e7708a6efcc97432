// SPDX-License-Identifier: GPL-3.0-or-later
// What is in force: how revokes and merges put events aside, and the values that are left.
#include "models/project/fold.h"

#include <algorithm>
#include <queue>

namespace assay {

bool Fold::isLater(Index group, Index other) const
{
    const auto stamp = [this](Index index) {
        const Group& of = m_groups[index];
        return Stamp{ of.lamport, { m_uuids[of.replica] }, of.n };
    };
    return stamp(other) < stamp(group);
}

/// Returns false when it was known. Where it stays settled, settleBelow() has to follow.
bool Fold::takeRevoke(const Event& event)
{
    const Index by = groupOf(event);
    const Index revoked = groupIndex(event.change.revoked);
    if (m_pairs.contains({ by, revoked }))
        return false;
    m_pairs.insert({ by, revoked });
    m_revokes[by].append(revoked);
    m_revokedBy[revoked].append(by);
    // Alone, an undo of an edit is settled without looking at all others.
    const bool alone = m_revokes.value(by).size() == 1 && !m_revokedBy.contains(by)
        && !m_merges.contains(by) && !m_merges.contains(revoked) && m_groups[revoked].lamport != 0
        && isLater(by, revoked) && !isUndone(m_groups[by].replica, m_groups[by].n);
    m_settled = m_settled && alone;
    return true;
}

void Fold::takeMerge(const Event& event)
{
    const Index group = groupOf(event);
    if (m_merges.contains(group))
        return;
    m_merges.insert(group, event.change.spans);
    m_settled = m_settled && !m_revokedBy.contains(group); // its revoke may be here before it
}

bool Fold::isUndone(Index replica, qint64 n) const
{
    const auto session = m_force.undone.constFind(replica);
    if (session == m_force.undone.constEnd())
        return false;
    const auto after = session->upper_bound(n);
    return after != session->begin() && std::prev(after)->second >= n;
}

void Fold::putAside(Force& force, const QList<Span>& spans) const
{
    for (const Span& span : spans) {
        const Index replica = m_uuidIndex.value(span.replica.uuid);
        if (replica == 0)
            continue; // nothing of it is here
        std::map<qint64, qint64>& session = force.undone[replica];
        qint64 first = span.first;
        qint64 last = span.last;
        auto it = session.upper_bound(first);
        if (it != session.begin() && std::prev(it)->second >= first)
            --it;
        while (it != session.end() && it->first <= last) {
            first = std::min(first, it->first);
            last = std::max(last, it->second);
            it = session.erase(it);
        }
        session.emplace(first, last);
    }
}

/// Whether the group is in force, once all later ones are decided. Returns whether that changed.
bool Fold::decide(Force& force, Index group) const
{
    const QList<Index> by = m_revokedBy.value(group);
    const bool revoked = std::any_of(by.begin(), by.end(), [&](Index other) {
        return !force.inactive[other] && !force.mute[other] && isLater(other, group);
    });
    const bool changed = force.inactive[group] != static_cast<char>(revoked);
    force.inactive[group] = static_cast<char>(revoked);
    return changed;
}

void Fold::settle() const
{
    if (m_settled && m_force.inactive.size() == m_groups.size())
        return;
    if (m_settled) { // groups that came since are in force
        m_force.inactive.resize(m_groups.size());
        m_force.mute.resize(m_groups.size());
        return;
    }
    m_force = {};
    m_force.inactive.resize(m_groups.size());
    m_force.mute.resize(m_groups.size());
    QSet<Index> involved;
    for (auto it = m_revokes.cbegin(); it != m_revokes.cend(); ++it)
        involved.insert(it.key());
    for (auto it = m_revokedBy.cbegin(); it != m_revokedBy.cend(); ++it)
        involved.insert(it.key());
    for (auto it = m_merges.cbegin(); it != m_merges.cend(); ++it)
        involved.insert(it.key());
    QList<Index> order(involved.begin(), involved.end());
    std::sort(order.begin(), order.end(), [this](Index a, Index b) { return isLater(a, b); });
    for (const Index group : std::as_const(order)) {
        const Group& made = m_groups[group];
        decide(m_force, group);
        m_force.mute[group]
            = made.lamport == 0 || made.lamport > m_highest || isUndone(made.replica, made.n);
        if (m_force.inactive[group] && m_merges.contains(group) && made.lamport <= m_highest)
            putAside(m_force, m_merges.value(group));
    }
    m_settled = true;
}

/// Decides the group anew and what follows from it, the latest first. Returns those that changed.
/// Where a merge is among them, all has to be settled anew.
QList<Fold::Index> Fold::settleBelow(Index group)
{
    m_force.inactive.resize(m_groups.size());
    m_force.mute.resize(m_groups.size());
    QList<Index> changed;
    const auto earlier = [this](Index a, Index b) { return isLater(b, a); };
    std::priority_queue<Index, std::vector<Index>, decltype(earlier)> waiting(earlier);
    waiting.push(group);
    while (!waiting.empty()) {
        const Index next = waiting.top();
        waiting.pop();
        if (!decide(m_force, next))
            continue;
        changed.append(next);
        m_settled = m_settled && !m_merges.contains(next);
        for (const Index below : m_revokes.value(next))
            waiting.push(below);
    }
    return changed;
}

void Fold::addCellsOf(Index group, QSet<Cell>& cells) const
{
    for (Index at = m_groups[group].entries; at != 0; at = m_entries[at].next)
        cells.insert(large(m_cells[m_entries[at].cell].cell));
}

/// Settles all anew. Returns the cells of what is in force now and was not, or the other way round.
QSet<Cell> Fold::resettle()
{
    Force before = m_force;
    before.inactive.resize(m_groups.size());
    m_settled = false;
    settle();
    QSet<Cell> cells;
    for (Index group = 1; group < m_groups.size(); ++group) {
        if (before.inactive[group] != m_force.inactive[group])
            addCellsOf(group, cells);
    }
    if (before.undone != m_force.undone) {
        for (size_t i = 1; i < m_entries.size(); ++i) {
            const Entry& entry = m_entries[i];
            const bool is = isUndone(entry.replica, entry.n);
            std::swap(before.undone, m_force.undone);
            const bool was = isUndone(entry.replica, entry.n);
            std::swap(before.undone, m_force.undone);
            if (is != was)
                cells.insert(large(m_cells[entry.cell].cell));
        }
    }
    return cells;
}

bool Fold::isActive(GroupId group) const
{
    const auto it = m_groupIndex.constFind(group);
    return it == m_groupIndex.constEnd() || isActive(*it);
}

bool Fold::isActive(Index group) const
{
    settle();
    return !m_force.inactive[group];
}

bool Fold::counts(const Entry& entry) const
{
    return entry.lamport <= m_highest && isActive(entry.group) && !isUndone(entry.replica, entry.n);
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
