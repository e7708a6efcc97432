// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"

namespace assay {

struct Language;

/// A paragraph, heading, list item or piece of furniture of a plain text.
struct Block {
    TextRange range; ///< without blanks at its ends
    UnitKind kind = UnitKind::Sentence;
    quint8 level = 0; ///< of a heading, from 1
    BlockForm form = BlockForm::Plain;

    bool operator==(const Block&) const = default;
};

/// Finds the blocks of a plain text: a line each, or, where the lines are hard-wrapped, a run of
/// lines.
QList<Block> plainBlocks(QStringView text, const Language& language);

/// Cuts blocks into units. A list item's first sentence, with its marker, is the list item.
Layout layoutOf(QStringView text, const QList<Block>& blocks, const Language& language);

/// The article's headline, when it opens with one; else the beginning of its first line.
QString titleOf(QStringView text, const QList<Block>& blocks);

} // namespace assay
