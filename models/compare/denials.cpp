// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/denials.h"

#include "models/compare/subjects.h"

#include <array>

namespace assay {

std::vector<Denial> denialsOf(const UnitFeatures& unit, const Lexicon& lexicon)
{
    static const std::array nouns{ wordHash(u"no"), wordHash(u"none"), wordHash(u"nobody"),
        wordHash(u"nothing"), wordHash(u"neither"), wordHash(u"nor"), wordHash(u"free") };
    static const quint32 that = wordHash(u"that");
    static const quint32 which = wordHash(u"which");
    static const std::array joints{ wordHash(u"and"), wordHash(u"but"), wordHash(u"because"),
        wordHash(u"since") };
    const std::vector<quint32> words = wordsOf(unit);
    std::vector<Denial> denials;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const PhraseTable::Hit denial = lexicon.denials().at(words, i);
        const std::size_t first = i;
        i += std::max<std::size_t>(1, denial.length) - 1;
        if (denial.value != Lexicon::Hard)
            continue;
        Denial found{ first, !std::ranges::contains(nouns, words[first]), false, {} };
        constexpr std::size_t near = 8;
        for (std::size_t k = first > near ? first - near : 0; k < first && !found.ofSome; ++k) {
            const quint32 subject = lexicon.subjects().at(words, k).value;
            // "We found that it does not help" denies; so does "the drug, which does not help".
            found.ofSome = subject == Lexicon::Some
                || (subject == Lexicon::Clause && words[k] != that && words[k] != which);
        }
        for (std::size_t k = i + 1; k < words.size() && found.about.size() < 3; ++k) {
            if (!found.about.empty() && std::ranges::contains(joints, words[k]))
                break;
            if (lexicon.isStop(words[k]))
                continue;
            if (lexicon.subjects().at(words, k).value != Lexicon::Anyone)
                found.about.push_back(k);
            else if (found.about.empty())
                found.ofVerb = false; // "not used in pregnancy" is about pregnancy
        }
        denials.push_back(std::move(found));
    }
    return denials;
}

bool deniesDifference(
    const UnitFeatures& denying, const UnitFeatures& other, const Lexicon& lexicon)
{
    static const std::array differences{ wordHash(u"difference"), wordHash(u"differences"),
        wordHash(u"differ"), wordHash(u"differed"), wordHash(u"different"), wordHash(u"better"),
        wordHash(u"worse"), wordHash(u"more"), wordHash(u"less"), wordHash(u"than") };
    constexpr std::size_t reach = 8;
    const std::vector<quint32> words = wordsOf(denying);
    const bool allOfThem
        = std::ranges::all_of(denialsOf(denying, lexicon), [&](const Denial& denial) {
              for (std::size_t k = denial.at; k < std::min(words.size(), denial.at + reach); ++k) {
                  if (std::ranges::contains(differences, words[k]))
                      return true;
              }
              return false;
          });
    const std::vector<quint32> level = wordsOf(other);
    for (std::size_t i = 0; i < level.size() && allOfThem; ++i) {
        if (lexicon.equals().at(level, i).length > 0)
            return true;
    }
    return false;
}

bool deniesExistence(
    const UnitFeatures& denying, const UnitFeatures& other, const SimilarityTable& table)
{
    static const std::array nobody{ wordHash(u"nobody"), wordHash(u"none") };
    static const quint32 no = wordHash(u"no");
    static const quint32 one = wordHash(u"one");
    static const std::array cases{ wordHash(u"case"), wordHash(u"cases") };
    const Lexicon& lexicon = table.lexicon();
    const std::vector<quint32> words = wordsOf(other);
    bool some = std::ranges::any_of(other.quantities, [](const Quantity& each) {
        return (each.dimension == Dimension::Count || each.dimension == Dimension::Percent)
            && each.low > 0;
    });
    for (std::size_t i = 0; i < words.size() && !some; ++i)
        some = lexicon.subjects().at(words, i).value == Lexicon::Some;
    if (!some || other.isDenial || other.isSoftDenial || deniesDifference(denying, other, lexicon))
        return false;
    const auto met = [&](std::size_t at) {
        return std::ranges::any_of(other.tokens, [&](const Token& token) {
            return table.areKin(denying.tokens[at].stem, token.stem)
                || table.areKin(token.stem, denying.tokens[at].stem);
        });
    };
    return std::ranges::any_of(denialsOf(denying, lexicon), [&](const Denial& denial) {
        const quint32 word = denying.tokens[denial.at].word;
        const bool ofNobody = std::ranges::contains(nobody, word)
            || (word == no && denial.at + 1 < denying.tokens.size()
                && denying.tokens[denial.at + 1].word == one);
        if (ofNobody) { // "no one reported dizziness or constipation"
            std::size_t found = 0;
            for (std::size_t i = denial.at + 1; i < denying.tokens.size(); ++i)
                found += !lexicon.isStop(denying.tokens[i].word) && met(i);
            return found >= 2;
        }
        // "no serious complications were seen"
        const bool ofTwo = denial.about.size() >= 2 && denial.about[1] <= denial.at + 2;
        const bool ofCases = denial.at + 1 < denying.tokens.size()
            && std::ranges::contains(cases, denying.tokens[denial.at + 1].word);
        return word == no && !denial.about.empty() && met(denial.about[0])
            && (ofTwo ? met(denial.about[1]) : ofCases);
    });
}

bool deniesEffect(const UnitFeatures& denying, const UnitFeatures& other,
    const SimilarityTable& table, Similarity similarity)
{
    constexpr float enoughForNull = 0.24F;
    constexpr float enoughForDenied = 0.22F;
    constexpr std::size_t enoughShared = 3;
    const Lexicon& lexicon = table.lexicon();
    const bool isNull = (denying.stances & Lexicon::Null) != 0;
    if (other.isDenial || (denying.stances & Lexicon::Uncertain) != 0
        || (other.stances & (Lexicon::Null | Lexicon::Uncertain)) != 0
        || similarity.score < (isNull ? enoughForNull : enoughForDenied)
        || says(other, Lexicon::Conduct, lexicon) || deniesDifference(denying, other, lexicon)
        || countShared(tellingWords(denying, lexicon), tellingWords(other, lexicon), table)
            < enoughShared)
        return false;
    const auto met = [&](std::size_t at) {
        return std::ranges::any_of(other.tokens,
            [&](const Token& token) { return table.areKin(denying.tokens[at].stem, token.stem); });
    };
    const std::vector<Denial> denials = denialsOf(denying, lexicon);
    // "people whose pain was not reduced by pills" are whom it is about.
    if (isNull)
        return denials.empty() || !std::ranges::all_of(denials, &Denial::ofSome);
    return std::ranges::any_of(denials, [&](const Denial& denial) {
        return !denial.ofSome && std::ranges::count_if(denial.about, met) >= 2;
    });
}

bool reachesDenied(const UnitFeatures& denying, TextRange word, const Lexicon& lexicon)
{
    return std::ranges::any_of(denialsOf(denying, lexicon), [&](const Denial& denial) {
        return std::ranges::any_of(
            denial.about, [&](std::size_t at) { return denying.tokens[at].start == word.start; });
    });
}

} // namespace assay
