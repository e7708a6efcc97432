// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/disagreement.h"

namespace assay {

/// Appends to `found` the pairs of figures of sentence `a` and sentence `b` that are of one thing
/// and cannot both be true, with where they stand (UTF-16). `table` is of the articles that the
/// sentences are from, `similarity` of the two. With `linked`, both are taken to be about one
/// thing; without, only stretches of time in one role whose surroundings agree count. Figures
/// behind the 64th of a sentence are left out. Never fails.
void findFigureConflicts(const UnitFeatures& a, const UnitFeatures& b, const SimilarityTable& table,
    Similarity similarity, bool linked, std::vector<Disagreement>& found);

/// The first source of `a` that both sentences credit, plus 1; 0 for none.
quint32 creditedByBoth(const UnitFeatures& a, const UnitFeatures& b);

} // namespace assay
