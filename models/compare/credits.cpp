// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/credits.h"

#include "models/compare/subjects.h"

#include <array>
#include <map>

namespace assay {

namespace {

/// Similarity from which two sentences may be of one piece of work.
constexpr float enoughForCredits = 0.2F;
/// Words of a name that are looked at.
constexpr std::size_t reach = 7;

/// Stems of who is named, and where they and what they are named for stand.
struct Credit {
    std::vector<quint32> who;
    std::size_t first = 0;
    std::size_t past = 0;
};
using Credits = std::map<quint32, Credit>;

Credits creditsOf(const UnitFeatures& unit, const Lexicon& lexicon)
{
    Credits credits;
    const std::vector<quint32> words = wordsOf(unit);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const PhraseTable::Hit hit = lexicon.credits().at(words, i);
        if (hit.length == 0)
            continue;
        const bool inFront = hit.value % 2 == 1;
        const std::size_t past = i + hit.length;
        Credit credit;
        credit.first = inFront ? (i > reach ? i - reach : 0) : past;
        credit.past = inFront ? i : std::min(words.size(), past + reach);
        for (std::size_t k = credit.first; k < credit.past; ++k) {
            if (!lexicon.isStop(words[k]) && lexicon.subjects().at(words, k).length == 0)
                credit.who.push_back(unit.tokens[k].stem);
        }
        credit.first = std::min(credit.first, i);
        credit.past = std::max(credit.past, past);
        if (!credit.who.empty())
            credits.emplace(hit.value / 2, std::move(credit));
        i = past - 1;
    }
    return credits;
}

bool isPronoun(const UnitFeatures& unit)
{
    static const quint32 pronoun = wordHash(u"it");
    return unit.tokens.front().word == pronoun;
}

/// Whether the sentence speaks of a study, or of "it".
bool isOfWork(const UnitFeatures& unit)
{
    static const std::array works{ wordHash(u"study"), wordHash(u"studies"), wordHash(u"trial"),
        wordHash(u"trials"), wordHash(u"research"), wordHash(u"findings"), wordHash(u"results"),
        wordHash(u"paper"), wordHash(u"review"), wordHash(u"analysis"), wordHash(u"data"),
        wordHash(u"survey"), wordHash(u"report"), wordHash(u"comparison"),
        wordHash(u"experiment") };
    return isPronoun(unit) || std::ranges::any_of(unit.tokens, [](const Token& token) {
        return std::ranges::contains(works, token.word);
    });
}

} // namespace

bool creditOthers(const UnitFeatures& a, const UnitFeatures& b, const SimilarityTable& table,
    float score, bool linked)
{
    const Lexicon& lexicon = table.lexicon();
    if (score < enoughForCredits || !isOfWork(a) || !isOfWork(b))
        return false;
    const Credits ofA = creditsOf(a, lexicon);
    if (ofA.empty())
        return false;
    const Credits ofB = creditsOf(b, lexicon);
    if (says(a, Lexicon::Another, lexicon) || says(b, Lexicon::Another, lexicon))
        return false;
    const auto work = [&](const UnitFeatures& unit, const Credit& credit) {
        return tellingWords(unit, lexicon, credit.first, credit.past);
    };
    const bool pronoun = isPronoun(a) || isPronoun(b); // "It was led by ..."
    for (const auto& [kind, credit] : ofA) {
        const auto other = ofB.find(kind);
        if (other != ofB.end() && countShared(credit.who, other->second.who, table) == 0
            && ((linked && pronoun)
                || countShared(work(a, credit), work(b, other->second), table) >= 1))
            return true;
    }
    return false;
}

} // namespace assay
