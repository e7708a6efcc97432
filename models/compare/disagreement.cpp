// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/disagreement.h"

#include "models/compare/contrasts.h"
#include "models/compare/credits.h"
#include "models/compare/denials.h"
#include "models/compare/figureconflict.h"
#include "models/compare/subjects.h"

namespace assay {

namespace {

/// Similarity from which a denial, opposite words or another source make a conflict.
constexpr float enoughForDenial = 0.45F;
constexpr float enoughForPlainDenial = 0.3F; // where what is denied stands in both
constexpr float enoughForOpposites = 0.34F;
constexpr float enoughForSources = 0.42F;
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
        , m_lexicon(table.lexicon())
    {
    }

    std::vector<Disagreement> find()
    {
        findFigureConflicts(m_a, m_b, m_table, m_similarity, m_linked, m_found);
        stances();
        if (creditOthers(m_a, m_b, m_table, m_similarity.score, m_linked))
            disagree(Disagreement::Credit);
        else if (m_linked)
            sources();
        if (!Subjects(m_a, m_b, m_lexicon).areApart())
            denials();
        return std::move(m_found);
    }

private:
    void sources();
    void denials();
    void effects();
    bool contrasts();
    void refusals();
    void stances();
    quint64 matters(const UnitFeatures& unit) const;
    struct Term {
        quint32 value = 0; ///< the stem it is read as
        const Lexicon::Entry* entry = nullptr;
        TextRange range;
    };
    std::vector<Term> opposable(const UnitFeatures& unit) const;
    bool opposites();

    void disagree(Disagreement::Kind kind)
    {
        m_found.push_back({ kind, whole(m_a), whole(m_b), Dimension::Count, 0, 0 });
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
    const Lexicon& m_lexicon;
    std::vector<Disagreement> m_found;
};

void Judge::sources()
{
    if (m_similarity.score < enoughForSources || m_a.sources.empty() || m_b.sources.empty()
        || creditedByBoth(m_a, m_b) != 0 || !(m_a.ownSources && m_b.ownSources))
        return;
    disagree(Disagreement::Source);
}

/// Words and phrases of a sentence that have opposites.
std::vector<Judge::Term> Judge::opposable(const UnitFeatures& unit) const
{
    std::vector<quint32> stems;
    for (const Token& token : unit.tokens)
        stems.push_back(token.stem);
    std::vector<Term> terms;
    static const quint32 either = wordHash(u"or");
    for (std::size_t i = 0; i < stems.size(); ++i) {
        if (i > 0 && unit.tokens[i - 1].word == either)
            continue; // "four or more" is a bound
        const PhraseTable::Hit phrase = m_lexicon.phrases().at(stems, i);
        const std::size_t length = std::max<std::size_t>(1, phrase.length);
        const quint32 value = length > 1 ? phrase.value : stems[i];
        const Lexicon::Entry* entry = m_lexicon.entry(value);
        if (entry && !entry->opposites.empty())
            terms.push_back(
                { value, entry, { unit.tokens[i].start, unit.tokens[i + length - 1].end } });
        i += length - 1;
    }
    return terms;
}

/// Words of one pair of opposites, each side in one sentence only.
bool Judge::opposites()
{
    if (m_similarity.score < enoughForOpposites)
        return false;
    std::vector<Term> inA = opposable(m_a);
    std::vector<Term> inB = opposable(m_b);
    // A word of both is no difference between them: "the drops lower / raise the risk".
    const std::vector<Term> allOfA = inA;
    const auto without = [](std::vector<Term>& terms, const std::vector<Term>& shared) {
        std::erase_if(terms, [&](const Term& term) {
            return std::ranges::contains(shared, term.value, &Term::value);
        });
    };
    without(inA, inB);
    without(inB, allOfA);
    const auto has = [](const std::vector<Term>& terms, std::pair<quint32, bool> side) {
        return std::ranges::find_if(terms,
            [&](const Term& term) { return std::ranges::contains(term.entry->opposites, side); });
    };
    for (const Term& a : inA) {
        for (const auto& [pair, right] : a.entry->opposites) {
            if (has(inA, { pair, !right }) != inA.end() || has(inB, { pair, right }) != inB.end())
                continue;
            if (const auto b = has(inB, { pair, !right }); b != inB.end()) {
                m_found.push_back(
                    { Disagreement::Opposite, a.range, b->range, Dimension::Count, 0, 0 });
                return true;
            }
        }
    }
    return false;
}

/// Whether both compare the same things: then their "better", "worse" and "no" say which is above.
bool Judge::contrasts()
{
    if (m_similarity.score < enoughForPlainDenial)
        return false;
    const std::optional<bool> crosswise = contrastsDisagree(m_a, m_b, m_table);
    if (crosswise.value_or(false))
        disagree(Disagreement::Crosswise);
    return crosswise.has_value();
}

void Judge::denials()
{
    if (contrasts())
        return;
    const std::size_t before = m_found.size();
    if (m_linked)
        refusals();
    if (m_found.size() == before && m_a.isDenial != m_b.isDenial
        && m_similarity.score >= enoughForPlainDenial
        && deniesExistence(m_a.isDenial ? m_a : m_b, m_a.isDenial ? m_b : m_a, m_table))
        disagree(Disagreement::Negation);
    if (m_found.size() == before)
        effects();
}

/// Whether one says that nothing comes of it, in whatever words.
void Judge::effects()
{
    // Where other treatments are named, too, it is they that often fail.
    if (((matters(m_a) | matters(m_b)) & others) != 0)
        return;
    const bool nullA = m_a.stances & Lexicon::Null;
    const bool nullB = m_b.stances & Lexicon::Null;
    const bool byNull = nullA != nullB;
    if (!byNull && (m_linked || m_a.isDenial == m_b.isDenial))
        return;
    const bool aDenies = byNull ? nullA : m_a.isDenial;
    if (deniesEffect(aDenies ? m_a : m_b, aDenies ? m_b : m_a, m_table, m_similarity))
        disagree(Disagreement::Negation);
}

void Judge::refusals()
{
    const std::size_t before = m_found.size();
    const bool opposed = opposites();
    if (m_a.isDenial == m_b.isDenial)
        return;
    const UnitFeatures& denying = m_a.isDenial ? m_a : m_b;
    const UnitFeatures& other = m_a.isDenial ? m_b : m_a;
    if (opposed) { // "not safe", "risky": the same thing said twice
        const TextRange opposite = m_a.isDenial ? m_found.back().a : m_found.back().b;
        if (reachesDenied(denying, opposite, m_lexicon))
            m_found.resize(before);
        return;
    }
    if (other.isSoftDenial || says(other, Lexicon::Conduct, m_lexicon)
        || deniesDifference(denying, other, m_lexicon))
        return;
    const auto met = [&](std::size_t at) {
        return std::ranges::any_of(other.tokens, [&](const Token& token) {
            return m_table.areKin(denying.tokens[at].stem, token.stem);
        });
    };
    const std::vector<quint32> words = wordsOf(denying);
    const bool lasts
        = std::ranges::contains(other.quantities, Dimension::Time, &Quantity::dimension);
    for (const Denial& denial : denialsOf(denying, m_lexicon)) {
        if (denial.ofSome)
            continue;
        // "Not permanent" is what a number of months says, too.
        if (lasts && !denial.about.empty()
            && m_lexicon.fixedPhrases().at(words, denial.about.front()).length > 0)
            continue;
        const auto count = std::ranges::count_if(denial.about, met);
        const bool mostly = count >= 2 || (count == 1 && denial.about.size() == 1);
        // "does not replace mammograms" denies a replacing that the other has to speak of.
        if (denial.ofVerb && count > 0 && !met(denial.about.front()))
            continue;
        // "no lasting damage to the knee" denies damage, and tells where.
        if (!denial.ofVerb && denial.about.size() == 3 && !met(denial.about[0])
            && !met(denial.about[1]))
            continue;
        if ((count >= 1 && m_similarity.score >= enoughForDenial)
            || (mostly && m_similarity.score >= enoughForPlainDenial)) {
            disagree(Disagreement::Negation);
            return;
        }
    }
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
        disagree(Disagreement::Stance);
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
    const bool credits = a.units[i].isCredit && b.units[j].isCredit;
    const bool stances = a.units[i].stances != 0 && b.units[j].stances != 0;
    const bool denied = a.units[i].isDenial != b.units[j].isDenial
        || ((a.units[i].stances ^ b.units[j].stances) & Lexicon::Null) != 0;
    if (!linked && !figures && !stances && !denied && !credits)
        return {};
    return Judge(a, i, b, j, table, similarity, linked).find();
}

} // namespace assay
