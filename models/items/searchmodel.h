// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/projectsearch.h"

#include <QAbstractListModel>

namespace assay {

/// Which units a list of sentences holds.
struct UnitFilter {
    std::optional<Tag> tag;
    ReviewerId reviewer; ///< whose tags, notes and flags count
    bool unsure = false; ///< only those marked so
    bool noted = false; ///< only those with a note

    static UnitFilter unsureOnes() { return { {}, {}, true, false }; }
    static UnitFilter notedOnes() { return { {}, {}, false, true }; }
    bool isEmpty() const { return !tag && !unsure && !noted; }
    bool operator==(const UnitFilter&) const = default;
};

/// Sentences of the project: those that hold what was searched for, in the text or in a note, and
/// pass the filter; with nothing searched for, all that pass a filter that asks for something.
class SearchModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        PlaceRole = Qt::UserRole + 1, ///< a Place
        TitleRole, ///< of the article
        TagRole, ///< a Tag as int
        UnsureRole,
        HitRole, ///< a TextRange in the text of DisplayRole: what was searched for
        NoteRole ///< QString: the note, where there is one
    };

    explicit SearchModel(QObject* parent = nullptr);
    void setProject(Project* project);
    void setFilter(const UnitFilter& filter);
    const UnitFilter& filter() const { return m_filter; }
    void setResult(const SearchResult& result);
    /// Looks at the marks again; rows that stay keep their place.
    void refresh();
    /// The row that holds what row `before` of the rows before the last reset held, or -1.
    int rowAfterReset(int before) const
    {
        return static_cast<int>(m_rows.indexOf(m_before.value(before)));
    }
    /// Forgets the texts of articles that are not in the project any more.
    void prune();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// The hits within one article, in order, for its reader.
    QList<TextRange> hitsIn(ArticleId article) const;
    bool hasMore() const { return m_result.more; }

private:
    struct Row {
        ArticleId article;
        qsizetype unit = -1;
        TextRange hit; ///< in the article's text; empty for a note or for no text at all

        bool operator==(const Row&) const = default;
    };
    bool passes(const ArticleState& article, qsizetype unit) const;
    void addNotes(const ArticleState& article, const QString& needle, QList<Row>& rows) const;
    QList<Row> rowsOf() const;
    std::pair<QString, TextRange> excerpt(const Row& row) const;

    Project* m_project = nullptr;
    UnitFilter m_filter;
    SearchResult m_result;
    QList<Row> m_rows;
    QList<Row> m_before;
};

} // namespace assay
