// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/fold.h"

#include "models/project/bounds.h"

#include <algorithm>

namespace assay {

Fold::Fold()
    : m_uuids(1) // index 0 stands for none
    , m_texts(1)
    , m_entries(1)
    , m_cells(1)
    , m_groups(1)
{
}

Fold::Index Fold::indexOf(const QUuid& uuid)
{
    if (uuid.isNull())
        return 0;
    const size_t slot = uuid.data1 % 4;
    if (m_lastUuid[slot] == uuid)
        return m_lastIndex[slot];
    Index& index = m_uuidIndex[uuid];
    if (index == 0) {
        index = static_cast<Index>(m_uuids.size());
        m_uuids.push_back(uuid);
    }
    m_lastUuid[slot] = uuid;
    m_lastIndex[slot] = index;
    return index;
}

Fold::Index Fold::textIndex(const QString& text)
{
    if (text.isEmpty())
        return 0;
    m_texts.push_back(text);
    return static_cast<Index>(m_texts.size() - 1);
}

Fold::SmallCell Fold::small(const Cell& cell)
{
    SmallCell made{ indexOf(cell.article.uuid), indexOf(cell.reviewer.uuid), 0, cell.revision,
        cell.range, cell.field };
    if (!cell.other.isEmpty()) {
        Index& other = m_otherIndex[cell.other];
        if (other == 0)
            other = textIndex(cell.other);
        made.other = other;
    }
    return made;
}

std::optional<Fold::SmallCell> Fold::find(const Cell& cell) const
{
    const SmallCell found{ m_uuidIndex.value(cell.article.uuid),
        m_uuidIndex.value(cell.reviewer.uuid), m_otherIndex.value(cell.other), cell.revision,
        cell.range, cell.field };
    const bool known = (found.article != 0 || cell.article.isNull())
        && (found.reviewer != 0 || cell.reviewer.isNull())
        && (found.other != 0 || cell.other.isEmpty());
    return known ? std::optional(found) : std::nullopt;
}

Cell Fold::large(const SmallCell& cell) const
{
    return { cell.field, { m_uuids[cell.article] }, { m_uuids[cell.reviewer] }, cell.range,
        cell.revision, m_texts[cell.other] };
}

CellValue Fold::valueOf(const Entry& entry) const
{
    return { entry.number, m_texts[entry.text],
        { entry.lamport, { m_uuids[entry.replica] }, entry.n } };
}

Fold::Index Fold::groupIndex(GroupId id)
{
    Index& index = m_groupIndex[id];
    if (index == 0) {
        index = static_cast<Index>(m_groups.size());
        m_groups.push_back({ .id = id });
    }
    return index;
}

/// The event's group, which may so far have been known only by a revoke of it.
Fold::Index Fold::groupOf(const Event& event)
{
    const Index index = groupIndex(event.group);
    Group& group = m_groups[index];
    const Stamp& stamp = event.stamp;
    const bool first
        = group.lamport == 0 || stamp < Stamp{ group.lamport, { m_uuids[group.replica] }, group.n };
    if (first) {
        group.lamport = stamp.lamport;
        group.n = stamp.n;
        group.replica = indexOf(stamp.replica.uuid);
        group.reviewer = indexOf(event.reviewer.uuid);
        // What it is later than decides what it reaches.
        if (m_revokes.contains(index) || m_revokedBy.contains(index) || m_merges.contains(index))
            m_settled = false;
    }
    return index;
}

bool Fold::before(const Entry& a, const Entry& b) const
{
    if (a.lamport != b.lamport)
        return a.lamport < b.lamport;
    return a.replica == b.replica ? a.n < b.n : m_uuids[a.replica] < m_uuids[b.replica];
}

/// Notes that there is an event of that lamport. True when others come into reach by it.
bool Fold::noteLamport(qint64 lamport)
{
    if (!isInReach(lamport, m_highest))
        return false; // the one who takes it in keeps it in m_beyond
    m_highest = std::max(m_highest, lamport);
    bool others = false;
    while (!m_beyond.empty() && isInReach(*m_beyond.begin(), m_highest)) {
        m_highest = std::max(m_highest, *m_beyond.begin());
        m_beyond.erase(m_beyond.begin());
        others = true;
    }
    return others;
}

/// Puts an event where it belongs, without asking what follows from it.
void Fold::takeIn(const Event& event)
{
    if (noteLamport(event.stamp.lamport))
        m_settled = false;
    else if (event.stamp.lamport > m_highest)
        m_beyond.insert(event.stamp.lamport);
    if (event.change.kind == EventKind::Revoke) {
        if (takeRevoke(event))
            m_settled = false;
    } else if (event.change.kind == EventKind::Merge)
        takeMerge(event);
    else if (const std::optional<CellRow> row = cellOf(event))
        addEntry(*row, groupOf(event));
}

void Fold::take(const Event& event)
{
    takeIn(event);
}

QList<Cell> Fold::add(const Event& event)
{
    const bool simple = m_settled && m_beyond.empty() && isInReach(event.stamp.lamport, m_highest);
    if (!simple || event.change.kind == EventKind::Merge) {
        const QSet<Cell> cells = addAll({ event });
        return QList<Cell>(cells.begin(), cells.end());
    }
    m_highest = std::max(m_highest, event.stamp.lamport);
    if (event.change.kind == EventKind::Revoke) {
        if (!takeRevoke(event))
            return {};
        QSet<Cell> cells;
        if (!m_settled) // it came before what it revokes, or it revokes a merge
            cells = resettle();
        else
            for (const Index group : settleBelow(m_groupIndex.value(event.change.revoked)))
                addCellsOf(group, cells);
        if (!m_settled)
            cells += resettle();
        return QList<Cell>(cells.begin(), cells.end());
    }
    const std::optional<CellRow> row = cellOf(event);
    return row && addEntry(*row, groupOf(event)) ? QList{ row->cell } : QList<Cell>();
}

QSet<Cell> Fold::addSome(const QList<Event>& events)
{
    constexpr qsizetype few = 4;
    const auto revokes = std::ranges::count_if(
        events, [](const Event& event) { return event.change.kind == EventKind::Revoke; });
    if (revokes > few)
        return addAll(events);
    QSet<Cell> cells;
    for (const Event& event : events) {
        for (const Cell& cell : add(event))
            cells.insert(cell);
    }
    return cells;
}

QSet<Cell> Fold::addAll(const QList<Event>& events)
{
    settle();
    QSet<Cell> cells;
    const size_t entries = m_entries.size();
    const qint64 highest = m_highest;
    const bool hadBeyond = !m_beyond.empty();
    bool force = false;
    for (const Event& event : events) {
        force = force || event.change.kind == EventKind::Revoke
            || event.change.kind == EventKind::Merge;
        if (const std::optional<CellRow> row = cellOf(event))
            cells.insert(row->cell);
        takeIn(event);
    }
    if (force || !m_settled)
        cells += resettle();
    if (hadBeyond && m_highest != highest) { // some may have come into reach
        for (size_t i = 1; i < entries; ++i) {
            if (m_entries[i].lamport > highest && m_entries[i].lamport <= m_highest)
                cells.insert(large(m_cells[m_entries[i].cell].cell));
        }
    }
    return cells;
}

/// False when it was known.
bool Fold::addEntry(const CellRow& row, Index group)
{
    const SmallCell key = small(row.cell);
    Index& at = m_cellIndex[key];
    if (at == 0) {
        at = static_cast<Index>(m_cells.size());
        m_cells.push_back({ key, 0 });
    }
    const Index cell = at;
    Entry made{ row.value->stamp.lamport, row.value->stamp.n, row.value->number,
        indexOf(row.value->stamp.replica.uuid), 0, group, cell, 0, 0 };
    // From the newest down to where it belongs: nearly always the first place.
    Index newer = 0;
    Index older = m_cells[cell].newest;
    while (older != 0 && before(made, m_entries[older]))
        newer = std::exchange(older, m_entries[older].older);
    if (older != 0 && !before(m_entries[older], made)) {
        Entry& same = m_entries[older];
        if (same.group != 0 || group == 0)
            return false;
        same.group = group; // seeded from the projection; now its event is known
        same.next = std::exchange(m_groups[group].entries, older);
        return true;
    }
    made.text = textIndex(row.value->text);
    made.older = older;
    const auto index = static_cast<Index>(m_entries.size());
    if (group != 0)
        made.next = std::exchange(m_groups[group].entries, index);
    m_entries.push_back(made);
    (newer == 0 ? m_cells[cell].newest : m_entries[newer].older) = index;
    return true;
}

void Fold::seed(const CellRow& row)
{
    if (!row.value)
        return;
    reach(row.value->stamp.lamport);
    addEntry(row, 0);
}

QList<CellRow> Fold::saidBy(GroupId group) const
{
    QList<CellRow> rows;
    const Index index = m_groupIndex.value(group);
    for (Index at = m_groups[index].entries; at != 0; at = m_entries[at].next)
        rows.prepend({ large(m_cells[m_entries[at].cell].cell), valueOf(m_entries[at]) });
    return rows;
}

QList<GroupId> Fold::groupsAbout(const Cell& cell) const
{
    QList<GroupId> groups;
    const std::optional<SmallCell> found = find(cell);
    const Index at = found ? m_cellIndex.value(*found) : 0;
    for (Index entry = m_cells[at].newest; entry != 0; entry = m_entries[entry].older) {
        if (m_entries[entry].group != 0)
            groups.append(m_groups[m_entries[entry].group].id);
    }
    return groups;
}

QList<Fold::Step> Fold::stepsOf(ReviewerId reviewer) const
{
    QList<Step> steps;
    const Index who = m_uuidIndex.value(reviewer.uuid);
    for (size_t i = 1; i < m_groups.size() && who != 0; ++i) {
        const Group& group = m_groups[i];
        if (group.reviewer != who || group.lamport == 0)
            continue;
        const auto index = static_cast<Index>(i);
        const Field field = m_cells[m_entries[group.entries].cell].cell.field;
        if (group.entries != 0 && (field == Field::ReviewerName || field == Field::Erased))
            continue;
        const QList<Index> revokes = m_revokes.value(index);
        const bool isUndo = group.entries == 0 && revokes.size() == 1;
        steps.append({ group.id, isUndo ? m_groups[revokes.first()].id : GroupId(),
            { group.lamport, { m_uuids[group.replica] }, group.n } });
    }
    std::sort(
        steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.first < b.first; });
    return steps;
}

QList<GroupId> Fold::groupsOutside(const Fold& known) const
{
    QList<GroupId> outside;
    for (size_t i = 1; i < m_groups.size(); ++i) {
        const auto it = known.m_groupIndex.constFind(m_groups[i].id);
        const bool there = it != known.m_groupIndex.constEnd() && known.m_groups[*it].lamport != 0;
        if (m_groups[i].lamport != 0 && !there)
            outside.append(m_groups[i].id);
    }
    return outside;
}

} // namespace assay
