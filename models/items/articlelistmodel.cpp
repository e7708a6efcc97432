// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/articlelistmodel.h"

namespace assay {

ArticleListModel::ArticleListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void ArticleListModel::setProject(Project* project)
{
    if (m_project)
        m_project->disconnect(this);
    m_project = project;
    if (project) {
        connect(project, &Project::changed, this, &ArticleListModel::take);
        connect(project, &Project::opened, this, &ArticleListModel::reload);
    }
    reload();
}

void ArticleListModel::reload()
{
    beginResetModel();
    m_articles = m_project ? m_project->state().articles() : QList<ArticleId>();
    endResetModel();
}

void ArticleListModel::take(const ChangeSet& changes)
{
    if (changes.articles || changes.reviewers) {
        reload();
        return;
    }
    ArticleId last;
    for (const ChangeSet::Units& units : changes.units) {
        if (units.article == last)
            continue;
        last = units.article;
        if (const int row = rowOf(last); row >= 0)
            emit dataChanged(index(row), index(row), { TaggedRole, TotalRole, CompositionRole });
    }
}

int ArticleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_articles.size());
}

ArticleId ArticleListModel::articleAt(int row) const
{
    return row < 0 || row >= m_articles.size() ? ArticleId() : m_articles[row];
}

QVariant ArticleListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ArticleState* article = m_project->state().article(m_articles[index.row()]);
    const Composition composition = article->composition(m_project->reviewer());
    switch (role) {
    case Qt::DisplayRole:
        return article->facts().title;
    case Qt::ToolTipRole:
    case FileRole:
        return article->facts().provenance.file;
    case Qt::AccessibleTextRole:
        return tr("%1, %2 of %3 sentences tagged")
            .arg(article->facts().title, QString::number(composition.tagged()),
                QString::number(composition.total()));
    case IdRole:
        return QVariant::fromValue(article->id());
    case TaggedRole:
        return composition.tagged();
    case TotalRole:
        return composition.total();
    case CompositionRole:
        return QVariant::fromValue(composition);
    default:
        return {};
    }
}

} // namespace assay
