// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/similarity.h"

namespace assay {

/// A hard denial in a sentence.
struct Denial {
    std::size_t at = 0; ///< its first word
    bool ofVerb = false; ///< "not", "cannot", "never"; not "no", "free of", nor "not used in"
    /// Only tells whom is meant: "those who have not responded", "if it fails".
    bool ofSome = false;
    /// The next three words that tell something (see tellingWords()), up to an "and" or "because".
    std::vector<std::size_t> about;
};

std::vector<Denial> denialsOf(const UnitFeatures& unit, const Lexicon& lexicon);

/// Whether the word at `word` (UTF-16) is among those that a denial of the sentence is about.
bool reachesDenied(const UnitFeatures& denying, TextRange word, const Lexicon& lexicon);

/// Whether all that a sentence denies is a difference, and the other puts the two things level or
/// one above all: "did not differ", "the same"; "nothing is more common", "the most common".
bool deniesDifference(
    const UnitFeatures& denying, const UnitFeatures& other, const Lexicon& lexicon);

/// Whether one says that what the other tells does not happen, though they share few words: "drops
/// do not raise the risk of glaucoma", "makes no difference to".
bool deniesEffect(const UnitFeatures& denying, const UnitFeatures& other,
    const SimilarityTable& table, Similarity similarity);

/// Whether one says that there was none of what the other counts, or says that some had: "no
/// serious complications were seen", "three patients had serious complications".
bool deniesExistence(
    const UnitFeatures& denying, const UnitFeatures& other, const SimilarityTable& table);

} // namespace assay
