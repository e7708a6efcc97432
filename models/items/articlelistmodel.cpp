// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/articlelistmodel.h"

#include "models/search/corpus.h"
#include "models/statistics/tagstrip.h"

#include <QMimeData>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

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
    if (changes.articles && m_articles != m_project->state().articles())
        return reload();
    if (changes.articles || changes.reviewers) {
        if (!m_articles.isEmpty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    ArticleId last;
    for (const ChangeSet::Units& units : changes.units) {
        if (units.article == last)
            continue;
        last = units.article;
        if (const int row = rowOf(last); row >= 0)
            emit dataChanged(index(row), index(row),
                { TaggedRole, TotalRole, CompositionRole, StatusRole, FirstCaveatRole });
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
    const auto composition = [&] { return article->composition(m_project->reviewer()); };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return article->facts().title;
    case Qt::ToolTipRole: {
        const double first = data(index, FirstCaveatRole).toDouble();
        const QString name = article->facts().title + u'\n' + article->facts().provenance.file;
        return first < 0
            ? name
            : tr("%1\nFirst caveat at %2 % of the text").arg(name).arg(qRound(100 * first));
    }
    case FileRole:
        return article->facts().provenance.file;
    case Qt::AccessibleTextRole:
        return tr("%1, %2 of %3 sentences tagged")
            .arg(article->facts().title, QString::number(composition().tagged()),
                QString::number(composition().total()));
    case IdRole:
        return QVariant::fromValue(article->id());
    case TaggedRole:
        return composition().tagged();
    case TotalRole:
        return composition().total();
    case CompositionRole:
        return QVariant::fromValue(composition());
    case StatusRole:
        return static_cast<int>(statusOf(*article, m_project->reviewer()));
    case FirstCaveatRole:
        return tagStrip(article->units(), article->tags(m_project->reviewer()), 1)
            .first[static_cast<size_t>(Tag::Caveat)];
    default:
        return {};
    }
}

bool ArticleListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || value.toString().simplified().isEmpty())
        return false;
    return m_project->edit({ titleChange(articleAt(index.row()), value.toString()) }).has_value();
}

Qt::ItemFlags ArticleListModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags all = QAbstractListModel::flags(index);
    if (!index.isValid())
        return all;
    all |= Qt::ItemIsDragEnabled;
    if (m_project && m_project->readOnlyReason().isEmpty())
        all |= Qt::ItemIsEditable;
    return all;
}

QMimeData* ArticleListModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setData(QLatin1StringView(mimeType), articleAt(indexes.first().row()).toBytes());
    return data;
}

ArticleId ArticleListModel::articleOf(const QMimeData& data)
{
    return ArticleId::fromBytes(data.data(QLatin1StringView(mimeType)));
}

ArticleFilter::ArticleFilter(ArticleListModel* model, QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSourceModel(model);
    setDynamicSortFilter(true);
}

/// Dynamic sorting would move rows while one tags: only title and order of coming in are kept up.
void ArticleFilter::setOrder(Order order)
{
    m_order = order;
    setDynamicSortFilter(order == Added || order == Title);
    invalidate();
    sort(order == Added ? -1 : 0);
}

void ArticleFilter::setWords(const QString& words)
{
    m_words = foldedForSearch(words).split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

void ArticleFilter::setStatus(std::optional<ArticleStatus> status)
{
    m_status = status;
    invalidateRowsFilter();
}

bool ArticleFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_status && index.data(ArticleListModel::StatusRole).toInt() != static_cast<int>(*m_status))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = foldedForSearch(
        index.data().toString() + u' ' + index.data(ArticleListModel::FileRole).toString());
    return std::all_of(
        m_words.begin(), m_words.end(), [&](const QString& word) { return text.contains(word); });
}

bool ArticleFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const auto share = [](const QModelIndex& index, auto part) {
        const auto made = index.data(ArticleListModel::CompositionRole).value<Composition>();
        return static_cast<double>(part(made))
            / static_cast<double>(std::max<qsizetype>(1, made.total()));
    };
    switch (m_order) {
    case Title:
        return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
    case Progress: { // what is to be done comes first
        const auto tagged = [](const Composition& made) { return made.tagged(); };
        return share(left, tagged) < share(right, tagged);
    }
    case Marketing: {
        const auto marketing = [](const Composition& made) { return made.of(Tag::Marketing); };
        return share(left, marketing) > share(right, marketing);
    }
    case FirstCaveat: { // the later the first caveat, the higher; without one highest of all
        const auto late = [](const QModelIndex& index) {
            const double first = index.data(ArticleListModel::FirstCaveatRole).toDouble();
            return first < 0 ? 2 : first;
        };
        return late(left) > late(right);
    }
    case Added:
        break;
    }
    return left.row() < right.row();
}

} // namespace assay
