// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/amountreader.h"

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

AmountReader::AmountReader(std::span<const Token> tokens, QStringView text, const Lexicon& lexicon)
    : m_tokens(tokens)
    , m_text(text)
    , m_lexicon(lexicon)
{
    for (const Token& token : tokens)
        m_words.push_back(token.word);
}

std::optional<Amount> AmountReader::digits(std::size_t at) const
{
    const Token& token = m_tokens[at];
    // "COVID-19", "B12": part of a name.
    if (token.is(Token::Glued) && at > 0 && !m_tokens[at - 1].is(Token::Symbol)
        && !m_tokens[at - 1].is(Token::Number))
        return {};
    QString number = letters(at).toString();
    const qsizetype comma = number.lastIndexOf(u',');
    // "1,200" but "0,5": a comma with three digits behind it parts thousands.
    if (comma > 0 && number.size() - comma - 1 != 3 && !number.contains(u'.'))
        number[comma] = u'.';
    number.remove(u',');
    bool ok = false;
    Amount amount{ number.toDouble(&ok), 0, false, at + 1 };
    if (!ok)
        return {};
    const qsizetype point = number.indexOf(u'.');
    if (point >= 0) {
        amount.slack = 0.5 * std::pow(10.0, -static_cast<double>(number.size() - point - 1));
    } else {
        qsizetype zeros = 0;
        while (zeros + 1 < number.size() && number[number.size() - 1 - zeros] == u'0')
            ++zeros;
        // "20,000" may be rounded; "20" is not taken to be.
        amount.rounded = zeros >= 3;
        // ... and by no more than makes another amount of it: "30,000" is not "35,000".
        amount.slack = zeros >= 3
            ? std::min(0.5 * std::pow(10.0, static_cast<double>(zeros)), 0.05 * amount.value)
            : 0.0;
    }
    return amount;
}

/// "twenty-five", "three quarters", "a third", "half a".
std::optional<Amount> AmountReader::words(std::size_t at) const
{
    using Kind = Lexicon::NumberWord;
    const auto number = [&](std::size_t i) {
        return i < m_words.size() ? m_lexicon.number(m_words[i]) : nullptr;
    };
    const auto past = [&](std::size_t i) { // "half a", "quarter of an"
        while (is(i, "of"_L1) || is(i, "a"_L1) || is(i, "an"_L1))
            ++i;
        return i;
    };
    const Lexicon::NumberWord* first = number(at);
    if (!first)
        return {};
    if (first->kind == Kind::Divisor) {
        if (is(at, "quarter"_L1) || is(at, "half"_L1) || (at > 0 && is(at - 1, "a"_L1)))
            return Amount{ 1 / first->value, 0, true, past(at + 1) };
        return {};
    }
    if (first->kind == Kind::Multiplier) // "thousands": no figure; "a hundred" is one
        return at > 0 && is(at - 1, "a"_L1) ? std::optional(Amount{ first->value, 0, true, at + 1 })
                                            : std::nullopt;
    Amount amount{ first->value, 0, true, at + 1 };
    const Lexicon::NumberWord* next = number(at + 1);
    if (next && next->kind == Kind::Value && first->value >= 20 && first->value < 100
        && next->value > 0 && next->value < 10) {
        amount.value += next->value;
        ++amount.past;
        next = number(amount.past);
    }
    if (next && next->kind == Kind::Divisor) {
        amount.value /= next->value;
        amount.past = past(amount.past + 1);
    }
    amount.wordy = next && next->kind == Kind::Divisor;
    return amount;
}

/// "two and a half", "1 and a half".
void AmountReader::addHalf(Amount& amount) const
{
    std::size_t i = amount.past;
    if (!is(i, "and"_L1))
        return;
    ++i;
    i += is(i, "a"_L1) ? 1 : 0;
    if (is(i, "half"_L1))
        amount.value += 0.5;
    else if (is(i, "quarter"_L1))
        amount.value += 0.25;
    else
        return;
    amount.past = i + 1;
}

/// "4.6 million", "two hundred".
void AmountReader::multiply(Amount& amount) const
{
    while (amount.past < m_tokens.size()) {
        const Lexicon::NumberWord* next = m_lexicon.number(m_words[amount.past]);
        if (!next || next->kind != Lexicon::NumberWord::Multiplier)
            return;
        amount.value *= next->value;
        amount.slack = std::max(amount.slack, amount.slack * next->value);
        ++amount.past;
    }
}

std::optional<Amount> AmountReader::amount(std::size_t at) const
{
    std::optional<Amount> found = m_tokens[at].is(Token::Number) ? digits(at) : words(at);
    if (found && found->value >= 1)
        addHalf(*found);
    if (found)
        multiply(*found);
    return found;
}

} // namespace assay
