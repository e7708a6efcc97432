// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/contrasts.h"

#include "models/compare/subjects.h"

#include <array>

namespace assay {

namespace {

/// What may be true of the first thing beside the second one.
enum Order : quint8 { Below = 1, Level = 2, Above = 4 };

/// One sentence's comparison of two things.
struct Contrast {
    std::vector<quint32> first; ///< stems of what is compared
    std::vector<quint32> second; ///< with what
    std::vector<quint32> measure; ///< in what: "more *pain* than"
    std::optional<quint32> scale; ///< the line of comparatives.txt; none for "as ... as"
    quint8 order = 0;
};

class ContrastReader {
public:
    ContrastReader(const UnitFeatures& unit, const Lexicon& lexicon)
        : m_unit(unit)
        , m_lexicon(lexicon)
        , m_words(wordsOf(unit))
    {
    }

    std::optional<Contrast> find() const
    {
        static const quint32 than = wordHash(u"than");
        static const quint32 difference = wordHash(u"difference");
        static const quint32 as = wordHash(u"as");
        for (std::size_t i = 1; i + 1 < m_words.size(); ++i) {
            std::optional<Contrast> found;
            if (m_words[i] == than)
                found = behindThan(i);
            else if (m_words[i] == as)
                found = asAs(i);
            else if (m_words[i] == difference)
                found = noDifference(i);
            if (found)
                return found;
        }
        return {};
    }

private:
    static constexpr std::size_t nearby = 8; // words between "more" and "than"
    static constexpr std::size_t reach = 8; // words of what follows "than"

    std::optional<Contrast> behindThan(std::size_t at) const;
    std::optional<Contrast> asAs(std::size_t at) const;
    std::optional<Contrast> noDifference(std::size_t at) const;
    bool deniedBefore(std::size_t at) const;
    bool figureAt(std::size_t at) const
    {
        return std::ranges::any_of(m_unit.quantities, [&](const Quantity& quantity) {
            const auto first = static_cast<std::size_t>(quantity.first);
            return first == at || first == at + 1;
        });
    }
    /// Stems of [from, to) that say what is meant.
    std::vector<quint32> content(std::size_t from, std::size_t to) const
    {
        std::vector<quint32> stems;
        for (std::size_t i = from; i < std::min(to, m_words.size()); ++i) {
            const Token& token = m_unit.tokens[i];
            if (!m_lexicon.isStop(token.word) && !token.is(Token::Number)
                && !m_lexicon.isNegation(token.word))
                stems.push_back(token.stem);
        }
        return stems;
    }

    const UnitFeatures& m_unit;
    const Lexicon& m_lexicon;
    std::vector<quint32> m_words;
};

bool ContrastReader::deniedBefore(std::size_t at) const
{
    constexpr std::size_t near = 4;
    for (std::size_t i = at > near ? at - near : 0; i < at; ++i) {
        if (m_lexicon.denials().at(m_words, i).value == Lexicon::Hard)
            return true;
    }
    return false;
}

/// "men did better in the test than women", but not "for more than an hour".
std::optional<Contrast> ContrastReader::behindThan(std::size_t at) const
{
    if (figureAt(at + 1))
        return {};
    for (std::size_t i = at; i-- > 0 && i + nearby >= at;) {
        const PhraseTable::Hit hit = m_lexicon.comparatives().at(m_words, i);
        if (hit.length == 0 || i + hit.length > at)
            continue;
        std::size_t from = i; // "more" of "more effective"
        PhraseTable::Hit whole = hit;
        if (i > 0) {
            if (const auto longer = m_lexicon.comparatives().at(m_words, i - 1);
                longer.length > hit.length) {
                whole = longer;
                from = i - 1;
            }
        }
        const bool above = whole.value % 2 == 0;
        quint8 order = above ? Above : Below;
        if (deniedBefore(from))
            order = above ? Below | Level : Above | Level;
        return Contrast{ content(0, from), content(at + 1, at + 1 + reach),
            content(from + whole.length, at), whole.value / 2, order };
    }
    return {};
}

/// "yoga works as well as pills", "not as well as".
std::optional<Contrast> ContrastReader::asAs(std::size_t at) const
{
    static const quint32 as = wordHash(u"as");
    constexpr std::size_t within = 3;
    for (std::size_t i = at + 2; i < std::min(m_words.size() - 1, at + 1 + within); ++i) {
        if (m_words[i] != as || figureAt(i + 1))
            continue;
        if (m_lexicon.denials().at(m_words, i + 1).length > 0)
            return {};
        const quint8 order = deniedBefore(at) ? quint8(Below) : quint8(Level);
        return Contrast{ content(0, at), content(i + 1, i + 1 + reach), {}, {}, order };
    }
    return {};
}

/// "there was no difference between yoga and pills".
std::optional<Contrast> ContrastReader::noDifference(std::size_t at) const
{
    static const quint32 between = wordHash(u"between");
    static const quint32 conjunction = wordHash(u"and");
    if (!deniedBefore(at))
        return {};
    const auto begin = m_words.begin() + static_cast<std::ptrdiff_t>(at);
    const auto from = std::find(begin, m_words.end(), between);
    const auto middle = std::find(from, m_words.end(), conjunction);
    if (middle == m_words.end())
        return {};
    const auto place = [&](auto it) { return static_cast<std::size_t>(it - m_words.begin()); };
    return Contrast{ content(place(from) + 1, place(middle)),
        content(place(middle) + 1, place(middle) + 1 + reach), {}, {}, quint8(Level) };
}

/// Whether a side of one sentence names what a side of the other does, and their other sides do
/// not; `literally`, whether by the same word.
bool meets(const std::vector<quint32>& a, const std::vector<quint32>& otherOfA,
    const std::vector<quint32>& b, const std::vector<quint32>& otherOfB,
    const SimilarityTable& table, bool literally)
{
    return std::ranges::any_of(a, [&](quint32 one) {
        return !std::ranges::contains(otherOfA, one) && std::ranges::any_of(b, [&](quint32 other) {
            return !std::ranges::contains(otherOfB, other)
                && (one == other || (!literally && table.areKin(one, other)));
        });
    });
}

} // namespace

std::optional<bool> contrastsDisagree(
    const UnitFeatures& a, const UnitFeatures& b, const SimilarityTable& table)
{
    const std::optional<Contrast> inA = ContrastReader(a, table.lexicon()).find();
    if (!inA)
        return {};
    const std::optional<Contrast> inB = ContrastReader(b, table.lexicon()).find();
    if (!inB || (inA->scale && inB->scale && inA->scale != inB->scale))
        return {};
    const bool level = !inA->scale || !inB->scale;
    const bool ofOneMeasure = (inA->measure.empty() && inB->measure.empty()) || level
        || std::ranges::any_of(inA->measure, [&](quint32 one) {
               return std::ranges::any_of(
                   inB->measure, [&](quint32 other) { return table.areKin(one, other); });
           });
    const bool straight = meets(inA->first, inA->second, inB->first, inB->second, table, false)
        && meets(inA->second, inA->first, inB->second, inB->first, table, false);
    // Words that changed sides say more than those that did not: "in the trial".
    const bool crossed = meets(inA->first, inA->second, inB->second, inB->first, table, straight)
        && meets(inA->second, inA->first, inB->first, inB->second, table, straight);
    if (!straight && !crossed)
        return {};
    if (!ofOneMeasure) // "more pain", "less joy"
        return false;
    quint8 order = inB->order;
    if (crossed) {
        order = order & Level;
        if (inB->order & Above)
            order |= Below;
        if (inB->order & Below)
            order |= Above;
    }
    return (inA->order & order) == 0;
}

} // namespace assay
