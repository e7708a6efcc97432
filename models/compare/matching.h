// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/comparison.h"

namespace assay {

/// Score from which a pair says the same.
inline constexpr float sameClaim = 0.46F;
/// From which score on a pair without a link is looked at for disagreement.
inline constexpr float worthALook = 0.1F;

/// Matches the units of two articles: scores the pairs that are likely, keeps the best few of every
/// unit of either, judges them and joins neighbours. Each pair stands once, in no certain order;
/// mirrored arguments may break ties otherwise. Works on all cores. Returns early, with what it
/// has, when `progress` says so; it never fails.
std::vector<Match> findMatches(
    const PreparedArticle& a, const PreparedArticle& b, const Progress& progress);

} // namespace assay
