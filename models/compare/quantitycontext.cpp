// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure is of, and how it is meant, from the words around it.
#include "models/compare/quantityreader.h"

#include <array>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

/// "free of charge", "permanently"; not "is not permanent", nor "permanent teeth".
std::optional<std::size_t> QuantityReader::fixed(Quantity& quantity, std::size_t at) const
{
    const PhraseTable::Hit hit = m_lexicon.fixedPhrases().at(m_words, at);
    if (hit.length == 0)
        return {};
    constexpr std::size_t near = 3;
    const std::size_t past = at + hit.length;
    if (past < m_words.size() && hit.length == 1 && !m_lexicon.isStop(m_words[past]))
        return {};
    for (std::size_t i = at > near ? at - near : 0; i < at; ++i) {
        if (m_lexicon.denials().at(m_words, i).length > 0)
            return {};
    }
    const Lexicon::Fixed& figure = m_lexicon.fixed(hit.value);
    quantity.dimension = figure.dimension;
    quantity.low = quantity.high = figure.value;
    quantity.bound = figure.bound;
    quantity.role = figure.role;
    quantity.named = true;
    quantity.first = static_cast<qint32>(at);
    return past;
}

/// "twice a day", "three times a week", "every 12 hours", "every other day", "once daily".
std::optional<std::size_t> QuantityReader::frequency(Quantity& quantity, std::size_t at) const
{
    constexpr double day = 86400; // seconds
    const auto unit = [&](std::size_t i) {
        const Lexicon::Measure* measure
            = i < m_words.size() ? m_lexicon.measure(m_words[i]) : nullptr;
        return measure && measure->dimension == Dimension::Time ? measure->factor : 0.0;
    };
    const auto adverb = [&](std::size_t i) {
        return is(i, "daily"_L1) || is(i, "nightly"_L1) ? day
            : is(i, "weekly"_L1)                        ? 7 * day
            : is(i, "monthly"_L1)                       ? 365.25 / 12 * day
                                                        : 0.0;
    };
    double times = 0;
    double seconds = 0;
    std::size_t past = at;
    if (is(at, "every"_L1)) {
        times = 1;
        if (is(at + 1, "other"_L1)) {
            seconds = 2 * unit(at + 2);
            past = at + 3;
        } else if (unit(at + 1) > 0) {
            seconds = unit(at + 1);
            past = at + 2;
        } else if (const auto count = at + 1 < m_tokens.size() ? amount(at + 1) : std::nullopt) {
            seconds = count->value * unit(count->past);
            past = count->past + 1;
        }
    } else {
        const auto count = amount(at);
        times = is(at, "once"_L1)                  ? 1
            : is(at, "twice"_L1)                   ? 2
            : count && is(count->past, "times"_L1) ? count->value
                                                   : 0;
        std::size_t next = count ? count->past + 1 : at + 1;
        if (times > 0 && adverb(next) > 0) {
            seconds = adverb(next);
            past = next + 1;
        } else if (times > 0) {
            const bool per = is(next, "a"_L1) || is(next, "an"_L1) || is(next, "per"_L1)
                || is(next, "each"_L1) || is(next, "every"_L1);
            seconds = per ? unit(next + 1) : 0;
            past = next + 2;
        }
    }
    if (times <= 0 || seconds <= 0)
        return {};
    quantity.dimension = Dimension::Frequency;
    quantity.low = quantity.high = times * day / seconds;
    quantity.slack = quantity.low * 0.01;
    quantity.first = static_cast<qint32>(at);
    return past;
}

/// "aged 75 and over", "adults 65 or older", "the average age was 52": years, without the word.
void QuantityReader::readAge(Quantity& quantity, std::size_t past) const
{
    const bool bare = quantity.dimension == Dimension::Count && quantity.low > 0
        && quantity.high <= 110 && quantity.low == std::floor(quantity.low);
    if (!bare)
        return;
    const auto first = static_cast<std::size_t>(quantity.first);
    const auto before = [&](std::size_t back) { return first >= back ? first - back : first; };
    const bool named = is(before(1), "aged"_L1) || is(before(1), "ages"_L1)
        || (is(before(1), "of"_L1) && is(before(2), "age"_L1));
    bool averaged = false; // "the average age of the participants was 64"
    if (is(before(1), "was"_L1) || is(before(1), "is"_L1) || is(before(1), "were"_L1)) {
        for (std::size_t i = 2; i < 8 && first >= i && !averaged; ++i)
            averaged = is(first - i, "age"_L1);
    }
    const bool joined = is(past, "and"_L1) || is(past, "or"_L1);
    const bool older = joined
        && (is(past + 1, "over"_L1) || is(past + 1, "older"_L1) || is(past + 1, "above"_L1));
    const bool younger = joined && (is(past + 1, "under"_L1) || is(past + 1, "younger"_L1));
    if (!named && !averaged && !(joined && (is(past + 1, "older"_L1) || younger)))
        return;
    static const quint32 year = wordHash(u"year");
    const Lexicon::Measure* measure = m_lexicon.measure(year);
    if (!measure)
        return;
    quantity.dimension = Dimension::Time;
    quantity.role = m_lexicon.ageRole();
    quantity.unit = measure->factor;
    quantity.low *= measure->factor;
    quantity.high *= measure->factor;
    quantity.slack = 0;
    if (older || younger)
        quantity.bound = older ? Bound::AtLeast : Bound::AtMost;
}

/// How the figure is meant and what it is about, from the words around it.
void QuantityReader::describe(Quantity& quantity) const
{
    const std::size_t first = static_cast<std::size_t>(quantity.first);
    std::size_t from = first;
    if (from > 0 && (is(from - 1, "a"_L1) || is(from - 1, "the"_L1)))
        --from;
    if (const PhraseTable::Hit bound = m_lexicon.bounds().before(m_words, from, 4);
        bound.length > 0 && quantity.low == quantity.high)
        quantity.bound = static_cast<Bound>(bound.value); // "within 2 to 4 weeks" stays a range
    const std::size_t past = static_cast<std::size_t>(quantity.last) + 1;
    if (is(past, "or"_L1) && (is(past + 1, "more"_L1) || is(past + 1, "longer"_L1)))
        quantity.bound = Bound::AtLeast;
    if (is(past, "or"_L1) && (is(past + 1, "less"_L1) || is(past + 1, "fewer"_L1)))
        quantity.bound = Bound::AtMost;
    if (quantity.dimension == Dimension::Time && quantity.role == 0) {
        // The nearest cue tells: before the figure by preference.
        std::size_t nearest = 99;
        for (std::size_t i = first > 8 ? first - 8 : 0; i < m_words.size() && i < past + 6; ++i) {
            if (i >= first && i < past)
                continue;
            const PhraseTable::Hit role = m_lexicon.roles().at(m_words, i);
            const std::size_t distance
                = i < first ? first - std::min(first, i + role.length) : 2 * (i - past + 1);
            if (role.length > 0 && distance < nearest) {
                nearest = distance;
                quantity.role = static_cast<quint8>(role.value);
            }
        }
    } else if (quantity.role == 255) {
        quantity.role = m_lexicon.ageRole();
    }
    if (quantity.dimension != Dimension::Count)
        return;
    std::size_t noun = 0;
    for (std::size_t i = past; i < m_tokens.size() && i < past + 4 && noun < 2; ++i) {
        if (m_lexicon.isStop(m_words[i]) || m_tokens[i].is(Token::Number))
            break;
        quantity.nouns[noun++] = m_tokens[i].stem;
    }
    const Lexicon::Entry* people = m_lexicon.entry(wordHash(u"peopl"_s));
    for (const quint32 stem : quantity.nouns) {
        const Lexicon::Entry* entry = m_lexicon.entry(stem);
        quantity.people = quantity.people
            || (people && entry && std::ranges::any_of(entry->same, [&](quint32 group) {
                   return group % 2 == 1 && std::ranges::contains(people->same, group);
               }));
    }
}

/// "costs 20 pounds", "paid less than 50 pounds": no weight.
bool QuantityReader::isPrice(std::size_t at) const
{
    static const std::array costs{ wordHash(u"cost"), wordHash(u"costs"), wordHash(u"price"),
        wordHash(u"priced"), wordHash(u"pay"), wordHash(u"pays"), wordHash(u"paid"),
        wordHash(u"paying"), wordHash(u"spend"), wordHash(u"spent"), wordHash(u"charge"),
        wordHash(u"charges"), wordHash(u"fee"), wordHash(u"worth"), wordHash(u"sells") };
    constexpr std::size_t near = 5;
    for (std::size_t i = at > near ? at - near : 0; i < at; ++i) {
        if (std::ranges::contains(costs, m_words[i]))
            return true;
    }
    return false;
}

/// "a single session", "only one visit" give a figure; "one of", "no one", "not a single one"
/// seldom do.
bool QuantityReader::isMeantOne(std::size_t at) const
{
    if (at == 0 || is(at + 1, "of"_L1) || is(at + 1, "one"_L1))
        return false;
    const bool denied = at > 1 && m_lexicon.isNegation(m_words[at - 2]);
    const bool single = is(at, "single"_L1) && is(at - 1, "a"_L1);
    const bool one = is(at, "one"_L1) && (is(at - 1, "only"_L1) || is(at - 1, "just"_L1));
    return !denied && (single || one);
}

} // namespace assay
