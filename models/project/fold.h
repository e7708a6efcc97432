// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/event.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace assay {

/// What a cell is about. The numbers stand in project files.
enum class Field : quint8 {
    Tag = 1,
    Unsure = 2,
    Note = 3,
    Source = 4,
    Boundary = 5,
    Presence = 6,
    ReviewerName = 7
};

/// One thing that has one present value: a field of a unit and reviewer, an article's presence ...
/// Parts that do not apply are null or zero.
struct Cell {
    Field field = Field::Tag;
    ArticleId article;
    ReviewerId reviewer;
    TextRange range;

    bool operator==(const Cell&) const = default;
    friend size_t qHash(const Cell& cell, size_t seed = 0)
    {
        return qHashMulti(
            seed, cell.field, cell.article, cell.reviewer, cell.range.start, cell.range.end);
    }
};

/// The value of a cell, and the event that gave it.
struct CellValue {
    qint32 number = 0; ///< tag, flag, or the end of the unit before a boundary
    QString text; ///< note, source, name
    Stamp stamp;

    bool operator==(const CellValue&) const = default;
};

/// A cell and its value: a row of the projection.
struct CellRow {
    Cell cell;
    std::optional<CellValue> value; ///< nothing: no event says anything of it any more

    bool operator==(const CellRow&) const = default;
};

/// Folds events, in whatever order they come, into the present value of every cell: the last event
/// that is not revoked wins, by stamp. Revoking a revoke restores what it undid.
class Fold {
public:
    /// Takes in an event and returns the cells whose value may have changed. Adding one twice
    /// changes nothing.
    QList<Cell> add(const Event& event);

    /// Takes a value from a stored projection, for which no event has been read yet.
    void seed(const CellRow& row);

    /// The cell's value, or nothing when all that was said of it is undone.
    std::optional<CellValue> value(const Cell& cell) const;

    /// Every cell that has a value, in no order.
    QList<CellRow> rows() const;

    /// False when some revoke of the group is itself in force.
    bool isActive(GroupId group) const { return isActive(group, 0); }

    /// The group's cells; empty for an unknown group.
    QList<Cell> cellsOf(GroupId group) const;

private:
    struct Entry {
        CellValue value;
        GroupId group;
    };
    struct Group {
        QList<Cell> cells;
        QList<GroupId> revokes; ///< groups this one revokes
        QList<GroupId> revokedBy;
    };

    /// How deep revokes of revokes are followed: undo and redo need 2, and a hostile file may hold
    /// a circle.
    static constexpr int deepest = 8;

    bool isActive(GroupId group, int depth) const;
    void affected(GroupId group, QList<Cell>& cells, int depth) const;

    QHash<Cell, std::vector<Entry>> m_cells;
    QHash<GroupId, Group> m_groups;
    QHash<ReplicaId, QSet<qint64>> m_seenRevokes;
};

/// The cell an event is about and the value it gives; nothing for a revoke or an unknown kind.
std::optional<CellRow> cellOf(const Event& event);

} // namespace assay
