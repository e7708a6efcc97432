// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/words.h"

#include <span>

namespace assay {

/// Longest common subsequence of two token sequences and the longest run in a row, in tokens.
struct CommonWords {
    int total = 0;
    int longestRun = 0;
    int inRuns = 0; ///< of runs of three and more
};
CommonWords commonWords(std::span<const Token> a, std::span<const Token> b);

} // namespace assay
