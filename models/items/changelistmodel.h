// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

#include <QAbstractListModel>

namespace assay {

/// What others did, or the same person elsewhere, since the project was last seen here: the latest
/// first.
class ChangeListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { PlaceRole = Qt::UserRole + 1 }; ///< a Place; of no article: nowhere to go

    explicit ChangeListModel(QObject* parent = nullptr);
    /// Begins anew with a project: what came in while it was away, then what comes in live.
    void setProject(Project* project);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void add(const QList<Event>& events);

    Project* m_project = nullptr;
    QList<Event> m_events; ///< in the order they came
};

} // namespace assay
