// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/similarity.h"

namespace assay {

/// One thing that two sentences do not agree on.
struct Disagreement {
    enum Kind : quint8 {
        Figure, ///< figures of one dimension that cannot both be true
        Credit, ///< one piece of work by different people
        Source, ///< one finding credited to different journals
        Negation, ///< said by one and denied by the other
        Opposite, ///< words that exclude each other: "rare", "common"
        Stance, ///< open for one, settled for the other
        Crosswise, ///< the same things compared the other way round
    };

    Kind kind = Figure;
    TextRange a, b; ///< where each article says it, UTF-16
    Dimension dimension = Dimension::Count; ///< of figures
    quint8 role = 0; ///< of stretches of time: index of Lexicon::roleNames() plus 1
    quint32 credited = 0; ///< the source both credit, plus 1; 0 for none
};

/// What unit `i` of `a` and unit `j` of `b` do not agree on. With `linked`, both are taken to be
/// about one thing; without, only stretches of time in one role whose surroundings agree, and
/// settled against open, count.
std::vector<Disagreement> findDisagreements(const PreparedArticle& a, std::size_t i,
    const PreparedArticle& b, std::size_t j, const SimilarityTable& table, Similarity similarity,
    bool linked);

} // namespace assay
