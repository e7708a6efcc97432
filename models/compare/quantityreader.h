// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/amountreader.h"
#include "models/compare/quantity.h"

namespace assay {

/// Reads figures from the tokens of one sentence.
class QuantityReader : private AmountReader {
public:
    using AmountReader::AmountReader;
    std::vector<Quantity> find();

private:
    // Those that return a token return the one behind what they read.
    std::optional<std::size_t> one(Quantity& quantity, std::size_t at);
    std::optional<std::size_t> frequency(Quantity& quantity, std::size_t at) const;
    std::optional<std::size_t> fixed(Quantity& quantity, std::size_t at) const;
    std::optional<std::size_t> vague(Quantity& quantity, std::size_t at) const;
    std::size_t measure(Quantity& quantity, const Amount& amount, std::size_t at) const;
    bool date(Quantity& quantity, const Amount& amount, std::size_t at) const;
    bool outOf(Quantity& quantity, const Amount& amount, std::size_t at, std::size_t& past) const;
    bool isPrice(std::size_t at) const;
    bool isMeantOne(std::size_t at) const;
    void readAge(Quantity& quantity, std::size_t past) const;
    void describe(Quantity& quantity) const;
};

} // namespace assay
