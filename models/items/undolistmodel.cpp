// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/undolistmodel.h"

#include "models/items/describe.h"

#include <QFont>

namespace assay {

UndoListModel::UndoListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void UndoListModel::setProject(Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    m_project = project;
    if (project)
        connect(project, &Project::historyChanged, this, &UndoListModel::reload);
    reload();
}

void UndoListModel::reload()
{
    beginResetModel();
    endResetModel();
}

int UndoListModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_project || !m_project->isHistoryReady())
        return 0;
    const History& history = m_project->history();
    return static_cast<int>(history.undone().size() + history.done().size());
}

/// Undone ones first, the one undone longest ago on top: the list reads back in time.
std::optional<History::Step> UndoListModel::stepAt(int row) const
{
    const QList<History::Step>& undone = m_project->history().undone();
    const QList<History::Step>& done = m_project->history().done();
    if (row < undone.size())
        return undone[row];
    const qsizetype at = done.size() - 1 - (row - undone.size());
    return at < 0 ? std::nullopt : std::optional(done[at]);
}

QVariant UndoListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::optional<History::Step> step = stepAt(index.row());
    if (!step)
        return {};
    const QList<CellRow> said = m_project->fold().saidBy(step->edit);
    switch (role) {
    case Qt::FontRole: { // not by colour alone
        QFont font;
        font.setStrikeOut(index.row() < m_project->history().undone().size());
        return font;
    }
    case Qt::AccessibleTextRole: {
        const QString text = data(index, Qt::DisplayRole).toString();
        return data(index, UndoneRole).toBool() ? tr("Undone: %1").arg(text) : text;
    }
    case Qt::DisplayRole: {
        if (said.isEmpty())
            return tr("Merge, or return to a snapshot");
        const QString first = describeRow(*m_project, said.first());
        return said.size() == 1
            ? first
            : tr("%1, and %n more", nullptr, static_cast<int>(said.size() - 1)).arg(first);
    }
    case UndoneRole:
        return index.row() < m_project->history().undone().size();
    case PlaceRole:
        return said.isEmpty()
            ? QVariant()
            : QVariant::fromValue(Place{ said.first().cell.article, said.first().cell.range });
    default:
        return {};
    }
}

int UndoListModel::stepsTo(int row) const
{
    return m_project ? row - static_cast<int>(m_project->history().undone().size()) : 0;
}

} // namespace assay
