// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/cell.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace assay {

/// Folds events, in whatever order they come, into the present value of every cell: the last event
/// that is not revoked wins, by stamp. Revoking a revoke restores what it undid; revoking a merge
/// puts aside every event that came in with it. Ids stand once and entries are small: a million
/// events take about 100 MB and a second.
///
/// A revoke reaches only what was made before it, and a merge only revokes made before it: no Assay
/// writes others, and what a hostile file says in a circle or of itself counts for nothing. So what
/// is in force is decided from the latest group to the earliest, once each, whatever the file
/// holds.
///
/// An event whose lamport is out of reach (see bounds.h) counts for nothing, as long as it is.
class Fold {
public:
    Fold();

    /// Takes in an event and returns the cells whose value may have changed. Adding one twice
    /// changes nothing.
    QList<Cell> add(const Event& event);

    /// The same for many: takes time in proportion to what is there, whatever revokes what.
    QSet<Cell> addAll(const QList<Event>& events);

    /// The same, one by one where they are few or revoke little.
    QSet<Cell> addSome(const QList<Event>& events);

    /// The same without saying which cells: for reading a whole log.
    void take(const Event& event);

    /// Events up to this lamport are known to be in the log, though they were not all taken in.
    void reach(qint64 lamport) { m_highest = std::max(m_highest, lamport); }

    /// Takes a value from a stored projection, for which no event has been read yet.
    void seed(const CellRow& row);

    /// The cell's value, or nothing when all that was said of it is undone.
    std::optional<CellValue> value(const Cell& cell) const;

    /// Every cell that has a value, in no order.
    QList<CellRow> rows() const;

    /// False when the group is revoked by one that is itself in force.
    bool isActive(GroupId group) const;

    /// The cells that the group's own events are about, with the values they gave; empty for an
    /// unknown group.
    QList<CellRow> saidBy(GroupId group) const;

    /// The groups that said anything of the cell, whether in force or not.
    QList<GroupId> groupsAbout(const Cell& cell) const;

    /// An edit, or an undo or redo, as a reviewer's history is made of.
    struct Step {
        GroupId group;
        GroupId revoked; ///< the one group it revokes, where that is all it does
        Stamp first; ///< of its first event
    };
    /// The reviewer's edits in the order they were made. Introductions of reviewers and erasures,
    /// which nothing undoes, are left out.
    QList<Step> stepsOf(ReviewerId reviewer) const;
    /// Groups that hold events and are not in `known`: what came after a copy was made.
    QList<GroupId> groupsOutside(const Fold& known) const;

private:
    using Index = quint32; ///< into one of the tables below; 0: none

    struct Entry {
        qint64 lamport = 0;
        qint64 n = 0;
        qint32 number = 0;
        Index replica = 0, text = 0, group = 0, cell = 0;
        Index older = 0; ///< the entry before it of the same cell
        Index next = 0; ///< of the same group
    };
    struct SmallCell {
        Index article = 0, reviewer = 0, other = 0;
        RevisionKey revision = 0;
        TextRange range;
        Field field = Field::Tag;

        bool operator==(const SmallCell&) const = default;
        friend size_t qHash(const SmallCell& c, size_t seed = 0)
        {
            return qHashMulti(seed, c.article, c.reviewer, c.range.start, c.range.end,
                c.revision ^ (c.other << 8U) ^ static_cast<quint32>(c.field));
        }
    };
    struct CellRecord {
        SmallCell cell;
        Index newest = 0; ///< entry
    };
    struct Group {
        GroupId id;
        qint64 lamport = 0, n = 0; ///< of the first event, lamport 0 while none is known
        Index replica = 0, reviewer = 0, entries = 0;
    };

    SmallCell small(const Cell& cell);
    std::optional<SmallCell> find(const Cell& cell) const;
    Cell large(const SmallCell& cell) const;
    CellValue valueOf(const Entry& entry) const;
    Index indexOf(const QUuid& uuid);
    Index textIndex(const QString& text);
    Index groupIndex(GroupId id);
    Index groupOf(const Event& event);
    bool before(const Entry& a, const Entry& b) const;
    bool isLater(Index group, Index other) const;
    bool noteLamport(qint64 lamport);
    void takeIn(const Event& event);
    bool takeRevoke(const Event& event);
    void takeMerge(const Event& event);
    bool addEntry(const CellRow& row, Index group);
    bool isUndone(Index replica, qint64 n) const;
    bool isActive(Index group) const;
    bool counts(const Entry& entry) const;

    /// What is in force of the groups that revoke, merge, or are revoked; all others are.
    struct Force {
        std::vector<char> inactive; ///< by group
        std::vector<char> mute; ///< by group: what it revokes is not revoked by it
        /// Stretches of sessions that undone merges put aside, first n → last n, apart from each
        /// other.
        QHash<Index, std::map<qint64, qint64>> undone;
    };
    bool decide(Force& force, Index group) const;
    void putAside(Force& force, const QList<Span>& spans) const;
    void settle() const;
    QList<Index> settleBelow(Index group);
    QSet<Cell> resettle();
    void addCellsOf(Index group, QSet<Cell>& cells) const;

    std::vector<QUuid> m_uuids;
    QHash<QUuid, Index> m_uuidIndex;
    QUuid m_lastUuid[4]; ///< the ones just asked for: events in a row are about the same things
    Index m_lastIndex[4] = {};
    std::vector<QString> m_texts;
    QHash<QString, Index> m_otherIndex;
    std::vector<Entry> m_entries;
    std::vector<CellRecord> m_cells;
    QHash<SmallCell, Index> m_cellIndex;
    std::vector<Group> m_groups;
    QHash<GroupId, Index> m_groupIndex;
    QHash<Index, QList<Index>> m_revokes; ///< group → groups it revokes
    QHash<Index, QList<Index>> m_revokedBy;
    QSet<std::pair<Index, Index>> m_pairs; ///< the same, to be looked up
    QHash<Index, QList<Span>> m_merges;
    mutable Force m_force;
    mutable bool m_settled = true;
    qint64 m_highest = 0; ///< lamport in reach
    std::multiset<qint64> m_beyond; ///< lamports out of reach
};

} // namespace assay
