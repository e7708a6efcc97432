// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/rangemap.h"
#include "models/project/cell.h"
#include "models/statistics/composition.h"

#include <QHash>

#include <map>

namespace assay {

/// What one reviewer says of one unit.
struct Mark {
    Tag tag = Tag::Untagged;
    bool unsure = false;
    QString note;
    QString source;

    bool isEmpty() const { return *this == Mark(); }
    bool operator==(const Mark&) const = default;
};

/// One text that an article had or has. A later save maps stretches of the one it came after.
struct Revision {
    ArticleFacts facts;
    Layout layout;
    RevisionKey from = 0; ///< 0: as it was first added
    RangeMap map;
};

/// An article of the project as it is now: its units and what each reviewer says of them. What was
/// said of another revision shows wherever the maps between revisions carry it.
class ArticleState {
public:
    ArticleState(ArticleId id, const Revision& first);

    /// Makes a revision known; shown once a cell says so.
    void learn(const Revision& revision);

    ArticleId id() const { return m_id; }
    /// Of the present revision, under the present title.
    const ArticleFacts& facts() const { return m_facts; }
    /// What was said of a field of the article ("title", a status); empty where nothing was.
    QString meta(const QString& field) const { return m_meta.value(field); }
    RevisionKey revision() const { return m_revision; }
    const QList<Unit>& units() const { return m_units; }
    bool isPresent() const { return m_present; }
    void setPresent(bool present) { m_present = present; }
    /// An earlier text of another article, made to be read beside it; never present, never edited.
    bool isEarlier() const { return m_isEarlier; }
    void setEarlier() { m_isEarlier = true; }
    /// The revision of that key, if it is known.
    std::optional<Revision> revisionWith(RevisionKey key) const;
    /// The revisions that the present one came after, the latest first.
    QList<RevisionKey> earlierRevisions() const;

    /// The reviewer's mark on unit `unit`; an empty one where nothing was said.
    const Mark& mark(ReviewerId reviewer, qsizetype unit) const;
    Tag tag(ReviewerId reviewer, qsizetype unit) const { return mark(reviewer, unit).tag; }
    /// Units with a note of the reviewer's.
    QList<qsizetype> notedUnits(ReviewerId reviewer) const;
    /// The reviewer's tags, one a unit.
    QList<Tag> tags(ReviewerId reviewer) const;
    Composition composition(ReviewerId reviewer) const;
    /// Everyone who said anything of this article.
    QList<ReviewerId> reviewers() const;

    /// Index of the unit that holds UTF-16 offset `offset`, or the next one, or the last; -1
    /// without units.
    qsizetype unitAt(qint32 offset) const;
    /// Index of the unit with exactly this range, or -1.
    qsizetype unitWith(TextRange range) const;

    /// What the unit of exactly this range was found to be when the text came in; a sentence where
    /// there was none.
    UnitKind foundKind(TextRange range) const;

    /// Takes the present value of one of this article's cells and returns the units [first, last]
    /// whose marks changed; {0, -1} when none did. After boundaries, kinds and revisions the units
    /// are stale until settle().
    std::pair<qsizetype, qsizetype> apply(const CellRow& row);
    bool isStale() const { return m_stale; }
    /// Cuts the text into units anew, once for any number of repairs.
    void settle();

private:
    struct Said {
        std::optional<CellValue> tag, unsure, note, source;

        std::optional<CellValue>* field(Field field);
    };
    using Sayings = std::map<TextRange, Said>;
    struct Review {
        Sayings said; ///< of the present revision
        QHash<RevisionKey, Sayings> elsewhere; ///< of the others
        Sayings carried; ///< from elsewhere, in offsets of the present revision
        QList<Mark> marks; ///< by unit
        Composition composition;
        qint32 longest = 0; ///< of the ranges in `said` and `carried`
    };
    /// Repairs of how the text falls into units, of one revision.
    struct Repairs {
        std::map<qint32, qint32>
            boundaries; ///< start of a unit → end of the one before, -1: joined
        std::map<TextRange, CellValue> kinds;
    };

    Review& review(ReviewerId reviewer);
    std::optional<TextRange> inPresent(RevisionKey revision, TextRange range) const;
    Mark resolve(const Review& review, const Unit& unit) const;
    void refresh(Review& review, qsizetype first, qsizetype last);
    void refreshFacts();
    void carry(Review& review);
    void setRevision(RevisionKey revision);
    Repairs presentRepairs() const;
    void applyKinds(const Repairs& repairs);

    ArticleId m_id;
    QHash<RevisionKey, Revision> m_revisions;
    RevisionKey m_first = 0;
    RevisionKey m_revision = 0; ///< the present one
    ArticleFacts m_facts;
    QHash<QString, QString> m_meta;
    QHash<RevisionKey, Repairs> m_repairs;
    QList<Unit> m_units;
    bool m_present = true;
    bool m_isEarlier = false;
    bool m_stale = false;
    QHash<ReviewerId, Review> m_reviews;
};

/// A change of that kind about the unit, to be filled in.
Change changeOf(const ArticleState& article, qsizetype unit, EventKind kind);

} // namespace assay
