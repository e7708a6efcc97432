// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/commonwords.h"

#include <algorithm>

namespace assay {

CommonWords commonWords(std::span<const Token> a, std::span<const Token> b)
{
    CommonWords common;
    std::vector<int> longest(b.size() + 1); // of a[0, i) and b[0, k)
    std::vector<int> runs(b.size() + 1); // that ends right before i and k
    std::vector<bool> inRun(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        int diagonal = 0;
        int runDiagonal = 0;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const bool same = a[i].word == b[k].word;
            const int above = longest[k + 1];
            longest[k + 1] = same ? diagonal + 1 : std::max(above, longest[k]);
            diagonal = above;
            const int runAbove = runs[k + 1];
            runs[k + 1] = same ? runDiagonal + 1 : 0;
            runDiagonal = runAbove;
            common.longestRun = std::max(common.longestRun, runs[k + 1]);
            // A run is known at its third word; later ones bring one word each.
            for (int back = 0; runs[k + 1] >= 3 && back < (runs[k + 1] == 3 ? 3 : 1); ++back)
                inRun[i - static_cast<std::size_t>(back)] = true;
        }
    }
    common.total = longest.back();
    common.inRuns = static_cast<int>(std::ranges::count(inRun, true));
    return common;
}

} // namespace assay
