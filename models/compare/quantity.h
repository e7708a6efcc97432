// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/lexicon.h"

#include <array>

namespace assay {

/// A figure that a sentence gives, in its dimension's base unit (see resources/compare): "up to
/// three months" is at most 7,889,400 seconds.
struct Quantity {
    Dimension dimension = Dimension::Count;
    Bound bound = Bound::Exact;
    quint8 role = 0; ///< what a stretch of time measures: index of Lexicon::roleNames() plus 1
    bool wordy = false; ///< "a third", "half": a rounded way of saying it
    bool named = false; ///< by a phrase without a number: "free of charge", "permanently"
    bool people = false; ///< counts persons, whatever they are called
    double low = 0;
    double high = 0; ///< the same as `low` unless a range was given
    double slack = 0; ///< half of what the last digit given is worth
    double unit = 0; ///< of a stretch of time: how many seconds the unit has that it is given in
    bool rounded = false; ///< the last digits are zeros: it may be a round number
    qint32 first = 0; ///< tokens [first, last] of the sentence, with the measure
    qint32 last = 0;
    std::array<quint32, 2> nouns{}; ///< stems of what is counted, nearest first; 0 for none
};

/// The figures of a sentence in order.
std::vector<Quantity> findQuantities(
    std::span<const Token> tokens, QStringView text, const Lexicon& lexicon);

/// Whether both may be true of one thing: bounds and rounding considered. Of one dimension. With
/// `strictly`, as in a sentence that is otherwise word for word the same, "5,000" is not taken to
/// be rounded.
bool agrees(const Quantity& a, const Quantity& b, bool strictly = false);
/// Whether they say the same, as "a day" and "24 hours" do.
bool isSame(const Quantity& a, const Quantity& b, bool strictly = false);

} // namespace assay
