// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/features.h"

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

/// The words of a sentence, as the tables of a lexicon take them.
std::vector<quint32> wordsOf(const UnitFeatures& unit);

} // namespace assay
