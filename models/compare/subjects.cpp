// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/subjects.h"

#include <map>

namespace assay {

std::vector<quint32> wordsOf(const UnitFeatures& unit)
{
    std::vector<quint32> words;
    words.reserve(unit.tokens.size());
    for (const Token& token : unit.tokens)
        words.push_back(token.word);
    return words;
}

bool says(const UnitFeatures& unit, Lexicon::Subject kind, const Lexicon& lexicon)
{
    const std::vector<quint32> words = wordsOf(unit);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (lexicon.subjects().at(words, i).value == kind)
            return true;
    }
    return false;
}

std::vector<quint32> tellingWords(
    const UnitFeatures& unit, const Lexicon& lexicon, std::size_t from, std::size_t past)
{
    std::vector<quint32> stems;
    const std::vector<quint32> words = wordsOf(unit);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Token& token = unit.tokens[i];
        if ((i < from || i >= past) && !lexicon.isStop(token.word) && !token.is(Token::Number)
            && !lexicon.measure(token.word) && !lexicon.number(token.word)
            && !lexicon.isNegation(token.word)
            && lexicon.subjects().at(words, i).value != Lexicon::Anyone
            && !std::ranges::contains(stems, token.stem))
            stems.push_back(token.stem);
    }
    return stems;
}

std::size_t countShared(
    const std::vector<quint32>& a, const std::vector<quint32>& b, const SimilarityTable& table)
{
    const auto met = [&](const std::vector<quint32>& side, const std::vector<quint32>& other) {
        return std::ranges::count_if(side, [&](quint32 stem) {
            return std::ranges::any_of(
                other, [&](quint32 each) { return table.areKin(stem, each); });
        });
    };
    return static_cast<std::size_t>(std::min(met(a, b), met(b, a)));
}

bool Subjects::areApart() const
{
    const auto sides = [&](const UnitFeatures& unit) {
        std::map<quint32, quint32> named; // of each set of groups, a bit a side
        const std::vector<quint32> words = wordsOf(unit);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const PhraseTable::Hit hit = m_lexicon.apart().at(words, i);
            if (hit.length == 0)
                continue;
            named[hit.value / Lexicon::mostSides] |= 1U << (hit.value % Lexicon::mostSides);
            i += hit.length - 1;
        }
        return named;
    };
    const auto inA = sides(m_a);
    const auto inB = sides(m_b);
    return std::ranges::any_of(inA, [&](const auto& group) {
        const auto other = inB.find(group.first);
        return other != inB.end() && (group.second & other->second) == 0;
    });
}

/// Whether both figures say which ones are meant, and mean others: "pain that has lasted less than
/// six weeks", "when pain has lasted longer than six months". Both may be true.
bool Subjects::tellWhichOnes(const Quantity& a, const Quantity& b) const
{
    constexpr qint32 near = 9; // words in front of the figure
    const auto restricts = [&](const UnitFeatures& unit, const Quantity& quantity) {
        const std::vector<quint32> words = wordsOf(unit);
        for (qint32 i = std::max(0, quantity.first - near); i < quantity.first; ++i) {
            if (m_lexicon.subjects().at(words, static_cast<std::size_t>(i)).value
                == Lexicon::Clause)
                return true;
        }
        return false;
    };
    const bool opposed = (a.bound == Bound::AtMost && b.bound == Bound::AtLeast)
        || (a.bound == Bound::AtLeast && b.bound == Bound::AtMost);
    return opposed && restricts(m_a, a) && restricts(m_b, b);
}

/// Stems of what `unit` sets apart, near the figure, from a thing that `from` names, too: "a second
/// trial". What the figure is only compared with is not what it is of: "than the other group".
std::vector<quint32> Subjects::setApart(
    const UnitFeatures& unit, const Quantity& quantity, const UnitFeatures& from) const
{
    const auto distance = [](const Quantity& figure, std::size_t at) {
        const auto place = static_cast<qint32>(at);
        return place < figure.first ? figure.first - place : place - figure.last;
    };
    std::vector<quint32> found;
    const std::vector<quint32> words = wordsOf(unit);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (m_lexicon.subjects().at(words, i).value != Lexicon::Another
            || m_lexicon.isStop(words[i + 1])) // "one third of"
            continue;
        const bool isNearest = std::ranges::none_of(unit.quantities,
            [&](const Quantity& each) { return distance(each, i) < distance(quantity, i); });
        bool beside = false;
        for (std::size_t k = i > 4 ? i - 4 : 0; k < i; ++k)
            beside = beside || m_lexicon.subjects().at(words, k).value == Lexicon::Beside;
        const quint32 thing = unit.tokens[i + 1].stem;
        if (isNearest && !beside && std::ranges::contains(from.tokens, thing, &Token::stem)) {
            found.push_back(words[i]);
            found.push_back(thing);
        }
    }
    return found;
}

/// Whether the sentence's only figure of that dimension is one of those who did not get the
/// treatment, whom the sentence does not just compare with.
bool Subjects::isOfControls(const UnitFeatures& unit, Dimension dimension) const
{
    if (std::ranges::count(unit.quantities, dimension, &Quantity::dimension) != 1)
        return false;
    constexpr std::size_t near = 3; // words in front of the group: "better than in the"
    const std::vector<quint32> words = wordsOf(unit);
    bool beside = false;
    std::size_t since = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const PhraseTable::Hit subject = m_lexicon.subjects().at(words, i);
        if (subject.value == Lexicon::Control)
            return !(beside && since <= near);
        since = subject.value == Lexicon::Beside ? 0 : since + 1;
        beside = beside || subject.value == Lexicon::Beside;
        i += std::max<std::size_t>(1, subject.length) - 1;
    }
    return false;
}

bool Subjects::differ(const Quantity& a, const Quantity& b) const
{
    return tellWhichOnes(a, b) || areApart() || setApart(m_a, a, m_b) != setApart(m_b, b, m_a)
        || isOfControls(m_a, a.dimension) != isOfControls(m_b, b.dimension);
}

} // namespace assay
