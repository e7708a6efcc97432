// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuelistmodel.h"

namespace assay {

using namespace Qt::StringLiterals;

void IssueListModel::add(const Issue& issue, ArticleId article)
{
    beginInsertRows({}, 0, 0);
    m_rows.prepend({ issue, article, {} });
    endInsertRows();
}

void IssueListModel::replace(const QString& topic, const QList<Issue>& issues)
{
    beginResetModel();
    m_rows.removeIf([&](const Row& row) { return row.topic == topic; });
    for (const Issue& issue : issues)
        m_rows.prepend({ issue, {}, topic });
    endResetModel();
}

void IssueListModel::clear()
{
    beginResetModel();
    m_rows.removeIf([](const Row& row) { return row.topic.isEmpty(); });
    endResetModel();
}

int IssueListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant IssueListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.issue.message.contains(row.issue.file) || row.issue.file.isEmpty()
            ? row.issue.message
            : u"%1: %2"_s.arg(row.issue.file, row.issue.message);
    case Qt::ToolTipRole:
        return row.issue.message;
    case FileRole:
        return row.issue.file;
    case ArticleRole:
        return QVariant::fromValue(row.article);
    default:
        return {};
    }
}

} // namespace assay
