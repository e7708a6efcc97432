// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/features.h"
#include "models/compare/similarity.h"

namespace assay {

/// Whether two sentences name others for one piece of work: who paid for a study, who ran it, where
/// it was published. `linked`: they are known to speak of one thing.
bool creditOthers(const UnitFeatures& a, const UnitFeatures& b, const SimilarityTable& table,
    float score, bool linked);

} // namespace assay
