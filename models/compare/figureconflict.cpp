// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/figureconflict.h"

#include "models/compare/subjects.h"

#include <array>
#include <bitset>

namespace assay {

namespace {

/// Words on each side of a figure that are compared, and how many must agree.
constexpr std::size_t surroundings = 8;
constexpr float enoughForOneWord = 0.2F;
constexpr float nearlyTheSame = 0.75F;
constexpr float enoughForAnyRole = 0.6F;

/// Looks for figures of two sentences that cannot both be true.
class FigureJudge {
public:
    FigureJudge(const UnitFeatures& a, const UnitFeatures& b, const SimilarityTable& table,
        Similarity similarity, bool linked)
        : m_a(a)
        , m_b(b)
        , m_table(table)
        , m_similarity(similarity)
        , m_linked(linked)
        , m_strictly(linked && similarity.score >= nearlyTheSame)
        , m_lexicon(table.lexicon())
        , m_subjects(a, b, m_lexicon)
    {
    }

    void find(std::vector<Disagreement>& all) const;

private:
    bool comparable(const Quantity& a, const Quantity& b) const;
    bool sameSlot(const Quantity& a, const Quantity& b) const;
    bool areTheOnlyTimes() const;
    bool areOtherAges(const Quantity& a, const Quantity& b) const;
    bool advises(const UnitFeatures& unit) const;
    bool areOfOtherGoods() const;
    int agreeingSurroundings(const Quantity& a, const Quantity& b) const;

    TextRange range(const UnitFeatures& unit, qint32 first, qint32 last) const
    {
        return { unit.tokens[static_cast<std::size_t>(first)].start,
            unit.tokens[static_cast<std::size_t>(last)].end };
    }

    const UnitFeatures& m_a;
    const UnitFeatures& m_b;
    const SimilarityTable& m_table;
    Similarity m_similarity;
    bool m_linked;
    bool m_strictly; ///< all but word for word the same: any other number is another
    const Lexicon& m_lexicon;
    Subjects m_subjects;
};

/// Whether the words right before or right behind both figures are the same.
bool FigureJudge::sameSlot(const Quantity& a, const Quantity& b) const
{
    const auto word = [](const UnitFeatures& unit, qint32 at) {
        return at >= 0 && at < static_cast<qint32>(unit.tokens.size())
            ? unit.tokens[static_cast<std::size_t>(at)].stem
            : 0U;
    };
    const quint32 beforeA = word(m_a, a.first - 1);
    const quint32 behindA = word(m_a, a.last + 1);
    const bool before = beforeA != 0 && beforeA == word(m_b, b.first - 1);
    const bool behind = behindA != 0 && behindA == word(m_b, b.last + 1);
    const bool atEnds = (a.first == 0 && b.first == 0)
        || (a.last + 1 == static_cast<qint32>(m_a.tokens.size())
            && b.last + 1 == static_cast<qint32>(m_b.tokens.size()));
    return (before && behind) || (atEnds && (before || behind));
}

bool FigureJudge::comparable(const Quantity& a, const Quantity& b) const
{
    if (a.dimension != b.dimension)
        return false;
    const bool slot = sameSlot(a, b);
    switch (a.dimension) {
    case Dimension::Count: {
        const bool counted
            = a.nouns[0] != 0 && b.nouns[0] != 0 && std::ranges::any_of(a.nouns, [&](quint32 noun) {
                  return noun != 0 && std::ranges::any_of(b.nouns, [&](quint32 other) {
                      return other != 0 && m_table.areKin(noun, other);
                  });
              });
        return slot || counted || (a.people && b.people) || m_strictly;
    }
    case Dimension::Time: {
        if (a.role != b.role && (a.role == m_lexicon.ageRole() || b.role == m_lexicon.ageRole()))
            return false;
        return slot || a.role == b.role || a.role == 0 || b.role == 0 || areTheOnlyTimes();
    }
    default:
        return true;
    }
}

/// Of two sentences that are much alike, what the one stretch of time of each measures need not be
/// called the same: "went away within two days", "lasted for a week".
bool FigureJudge::areTheOnlyTimes() const
{
    const auto times = [&](const UnitFeatures& unit) {
        return std::ranges::count(unit.quantities, Dimension::Time, &Quantity::dimension);
    };
    return m_similarity.score >= enoughForAnyRole && times(m_a) == 1 && times(m_b) == 1;
}

/// "aged 18 to 65", "aged 30 to 75": they overlap, but are not who took part in one study.
bool FigureJudge::areOtherAges(const Quantity& a, const Quantity& b) const
{
    const auto isRange = [&](const Quantity& quantity) {
        return quantity.role == m_lexicon.ageRole() && quantity.low < quantity.high
            && !quantity.wordy;
    };
    return m_linked && m_similarity.score >= enoughForAnyRole && isRange(a) && isRange(b)
        && !isSame(a, b, m_strictly);
}

bool FigureJudge::advises(const UnitFeatures& unit) const
{
    const std::vector<quint32> words = wordsOf(unit);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (m_lexicon.subjects().at(words, i).value == Lexicon::Advice)
            return true;
    }
    return false;
}

/// Whether each sentence says by name what costs that much, and they name other things: "a
/// consultation costs", "the course costs".
bool FigureJudge::areOfOtherGoods() const
{
    static const std::array costs{ wordHash(u"cost"), wordHash(u"costs") };
    const auto subject = [&](const UnitFeatures& unit) {
        std::vector<quint32> stems;
        for (const Token& token : unit.tokens) {
            if (std::ranges::contains(costs, token.word))
                return stems;
            if (!m_lexicon.isStop(token.word) && !token.is(Token::Number)
                && !m_lexicon.measure(token.word))
                stems.push_back(token.stem);
        }
        return std::vector<quint32>(); // no such verb
    };
    const std::vector<quint32> ofA = subject(m_a);
    const std::vector<quint32> ofB = subject(m_b);
    return !ofA.empty() && !ofB.empty() && std::ranges::none_of(ofA, [&](quint32 one) {
        return std::ranges::any_of(ofB, [&](quint32 other) { return m_table.areKin(one, other); });
    });
}

int FigureJudge::agreeingSurroundings(const Quantity& a, const Quantity& b) const
{
    // Words that say what is measured, not how much and how long.
    const auto isAbout = [&](const Token& token) {
        return !m_lexicon.isStop(token.word) && !token.is(Token::Number)
            && !m_lexicon.measure(token.word) && !m_lexicon.number(token.word);
    };
    const auto around = [&](const UnitFeatures& unit, const Quantity& quantity) {
        std::vector<quint32> stems;
        const std::size_t first = static_cast<std::size_t>(quantity.first);
        const std::size_t past = static_cast<std::size_t>(quantity.last) + 1;
        for (std::size_t i = first > surroundings ? first - surroundings : 0;
            i < std::min(unit.tokens.size(), past + surroundings); ++i) {
            if ((i < first || i >= past) && isAbout(unit.tokens[i]))
                stems.push_back(unit.tokens[i].stem);
        }
        return stems;
    };
    const std::vector<quint32> inB = around(m_b, b);
    int agreeing = 0;
    for (const quint32 stem : around(m_a, a)) {
        agreeing
            += std::ranges::any_of(inB, [&](quint32 other) { return m_table.areKin(stem, other); });
    }
    return agreeing;
}

/// Figures of two points in time are two data: "20 percent in 2016", "30 percent in 2022".
static bool areOfOtherTimes(const std::vector<Disagreement>& found)
{
    const auto isTime = [](const Disagreement& each) {
        return each.dimension == Dimension::Year || each.dimension == Dimension::Date;
    };
    return std::ranges::any_of(found, isTime) && !std::ranges::all_of(found, isTime);
}

void FigureJudge::find(std::vector<Disagreement>& all) const
{
    std::vector<Disagreement> found;
    // What both say is out of the question, and so is what may be the same. A sentence with
    // more than 64 figures is a table: its first ones have to do.
    std::bitset<64> settledA;
    std::bitset<64> settledB;
    const std::size_t countA = std::min(m_a.quantities.size(), settledA.size());
    const std::size_t countB = std::min(m_b.quantities.size(), settledB.size());
    const auto settle = [&](const auto& same) {
        for (std::size_t i = 0; i < countA; ++i) {
            for (std::size_t k = 0; k < countB && !settledA[i]; ++k) {
                const Quantity& a = m_a.quantities[i];
                const Quantity& b = m_b.quantities[k];
                if (!settledB[k] && a.dimension == b.dimension && same(a, b))
                    settledA[i] = settledB[k] = true;
            }
        }
    };
    const auto agree = [&](const Quantity& a, const Quantity& b) {
        return agrees(a, b, m_strictly) && !areOtherAges(a, b);
    };
    settle([&](const Quantity& a, const Quantity& b) {
        return isSame(a, b, m_strictly) && comparable(a, b);
    });
    // One of one thing is not one of another: "a single shot", "one winter". More of them seldom
    // are as many by chance: "a course of four", "four sessions".
    settle([&](const Quantity& a, const Quantity& b) {
        return isSame(a, b, m_strictly) && (a.dimension != Dimension::Count || a.high > 1);
    });
    settle([&](const Quantity& a, const Quantity& b) { return agree(a, b) && comparable(a, b); });
    for (std::size_t i = 0; i < countA; ++i) {
        for (std::size_t k = 0; k < countB && !settledA[i]; ++k) {
            const Quantity& a = m_a.quantities[i];
            const Quantity& b = m_b.quantities[k];
            if (settledB[k] || !comparable(a, b) || agree(a, b) || m_subjects.differ(a, b)
                || (a.dimension == Dimension::Money && areOfOtherGoods()))
                continue;
            const quint32 credited = creditedByBoth(m_a, m_b);
            if (!m_linked) {
                if (a.dimension != Dimension::Time || a.role == 0 || a.role != b.role)
                    continue;
                // Ages of two studies' people are no conflict; those that it is advised for are.
                if (a.role == m_lexicon.ageRole() && !(advises(m_a) && advises(m_b)))
                    continue;
                const int agreeing = credited != 0 ? 2 : agreeingSurroundings(a, b);
                if (agreeing < 2 && (agreeing < 1 || m_similarity.score < enoughForOneWord))
                    continue;
            }
            settledA[i] = settledB[k] = true;
            found.push_back(
                { Disagreement::Figure, range(m_a, a.first, a.last), range(m_b, b.first, b.last),
                    a.dimension, a.role == b.role ? a.role : quint8(0), credited });
        }
    }
    if (!areOfOtherTimes(found))
        all.insert(all.end(), found.begin(), found.end());
}

} // namespace

quint32 creditedByBoth(const UnitFeatures& a, const UnitFeatures& b)
{
    for (const quint32 source : a.sources) {
        if (std::ranges::contains(b.sources, source))
            return source + 1;
    }
    return 0;
}

void findFigureConflicts(const UnitFeatures& a, const UnitFeatures& b, const SimilarityTable& table,
    Similarity similarity, bool linked, std::vector<Disagreement>& found)
{
    FigureJudge(a, b, table, similarity, linked).find(found);
}

} // namespace assay
