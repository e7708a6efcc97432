// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/pageplan.h"

namespace assay {

/// The article's blocks with their fonts, indents and room for note numbers; not yet broken into
/// lines. Rows of a table that fits get columns.
std::vector<PaperBlock> paperBlocks(
    const PaperReview& review, const PagePlan& plan, const PaperOptions& options);

/// Breaks the block into lines, in a text `width` points wide.
void breakBlock(PaperBlock& block, qreal width);

} // namespace assay
