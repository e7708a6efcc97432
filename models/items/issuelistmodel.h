// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/base/id.h"

#include <QAbstractListModel>

namespace assay {

/// What was noticed and did not stop the work: a guessed encoding, a definition with a mistake. The
/// latest stands on top.
class IssueListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ArticleRole = Qt::UserRole + 1, FileRole };

    using QAbstractListModel::QAbstractListModel;

    /// `article` is where a click goes; a null id for what is about no article.
    void add(const Issue& issue, ArticleId article = {});
    /// Puts these in the place of all of that `topic`.
    void replace(const QString& topic, const QList<Issue>& issues);
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        Issue issue;
        ArticleId article;
        QString topic;
    };
    QList<Row> m_rows;
};

} // namespace assay
