// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/articlestate.h"

#include <QSet>

#include <memory>

namespace assay {

/// What changed in a project's state, for those who show it.
struct ChangeSet {
    bool articles = false; ///< articles came, went or moved
    bool reviewers = false;
    struct Units {
        ArticleId article;
        qsizetype first = 0; ///< units [first, last] carry other marks
        qsizetype last = -1;
        bool boundaries = false; ///< the units themselves are others
    };
    QList<Units> units;
    QList<ArticleId> texts; ///< articles that show another text
    bool links = false;

    bool isEmpty() const
    {
        return !articles && !reviewers && !links && units.isEmpty() && texts.isEmpty();
    }
};

/// The project as it is now, in memory: articles, reviewers, marks. Fed with cells; asked by views.
class ProjectState {
public:
    /// Makes an article known. It is shown once its Presence cell says so.
    void learn(ArticleId id, const Revision& revision);
    bool knows(ArticleId id) const { return m_articles.contains(id); }

    /// Makes an earlier text of an article known under an id of its own, to be read beside the
    /// present one, and returns it; a null id where there is no such revision.
    ArticleId learnEarlier(ArticleId id, RevisionKey revision);

    /// Takes the present values of cells. Returns what changed.
    ChangeSet apply(const QList<CellRow>& rows);
    /// Takes which articles were erased for good in this file: whatever cells say of them, they are
    /// no part of it any more.
    ChangeSet setGone(const QSet<ArticleId>& articles);

    /// Whether an event that is in force says that the article is erased, here or elsewhere.
    bool isCalledErased(ArticleId id) const { return m_erased.contains(id); }

    /// Articles that are in the project, in the order they were added.
    const QList<ArticleId>& articles() const { return m_order; }
    /// The article, also when it was removed; null when it was never there.
    const ArticleState* article(ArticleId id) const;
    QString reviewerName(ReviewerId id) const { return m_reviewers.value(id); }
    QList<ReviewerId> reviewers() const;
    /// Reviewers of exactly this name: none, one, or several.
    QList<ReviewerId> reviewersNamed(const QString& name) const;
    Composition composition(ReviewerId reviewer) const;
    /// The reviewer's tag of every unit of every article in their order, page furniture left out.
    QList<Tag> tagsBy(ReviewerId reviewer) const;

    /// What reviewers linked or refused by hand: cells of Field::Link and Field::Refuse.
    QList<CellRow> links() const;

private:
    void apply(const CellRow& row, ChangeSet& changes);
    void refreshPresence(ArticleId id, ChangeSet& changes);

    QHash<ArticleId, std::shared_ptr<ArticleState>> m_articles;
    QHash<ArticleId, Stamp> m_since; ///< when each present article came in: gives the order
    QList<ArticleId> m_order;
    QHash<ReviewerId, QString> m_reviewers;
    QHash<ArticleId, CellValue> m_presence; ///< what cells say of it
    QSet<ArticleId> m_erased; ///< as cells say
    QSet<ArticleId> m_gone; ///< in this file
    QHash<Cell, CellValue> m_links;
};

} // namespace assay
