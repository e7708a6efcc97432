// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/event.h"

#include <optional>

namespace assay {

/// What a cell is about. The numbers stand in project files.
enum class Field : quint8 {
    Tag = 1,
    Unsure = 2,
    Note = 3,
    Source = 4,
    Boundary = 5,
    Presence = 6,
    ReviewerName = 7,
    Meta = 8, ///< `other`: "title" ...
    Revision = 9,
    BlockKind = 10,
    Link = 11, ///< `other`: the other end
    Refuse = 12, ///< `other`: the other end
    Erased = 13
};

/// One thing that has one present value: a field of a unit and reviewer, an article's presence ...
/// Parts that do not apply are null or zero.
struct Cell {
    Field field = Field::Tag;
    ArticleId article;
    ReviewerId reviewer;
    TextRange range;
    RevisionKey revision = 0; ///< of the article's text that `range` is in
    QString other;

    bool operator==(const Cell&) const = default;
    friend size_t qHash(const Cell& cell, size_t seed = 0)
    {
        return qHashMulti(seed, cell.field, cell.article, cell.reviewer, cell.range.start,
            cell.range.end, cell.revision, cell.other);
    }
};

/// The value of a cell, and the event that gave it.
struct CellValue {
    qint32 number = 0; ///< tag, flag, kind, or the end of the unit before a boundary
    QString text; ///< note, source, name, relation, hash of a revision in hex
    Stamp stamp;

    bool operator==(const CellValue&) const = default;
};

/// A cell and its value: a row of the projection.
struct CellRow {
    Cell cell;
    std::optional<CellValue> value; ///< nothing: no event says anything of it any more

    bool operator==(const CellRow&) const = default;
};

/// The cell an event is about and the value it gives; nothing for a revoke, a merge or an unknown
/// kind.
std::optional<CellRow> cellOf(const Event& event);

/// One end of a link as a cell names it, and back. Null article: it is none.
QString targetText(const Target& target);
Target targetFromText(const QString& text);

/// True for texts that a projection holds by their hash, because they are content.
inline bool isContent(Field field)
{
    return field == Field::Note || field == Field::Source || field == Field::Meta;
}

} // namespace assay
