// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

#include <QAbstractListModel>

namespace assay {

/// The reviewer's edits that can be undone and redone, the latest first. Rows are made when they
/// are looked at: ten thousand cost nothing.
class UndoListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        UndoneRole = Qt::UserRole + 1, ///< bool: it is undone, and can be redone
        PlaceRole ///< a Place, where it was
    };

    explicit UndoListModel(QObject* parent = nullptr);
    void setProject(Project* project);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// How often to undo (positive) or redo (negative) until `row` is the next to be undone.
    int stepsTo(int row) const;

private:
    std::optional<History::Step> stepAt(int row) const;
    void reload();

    Project* m_project = nullptr;
};

} // namespace assay
