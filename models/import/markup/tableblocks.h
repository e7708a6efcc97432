// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/markup/rawblocks.h"

namespace assay {

/// Whether the table at node `table` holds data: its cells are short and hold no blocks of text.
/// Others only place things.
bool isDataTable(const Page& page, int table);

/// Appends the table's captions and rows in their order, a block each. Empty ones are left out.
void addTableBlocks(const Page& page, int table, std::vector<RawBlock>& blocks);

} // namespace assay
