// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

#include <QAbstractListModel>

namespace assay {

/// The project's articles in the order they came in, with the current reviewer's progress in each.
class ArticleListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, TaggedRole, TotalRole, CompositionRole, FileRole };

    /// `project` must live longer than the model, or be taken away with setProject(nullptr).
    explicit ArticleListModel(QObject* parent = nullptr);
    void setProject(Project* project);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    ArticleId articleAt(int row) const;
    int rowOf(ArticleId article) const { return static_cast<int>(m_articles.indexOf(article)); }

private:
    void take(const ChangeSet& changes);
    void reload();

    Project* m_project = nullptr;
    QList<ArticleId> m_articles;
};

} // namespace assay
