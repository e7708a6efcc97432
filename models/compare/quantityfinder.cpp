// SPDX-License-Identifier: GPL-3.0-or-later
// Reads figures from the words of a sentence.
#include "models/compare/quantityreader.h"

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

static int yearOf(const Amount& amount)
{
    const bool year
        = amount.value >= 1900 && amount.value < 2100 && amount.value == std::floor(amount.value);
    return year ? static_cast<int>(amount.value) : 0;
}

bool QuantityReader::date(Quantity& quantity, const Amount& amount, std::size_t at) const
{
    const auto month = [&](std::size_t i) {
        // "may" is a month only with a capital.
        return i < m_tokens.size() && m_tokens[i].is(Token::Capital) ? m_lexicon.month(m_words[i])
                                                                     : 0;
    };
    const bool day
        = amount.value >= 1 && amount.value <= 31 && amount.value == std::floor(amount.value);
    const int before = at > 0 ? month(at - 1) : 0;
    const int after = month(amount.past);
    if (day && (before || after)) {
        quantity.dimension = Dimension::Date;
        quantity.low = quantity.high = (before ? before : after) * 31 + amount.value;
        return true;
    }
    const bool plain = letters(at).size() == 4
        && !m_lexicon.measure(amount.past < m_words.size() ? m_words[amount.past] : 0);
    if (yearOf(amount) && plain && !(at > 0 && m_tokens[at - 1].is(Token::Symbol))) {
        quantity.dimension = Dimension::Year;
        quantity.low = quantity.high = amount.value;
        quantity.slack = 0;
        return true;
    }
    return false;
}

/// "one in eight", "four out of ten", "one person in three": a share.
bool QuantityReader::outOf(
    Quantity& quantity, const Amount& amount, std::size_t at, std::size_t& past) const
{
    std::size_t i = amount.past;
    if (i < m_tokens.size() && !is(i, "in"_L1) && !is(i, "out"_L1) && !is(i, "of"_L1)
        && is(i + 1, "in"_L1))
        ++i; // "one patient in ten"
    if (!is(i, "in"_L1) && !is(i, "out"_L1) && !is(i, "of"_L1))
        return false;
    ++i;
    while (is(i, "of"_L1) || is(i, "every"_L1) || is(i, "our"_L1) || is(i, "the"_L1))
        ++i;
    if (i >= m_tokens.size())
        return false;
    const bool aMillion = is(i, "a"_L1) && i + 1 < m_tokens.size();
    const std::optional<Amount> whole = this->amount(aMillion ? i + 1 : i);
    const bool year = whole && yearOf(*whole) && letters(i).size() == 4; // none is "2,000"
    if (!whole || whole->value <= amount.value || year || amount.value <= 0)
        return false;
    if (whole->past < m_tokens.size()) {
        const Lexicon::Measure* of = m_lexicon.measure(m_words[whole->past]);
        if (of && of->dimension == Dimension::Time) // "one in two weeks"
            return false;
    }
    quantity.dimension = Dimension::Percent;
    quantity.low = quantity.high = 100 * amount.value / whole->value;
    // "one in three" may be 31 or 35 percent, "one in eight" 12 or 13.
    quantity.slack = std::min(2.0, quantity.low * 0.06);
    quantity.wordy = true;
    quantity.first = static_cast<qint32>(at);
    past = whole->past;
    return true;
}

/// The measure behind a number, and what it makes of it. Returns the token behind both.
std::size_t QuantityReader::measure(Quantity& quantity, const Amount& amount, std::size_t at) const
{
    std::size_t past = amount.past;
    const Token* before = at > 0 ? &m_tokens[at - 1] : nullptr;
    const bool currency = before && before->is(Token::Symbol) && m_text[before->start] != u'%';
    if (currency) {
        quantity.dimension = Dimension::Money;
        quantity.first = static_cast<qint32>(at - 1);
    } else if (past < m_tokens.size()) {
        const bool compared = is(past, "more"_L1) || is(past, "fewer"_L1) || is(past, "less"_L1)
            || is(past, "extra"_L1) || is(past, "additional"_L1);
        if (compared && past + 1 < m_tokens.size() && m_lexicon.measure(m_words[past + 1]))
            ++past; // "40 more minutes"
        const Lexicon::Measure* found = m_lexicon.measure(m_words[past]);
        // "8 hourly", "12-week": the measure may be glued.
        if (found && isPrice(at) && (is(past, "pounds"_L1) || is(past, "pound"_L1))) {
            quantity.dimension = Dimension::Money;
            ++past;
        } else if (is(past, "per"_L1) && is(past + 1, "cent"_L1)) {
            quantity.dimension = Dimension::Percent;
            past += 2;
        } else if (found) {
            quantity.dimension = found->dimension;
            quantity.unit = found->factor;
            quantity.low *= found->factor;
            quantity.high *= found->factor;
            quantity.slack *= found->factor;
            ++past;
            if (is(past, "old"_L1) || (is(past, "of"_L1) && is(past + 1, "age"_L1)))
                quantity.role = 255;
        } else if (amount.wordy && amount.value < 1) {
            quantity.dimension = Dimension::Percent; // "a third of adults"
            quantity.low *= 100;
            quantity.high *= 100;
            quantity.slack = std::min(2.0, quantity.low * 0.06);
            quantity.wordy = true;
        }
    }
    return past;
}

/// "weeks or even months", "for years", "a week", "an hour".
std::optional<std::size_t> QuantityReader::vague(Quantity& quantity, std::size_t at) const
{
    const Lexicon::Measure* measure = m_lexicon.measure(m_words[at]);
    if (!measure || measure->dimension != Dimension::Time)
        return {};
    if (is(at, "second"_L1) && at + 1 < m_words.size() && !m_lexicon.isStop(m_words[at + 1]))
        return {}; // "a second trial"
    if (at > 0 && (is(at - 1, "a"_L1) || is(at - 1, "an"_L1)) && letters(at).back() != u's') {
        // "450,000 operations a year"
        const bool counted
            = at > 2 && m_tokens[at - 3].is(Token::Number) && !m_lexicon.isStop(m_words[at - 2]);
        const bool rate = at > 1
            && (counted || is(at - 2, "times"_L1) || is(at - 2, "once"_L1) || is(at - 2, "twice"_L1)
                || m_tokens[at - 2].is(Token::Number) || m_lexicon.measure(m_words[at - 2]));
        if (rate) // "three nights a week": no stretch of time
            return {};
        quantity.dimension = Dimension::Time;
        quantity.unit = measure->factor;
        quantity.low = quantity.high = measure->factor;
        quantity.first = static_cast<qint32>(at - 1);
        if (is(at + 1, "or"_L1) && is(at + 2, "two"_L1)) {
            quantity.high *= 2;
            return at + 3;
        }
        return at + 1;
    }
    if (letters(at).back() != u's' || letters(at).size() < 4)
        return {};
    quantity.dimension = Dimension::Time;
    quantity.unit = measure->factor;
    quantity.low = 2 * measure->factor;
    // What a person calls hours is under two days, days under two weeks and so on.
    const auto most = [](double unit) {
        return unit < 3600 ? unit * 60 : unit < 86400 ? unit * 48 : unit * 14;
    };
    quantity.high = most(measure->factor);
    std::size_t past = at + 1;
    std::size_t next = past;
    if (is(next, "or"_L1) || is(next, "to"_L1)) {
        ++next;
        if (is(next, "even"_L1))
            ++next;
        const Lexicon::Measure* more
            = next < m_tokens.size() ? m_lexicon.measure(m_words[next]) : nullptr;
        if (more && more->dimension == Dimension::Time && more->factor > measure->factor) {
            quantity.high = most(more->factor);
            past = next + 1;
        }
    }
    quantity.wordy = true;
    return past;
}

/// The quantity that begins at `at`, if any; returns the token behind it.
std::optional<std::size_t> QuantityReader::one(Quantity& quantity, std::size_t at)
{
    const std::optional<Amount> found = amount(at);
    quantity.first = static_cast<qint32>(at);
    if (!found)
        return vague(quantity, at);
    const Amount& number = *found;
    quantity.low = quantity.high = number.value;
    quantity.slack = number.slack;
    quantity.wordy = number.wordy;
    quantity.rounded = number.rounded;
    std::size_t past = number.past;
    if (date(quantity, number, at) || outOf(quantity, number, at, past))
        return past;
    // "6 to 12 weeks", "$500 to $2,500", "between 35 and 65"
    std::size_t next = number.past;
    const bool between = at > 0 && is(at - 1, "between"_L1);
    const bool to = is(next, "to"_L1) || is(next, "or"_L1) || (between && is(next, "and"_L1));
    // "2–4", but not "two 500 mg tablets".
    const bool dash = next < m_tokens.size() && m_tokens[next].is(Token::Number)
        && m_tokens[next].start - m_tokens[next - 1].end == 1
        && !m_text[m_tokens[next - 1].end].isSpace();
    if (to || dash) {
        next += to ? 1 : 0;
        if (next < m_tokens.size() && m_tokens[next].is(Token::Symbol))
            ++next;
        const std::optional<Amount> upper = next < m_tokens.size() ? amount(next) : std::nullopt;
        if (upper && upper->value > number.value && !yearOf(*upper)) {
            quantity.high = upper->value;
            Amount whole = *upper;
            whole.wordy = false;
            return measure(quantity, whole, at);
        }
    }
    return measure(quantity, number, at);
}

std::vector<Quantity> QuantityReader::find()
{
    std::vector<Quantity> found;
    for (std::size_t at = 0; at < m_tokens.size();) {
        Quantity quantity;
        std::optional<std::size_t> past = fixed(quantity, at);
        if (!past)
            past = frequency(quantity, at);
        if (!past)
            past = one(quantity, at);
        if (!past) {
            ++at;
            continue;
        }
        quantity.last = static_cast<qint32>(*past) - 1;
        readAge(quantity, *past);
        const bool bareOne = quantity.dimension == Dimension::Count && quantity.low == 1
            && !m_tokens[at].is(Token::Number) && !isMeantOne(at);
        if (!bareOne) {
            describe(quantity);
            found.push_back(quantity);
        }
        at = *past;
    }
    return found;
}

std::vector<Quantity> findQuantities(
    std::span<const Token> tokens, QStringView text, const Lexicon& lexicon)
{
    return QuantityReader(tokens, text, lexicon).find();
}

} // namespace assay
