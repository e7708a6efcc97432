// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/fold.h"
#include "models/statistics/composition.h"

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

/// An article of the project as it is now: its units and what each reviewer says of them.
class ArticleState {
public:
    ArticleState(ArticleId id, ArticleFacts facts, Layout imported);

    ArticleId id() const { return m_id; }
    const ArticleFacts& facts() const { return m_facts; }
    const QList<Unit>& units() const { return m_units; }
    bool isPresent() const { return m_present; }
    void setPresent(bool present) { m_present = present; }

    /// The reviewer's mark on unit `unit`; an empty one where nothing was said.
    const Mark& mark(ReviewerId reviewer, qsizetype unit) const;
    Tag tag(ReviewerId reviewer, qsizetype unit) const { return mark(reviewer, unit).tag; }
    Composition composition(ReviewerId reviewer) const;
    /// Everyone who said anything of this article.
    QList<ReviewerId> reviewers() const;

    /// Index of the unit that holds UTF-16 offset `offset`, or the next one, or the last; -1
    /// without units.
    qsizetype unitAt(qint32 offset) const;
    /// Index of the unit with exactly this range, or -1.
    qsizetype unitWith(TextRange range) const;

    /// Takes the present value of one of this article's cells and returns the units [first, last]
    /// whose marks changed; {0, -1} when none did. A boundary changes them all.
    std::pair<qsizetype, qsizetype> apply(const CellRow& row);

private:
    struct Said {
        std::optional<CellValue> tag, unsure, note, source;
    };
    struct Review {
        std::map<TextRange, Said> said;
        QList<Mark> marks; ///< by unit
        Composition composition;
        qint32 longest = 0; ///< of the ranges in `said`
    };

    Review& review(ReviewerId reviewer);
    Mark resolve(const Review& review, const Unit& unit) const;
    void refresh(Review& review, qsizetype first, qsizetype last);
    void rebuildUnits();

    ArticleId m_id;
    ArticleFacts m_facts;
    Layout m_imported;
    std::map<qint32, qint32>
        m_boundaries; ///< repairs: start of a unit → end of the unit before it, -1: joined
    QList<Unit> m_units;
    bool m_present = true;
    QHash<ReviewerId, Review> m_reviews;
};

} // namespace assay
