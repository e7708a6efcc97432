// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"
#include "models/statistics/composition.h"

#include <QStringView>

#include <vector>

namespace assay {

/// Where an article's tags stand, as a strip of cells from its beginning to its end.
struct TagStrip {
    std::vector<Tag> cells; ///< the tag that holds most of each cell; Untagged where none does
    /// Where the first unit with that tag begins, as a share of the article's units that count
    /// (furniture left out), from 0 to 1; -1 where none has it. Indexed by Tag.
    std::array<double, 5> first{ -1, -1, -1, -1, -1 };
};

/// The strip with `cells` cells of units that carry `tags`, one a unit. Places are by length of the
/// text without furniture.
TagStrip tagStrip(const QList<Unit>& units, const QList<Tag>& tags, int cells);

/// The place of a unit among those that a reviewer counts: no furniture, no headings.
struct UnitPosition {
    qsizetype number = 0; ///< from 1; 0 for a unit that does not count
    qsizetype total = 0;
};
UnitPosition positionOf(const QList<Unit>& units, qsizetype unit);

/// How many words carry each tag: the composition by words. `text` is the article's.
Composition wordComposition(const QList<Unit>& units, const QList<Tag>& tags, QStringView text);

} // namespace assay
