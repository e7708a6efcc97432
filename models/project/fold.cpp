// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/fold.h"

#include <algorithm>

namespace assay {

std::optional<CellRow> cellOf(const Event& event)
{
    const Change& change = event.change;
    Cell cell{ Field::Tag, change.article, event.reviewer, change.range };
    CellValue value{ 0, change.text, event.stamp };
    switch (change.kind) {
    case EventKind::Tag:
        value.number = static_cast<qint32>(change.tag);
        break;
    case EventKind::Unsure:
        cell.field = Field::Unsure;
        value.number = change.flag;
        break;
    case EventKind::Note:
        cell.field = Field::Note;
        break;
    case EventKind::Source:
        cell.field = Field::Source;
        break;
    case EventKind::Boundary:
        // Boundaries belong to the article, whoever set them; where the unit before ends is part of
        // the value.
        cell = { Field::Boundary, change.article, {}, { change.range.start, change.range.start } };
        value.number = change.flag ? change.range.end : -1;
        break;
    case EventKind::ArticleAdded:
    case EventKind::ArticleRemoved:
        cell = { Field::Presence, change.article, {}, {} };
        value.number = change.kind == EventKind::ArticleAdded;
        break;
    case EventKind::Reviewer:
        cell = { Field::ReviewerName, {}, event.reviewer, {} };
        break;
    case EventKind::Revoke:
    case EventKind::Unknown:
        return {};
    }
    return CellRow{ cell, value };
}

QList<Cell> Fold::add(const Event& event)
{
    if (event.change.kind == EventKind::Revoke) {
        QSet<qint64>& seen = m_seenRevokes[event.stamp.replica];
        if (seen.contains(event.stamp.n))
            return {};
        seen.insert(event.stamp.n);
        m_groups[event.group].revokes.append(event.change.revoked);
        m_groups[event.change.revoked].revokedBy.append(event.group);
        QList<Cell> cells;
        affected(event.change.revoked, cells, 0);
        return cells;
    }
    const std::optional<CellRow> row = cellOf(event);
    if (!row)
        return {};
    std::vector<Entry>& entries = m_cells[row->cell];
    const auto at = std::lower_bound(entries.begin(), entries.end(), row->value->stamp,
        [](const Entry& entry, const Stamp& stamp) { return entry.value.stamp < stamp; });
    if (at != entries.end() && at->value.stamp == row->value->stamp) {
        if (!at->group.isNull())
            return {};
        at->group = event.group; // seeded from the projection; now its event is known
    } else {
        entries.insert(at, { *row->value, event.group });
    }
    m_groups[event.group].cells.append(row->cell);
    return { row->cell };
}

void Fold::seed(const CellRow& row)
{
    if (row.value)
        m_cells[row.cell].push_back({ *row.value, {} });
}

void Fold::affected(GroupId group, QList<Cell>& cells, int depth) const
{
    const auto it = m_groups.constFind(group);
    if (it == m_groups.constEnd() || depth > deepest)
        return;
    cells += it->cells;
    for (const GroupId& revoked : it->revokes)
        affected(revoked, cells, depth + 1);
}

bool Fold::isActive(GroupId group, int depth) const
{
    const auto it = m_groups.constFind(group);
    if (it == m_groups.constEnd() || depth > deepest)
        return true;
    return std::none_of(it->revokedBy.begin(), it->revokedBy.end(),
        [this, depth](const GroupId& revoke) { return isActive(revoke, depth + 1); });
}

std::optional<CellValue> Fold::value(const Cell& cell) const
{
    const auto it = m_cells.constFind(cell);
    if (it == m_cells.constEnd())
        return {};
    for (auto entry = it->rbegin(); entry != it->rend(); ++entry) {
        if (isActive(entry->group))
            return entry->value;
    }
    return {};
}

QList<CellRow> Fold::rows() const
{
    QList<CellRow> rows;
    for (auto it = m_cells.cbegin(); it != m_cells.cend(); ++it) {
        if (const std::optional<CellValue> present = value(it.key()))
            rows.append({ it.key(), present });
    }
    return rows;
}

QList<Cell> Fold::cellsOf(GroupId group) const
{
    return m_groups.value(group).cells;
}

} // namespace assay
