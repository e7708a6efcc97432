// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/comparison.h"

namespace assay {

/// Makes one match of two where neighbouring sentences of one article together say what a single
/// one of the other says, better than either alone. Keeps the order of the rest.
void joinNeighbours(std::vector<Match>& matches, const SimilarityTable& table);

} // namespace assay
