// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"
#include "models/project/status.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>

namespace assay {

/// The project's articles in the order they came in, with the current reviewer's progress in each.
/// Another title goes through Project::edit().
class ArticleListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        TaggedRole,
        TotalRole,
        CompositionRole,
        FileRole,
        StatusRole, ///< an ArticleStatus as int
        FirstCaveatRole ///< share of the text before the first caveat; -1 without one
    };
    static constexpr auto mimeType = "application/x-assay-article";

    /// `project` must live longer than the model, or be taken away with setProject(nullptr).
    explicit ArticleListModel(QObject* parent = nullptr);
    void setProject(Project* project);
    Project* project() const { return m_project; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override { return { QLatin1StringView(mimeType) }; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    ArticleId articleAt(int row) const;
    int rowOf(ArticleId article) const { return static_cast<int>(m_articles.indexOf(article)); }
    /// The article that was dragged; a null id where it was something else.
    static ArticleId articleOf(const QMimeData& data);

private:
    void take(const ChangeSet& changes);
    void reload();

    Project* m_project = nullptr;
    QList<ArticleId> m_articles;
};

/// The same sorted and filtered as a person wants it.
class ArticleFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum Order { Added, Title, Progress, Marketing, FirstCaveat };

    explicit ArticleFilter(ArticleListModel* model, QObject* parent = nullptr);
    void setOrder(Order order);
    /// Only articles whose title or file name has all words of `words`.
    void setWords(const QString& words);
    /// Only articles of this status; nothing: all.
    void setStatus(std::optional<ArticleStatus> status);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    Order m_order = Added;
    QStringList m_words;
    std::optional<ArticleStatus> m_status;
};

} // namespace assay
