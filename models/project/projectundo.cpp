// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo: events that revoke edits, and revoke the revokes.
#include "models/project/project.h"

namespace assay {

Expected<GroupId> Project::revokeAll(const QList<GroupId>& groups)
{
    QList<Change> changes;
    for (const GroupId& group : groups) {
        Change change;
        change.kind = EventKind::Revoke;
        change.revoked = group;
        changes.append(change);
    }
    return edit(changes);
}

std::optional<Place> Project::placeOf(const std::optional<History::Step>& step) const
{
    if (!step)
        return {};
    const QList<CellRow> said = m_fold.saidBy(step->edit);
    if (said.isEmpty())
        return Place{};
    return Place{ said.first().cell.article, said.first().cell.range };
}

std::optional<Place> Project::undoPlace() const
{
    return canUndo() ? placeOf(m_history.latest()) : std::nullopt;
}
std::optional<Place> Project::redoPlace() const
{
    return canRedo() ? placeOf(m_history.latestUndone()) : std::nullopt;
}

std::optional<Place> Project::revoke(std::optional<History::Step> step, bool undoing)
{
    if (!step || !m_readOnly.isEmpty())
        return {};
    const std::optional<Place> place = placeOf(step);
    Change change;
    change.kind = EventKind::Revoke;
    change.revoked = undoing ? step->edit : step->revoke;
    const GroupId group = GroupId::create();
    commit(makeGroup({ change }, group));
    m_history.revoke(change.revoked, group);
    emit historyChanged();
    return place;
}

std::optional<Place> Project::undo()
{
    return canUndo() ? revoke(m_history.latest(), true) : std::nullopt;
}
std::optional<Place> Project::redo()
{
    return canRedo() ? revoke(m_history.latestUndone(), false) : std::nullopt;
}

} // namespace assay
