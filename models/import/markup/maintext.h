// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/markup/rawblocks.h"

namespace assay {

/// Marks what of a page is furniture: everything outside the part of the page whose text outweighs
/// its menus, teasers and forms, and what is such inside it. `headline` is the element of the
/// page's headline or -1; `body` is the article's text where the page holds it once more as data.
void markFurniture(
    const Page& page, std::vector<RawBlock>& blocks, int headline, const QString& body);

} // namespace assay
