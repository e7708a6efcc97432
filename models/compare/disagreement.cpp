// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/disagreement.h"

#include <bitset>

namespace assay {

namespace {

/// Similarity from which a denial, opposite words or another source make a conflict.
constexpr float enoughForDenial = 0.45F;
constexpr float enoughForPlainDenial = 0.3F; // where what is denied stands in both
constexpr float enoughForOpposites = 0.38F;
constexpr float enoughForSources = 0.42F;
/// Words on each side of a figure that are compared, and how many must agree.
constexpr std::size_t surroundings = 8;
constexpr float enoughForOneWord = 0.2F;
constexpr float nearlyTheSame = 0.75F;
/// The matter of concepts.txt that tells other treatments from the one written about.
constexpr quint64 others = 0x8;

/// Looks for what two sentences do not agree on.
class Judge {
public:
    Judge(const PreparedArticle& a, std::size_t i, const PreparedArticle& b, std::size_t j,
        const SimilarityTable& table, Similarity similarity, bool linked)
        : m_a(a.units[i])
        , m_b(b.units[j])
        , m_table(table)
        , m_similarity(similarity)
        , m_linked(linked)
        , m_strictly(linked && similarity.score >= nearlyTheSame)
        , m_lexicon(table.lexicon())
    {
    }

    std::vector<Disagreement> find()
    {
        figures();
        stances();
        if (m_linked) {
            sources();
            denials();
        }
        return std::move(m_found);
    }

private:
    void figures();
    void sources();
    void denials();
    void stances();
    quint64 matters(const UnitFeatures& unit) const;
    bool opposites();
    bool comparable(const Quantity& a, const Quantity& b) const;
    bool sameSlot(const Quantity& a, const Quantity& b) const;
    int agreeingSurroundings(const Quantity& a, const Quantity& b) const;
    quint32 creditedByBoth() const;
    std::vector<quint32> denied(const UnitFeatures& unit) const;

    TextRange range(const UnitFeatures& unit, qint32 first, qint32 last) const
    {
        return { unit.tokens[static_cast<std::size_t>(first)].start,
            unit.tokens[static_cast<std::size_t>(last)].end };
    }
    TextRange whole(const UnitFeatures& unit) const
    {
        return { unit.tokens.front().start, unit.tokens.back().end };
    }

    const UnitFeatures& m_a;
    const UnitFeatures& m_b;
    const SimilarityTable& m_table;
    Similarity m_similarity;
    bool m_linked;
    bool m_strictly; ///< all but word for word the same: any other number is another
    const Lexicon& m_lexicon;
    std::vector<Disagreement> m_found;
};

quint32 Judge::creditedByBoth() const
{
    for (const quint32 source : m_a.sources) {
        if (std::ranges::contains(m_b.sources, source))
            return source + 1;
    }
    return 0;
}

/// Whether the words right before or right behind both figures are the same.
bool Judge::sameSlot(const Quantity& a, const Quantity& b) const
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

bool Judge::comparable(const Quantity& a, const Quantity& b) const
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
        return slot || a.role == b.role || a.role == 0 || b.role == 0;
    }
    default:
        return true;
    }
}

int Judge::agreeingSurroundings(const Quantity& a, const Quantity& b) const
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

void Judge::figures()
{
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
    settle([&](const Quantity& a, const Quantity& b) { return isSame(a, b, m_strictly); });
    settle([&](const Quantity& a, const Quantity& b) {
        return agrees(a, b, m_strictly) && comparable(a, b);
    });
    for (std::size_t i = 0; i < countA; ++i) {
        for (std::size_t k = 0; k < countB && !settledA[i]; ++k) {
            const Quantity& a = m_a.quantities[i];
            const Quantity& b = m_b.quantities[k];
            if (settledB[k] || !comparable(a, b) || agrees(a, b, m_strictly))
                continue;
            const quint32 credited = creditedByBoth();
            if (!m_linked) {
                if (a.dimension != Dimension::Time || a.role == 0 || a.role != b.role)
                    continue;
                const int agreeing = credited != 0 ? 2 : agreeingSurroundings(a, b);
                if (agreeing < 2 && (agreeing < 1 || m_similarity.score < enoughForOneWord))
                    continue;
            }
            settledA[i] = settledB[k] = true;
            m_found.push_back(
                { Disagreement::Figure, range(m_a, a.first, a.last), range(m_b, b.first, b.last),
                    a.dimension, a.role == b.role ? a.role : quint8(0), credited });
        }
    }
}

void Judge::sources()
{
    if (m_similarity.score < enoughForSources || m_a.sources.empty() || m_b.sources.empty()
        || creditedByBoth() != 0 || !(m_a.ownSources && m_b.ownSources))
        return;
    m_found.push_back({ Disagreement::Source, whole(m_a), whole(m_b), Dimension::Count, 0, 0 });
}

/// Stems of the words a negation is about: the next three that are no stop words.
std::vector<quint32> Judge::denied(const UnitFeatures& unit) const
{
    std::vector<quint32> stems;
    for (std::size_t i = 0; i < unit.tokens.size(); ++i) {
        if (!m_lexicon.isNegation(unit.tokens[i].word))
            continue;
        int left = 3;
        for (std::size_t k = i + 1; k < unit.tokens.size() && left > 0; ++k) {
            if (m_lexicon.isStop(unit.tokens[k].word))
                continue;
            stems.push_back(unit.tokens[k].stem);
            --left;
        }
    }
    return stems;
}

/// Words of one pair of opposites, each side in one sentence only.
bool Judge::opposites()
{
    if (m_similarity.score < enoughForOpposites)
        return false;
    const auto has = [&](const UnitFeatures& unit, std::pair<quint32, bool> side) {
        return std::ranges::any_of(unit.tokens, [&](const Token& token) {
            const Lexicon::Entry* entry = m_lexicon.entry(token.stem);
            return entry && std::ranges::contains(entry->opposites, side);
        });
    };
    for (const Token& a : m_a.tokens) {
        const Lexicon::Entry* entry = m_lexicon.entry(a.stem);
        if (!entry || entry->opposites.empty())
            continue;
        for (const auto& [pair, right] : entry->opposites) {
            if (has(m_a, { pair, !right }) || has(m_b, { pair, right }))
                continue;
            for (const Token& b : m_b.tokens) {
                const Lexicon::Entry* other = m_lexicon.entry(b.stem);
                if (!other || !std::ranges::contains(other->opposites, std::pair(pair, !right)))
                    continue;
                m_found.push_back({ Disagreement::Opposite, { a.start, a.end }, { b.start, b.end },
                    Dimension::Count, 0, 0 });
                return true;
            }
        }
    }
    return false;
}

void Judge::denials()
{
    const std::size_t before = m_found.size();
    const bool opposed = opposites();
    const bool denied = m_a.isDenial != m_b.isDenial;
    if (opposed && denied) { // "not safe", "risky": the same thing said twice
        m_found.resize(before);
        return;
    }
    const UnitFeatures& other = m_a.isDenial ? m_b : m_a;
    if (!denied || other.isSoftDenial)
        return;
    const std::vector<quint32> stems = this->denied(m_a.isDenial ? m_a : m_b);
    const auto met = std::ranges::count_if(stems, [&](quint32 stem) {
        return std::ranges::any_of(
            other.tokens, [&](const Token& token) { return m_table.areKin(stem, token.stem); });
    });
    const bool mostly = met >= 2 || (met == 1 && stems.size() == 1);
    if ((met >= 1 && m_similarity.score >= enoughForDenial)
        || (mostly && m_similarity.score >= enoughForPlainDenial))
        m_found.push_back(
            { Disagreement::Negation, whole(m_a), whole(m_b), Dimension::Count, 0, 0 });
}

void Judge::stances()
{
    const bool openA = m_a.stances & Lexicon::Uncertain;
    const bool openB = m_b.stances & Lexicon::Uncertain;
    // "Whether it is safe is unknown" says "is safe", but is open.
    const bool settledA = (m_a.stances & Lexicon::Assured) && !openA;
    const bool settledB = (m_b.stances & Lexicon::Assured) && !openB;
    if (!(openA && settledB) && !(openB && settledA))
        return;
    const quint64 both = matters(m_a) & matters(m_b);
    // The first three of concepts.txt: safety and lasting effect are matters of the treatment
    // written about; whether it works is said of others too.
    constexpr quint64 ofThis = 0x3;
    constexpr quint64 works = 0x4;
    const UnitFeatures& sure = settledA ? m_a : m_b;
    const bool ofOne = (matters(m_a) & others) == (matters(m_b) & others);
    const bool alike = (both & works) != 0 && ofOne && !sure.isSoftDenial
        && m_similarity.score >= enoughForDenial / 1.5F;
    if ((both & ofThis) != 0 || alike)
        m_found.push_back({ Disagreement::Stance, whole(m_a), whole(m_b), Dimension::Count, 0, 0 });
}

/// The matters of concepts.txt that a sentence is about, a bit each.
quint64 Judge::matters(const UnitFeatures& unit) const
{
    std::vector<quint32> stems;
    for (const Token& token : unit.tokens)
        stems.push_back(token.stem);
    quint64 found = 0;
    for (std::size_t i = 0; i < stems.size(); ++i) {
        const PhraseTable::Hit phrase = m_lexicon.phrases().at(stems, i);
        const Lexicon::Entry* entry = m_lexicon.entry(phrase.length > 1 ? phrase.value : stems[i]);
        if (phrase.length > 1)
            i += phrase.length - 1;
        for (const quint32 matter : entry ? entry->matters : std::vector<quint32>())
            found |= quint64(1) << matter;
    }
    return found;
}

} // namespace

std::vector<Disagreement> findDisagreements(const PreparedArticle& a, std::size_t i,
    const PreparedArticle& b, std::size_t j, const SimilarityTable& table, Similarity similarity,
    bool linked)
{
    const bool figures = !a.units[i].quantities.empty() && !b.units[j].quantities.empty();
    const bool stances = a.units[i].stances != 0 && b.units[j].stances != 0;
    if (!linked && !figures && !stances)
        return {};
    return Judge(a, i, b, j, table, similarity, linked).find();
}

} // namespace assay
