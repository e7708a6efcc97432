// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/similarity.h"

#include <optional>

namespace assay {

/// Whether two sentences that put the same two things above, level with or below one another
/// exclude each other, whichever they name first: "men do better than women" and "women do better",
/// "women do no worse" and "as well as". Nothing where they do not compare the same things.
std::optional<bool> contrastsDisagree(
    const UnitFeatures& a, const UnitFeatures& b, const SimilarityTable& table);

} // namespace assay
