// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/progress.h"
#include "models/compare/disagreement.h"
#include "models/compare/relation.h"

namespace assay {

/// Units of one article and units of the other that belong together.
struct Match {
    std::vector<quint32> a, b; ///< units, ascending; one each, unless neighbours share a match
    Relation relation = Relation::Related;
    float score = 0; ///< 0 to 1, orders matches
    bool byHand = false; ///< a reviewer said so

    bool operator==(const Match&) const = default;
};

/// What two articles have in common.
struct Comparison {
    /// The best three counterparts of every unit of either, each pair once, in order of `a`, then
    /// `b`.
    std::vector<Match> matches;
    std::vector<quint32> onlyA, onlyB; ///< units with no more than related ones
    bool isWeak = false; ///< the articles are in different or unknown languages

    bool operator==(const Comparison&) const = default;
};

/// Compares two articles. B against A gives the mirrored result. Returns early, with what it has,
/// when `progress` says so.
Comparison compareArticles(
    const PreparedArticle& a, const PreparedArticle& b, const Progress& progress = {});

/// Fills in which units have no more than related matches.
void fillUnmatched(Comparison& comparison, const PreparedArticle& a, const PreparedArticle& b);

/// The relation of one pair and its score, where `certain` tells that nothing else comes near:
/// mutual best matches with a margin are believed at a lower score.
Match judgePair(const PreparedArticle& a, std::size_t i, const PreparedArticle& b, std::size_t j,
    const SimilarityTable& table, Similarity similarity, bool certain);

} // namespace assay
