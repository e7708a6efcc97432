// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/similarity.h"

namespace assay {

/// Tells whether two sentences speak of different ones, so that what they say may both be true: of
/// women and of men, of a trial and of a second one, of the treated and of the others.
class Subjects {
public:
    /// Keeps references: the sentences and the lexicon must outlive it.
    Subjects(const UnitFeatures& a, const UnitFeatures& b, const Lexicon& lexicon)
        : m_a(a)
        , m_b(b)
        , m_lexicon(lexicon)
    {
    }

    /// Whether the sentences name groups that leave one another out, each another one.
    bool areApart() const;
    /// Whether the figures, one of each sentence, are given of different ones.
    bool differ(const Quantity& a, const Quantity& b) const;

private:
    bool tellWhichOnes(const Quantity& a, const Quantity& b) const;
    std::vector<quint32> setApart(
        const UnitFeatures& unit, const Quantity& quantity, const UnitFeatures& from) const;
    bool isOfControls(const UnitFeatures& unit, Dimension dimension) const;

    const UnitFeatures& m_a;
    const UnitFeatures& m_b;
    const Lexicon& m_lexicon;
};

/// Whether a word of the sentence is of this kind in subjects.txt.
bool says(const UnitFeatures& unit, Lexicon::Subject kind, const Lexicon& lexicon);

/// Stems of the words that say what is spoken of, each once: none of grammar, measures and numbers,
/// nor those that stand in any text of the genre, as "patients"; without words [from, past).
std::vector<quint32> tellingWords(
    const UnitFeatures& unit, const Lexicon& lexicon, std::size_t from = 0, std::size_t past = 0);

/// How many of one side's stems have kin on the other: the fewer of both directions.
std::size_t countShared(
    const std::vector<quint32>& a, const std::vector<quint32>& b, const SimilarityTable& table);

/// The words of a sentence, as the tables of a lexicon take them.
std::vector<quint32> wordsOf(const UnitFeatures& unit);

} // namespace assay
