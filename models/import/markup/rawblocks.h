// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"
#include "models/import/markup/dom.h"

namespace assay {

/// A block as it stands in the page, with what tells an article from what is around it.
struct RawBlock {
    SourceBlock block;
    int node = -1; ///< the innermost element that makes the block
    int length = 0; ///< characters of text
    int linkLength = 0; ///< ... of them in links
    bool emphasised = false; ///< all of it is bold: a heading in old pages
};

/// The blocks of a page in its order; scripts, styles and other things that show no words are left
/// out.
std::vector<RawBlock> rawBlocks(const Page& page);

} // namespace assay
