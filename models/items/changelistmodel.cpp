// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/changelistmodel.h"

#include "models/items/describe.h"
#include "models/project/filestate.h"

#include <QLocale>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

ChangeListModel::ChangeListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void ChangeListModel::setProject(Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    m_project = project;
    beginResetModel();
    m_events.clear();
    endResetModel();
    if (!project)
        return;
    connect(project, &Project::received, this, &ChangeListModel::add);
    requestUnseen(*project);
}

void ChangeListModel::add(const QList<Event>& events)
{
    QList<Event> fresh;
    std::copy_if(events.begin(), events.end(), std::back_inserter(fresh),
        [](const Event& event) { return event.change.kind != EventKind::Reviewer; });
    if (fresh.isEmpty())
        return;
    // The latest stands on top, so what is new goes in before row 0.
    beginInsertRows({}, 0, static_cast<int>(fresh.size()) - 1);
    m_events += fresh;
    endInsertRows();
}

int ChangeListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

QVariant ChangeListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Event& event = m_events[m_events.size() - 1 - index.row()];
    if (role == Qt::DisplayRole) {
        const QDateTime time = QDateTime::fromString(event.time, Qt::ISODate).toLocalTime();
        const QString name = m_project->state().reviewerName(event.reviewer);
        return u"%1  %2: %3"_s.arg(QLocale().toString(time, QLocale::ShortFormat),
            name.isEmpty() ? tr("Somebody") : name, describeEvent(*m_project, event));
    }
    if (role == PlaceRole)
        return QVariant::fromValue(Place{ event.change.article, event.change.range });
    return {};
}

} // namespace assay
