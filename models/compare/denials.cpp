// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/denials.h"

#include "models/compare/subjects.h"

#include <array>

namespace assay {

std::vector<Denial> denialsOf(const UnitFeatures& unit, const Lexicon& lexicon)
{
    static const std::array nouns{ wordHash(u"no"), wordHash(u"none"), wordHash(u"nobody"),
        wordHash(u"nothing"), wordHash(u"neither"), wordHash(u"nor"), wordHash(u"free") };
    const std::vector<quint32> words = wordsOf(unit);
    std::vector<Denial> denials;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const PhraseTable::Hit denial = lexicon.denials().at(words, i);
        const std::size_t first = i;
        i += std::max<std::size_t>(1, denial.length) - 1;
        if (denial.value != Lexicon::Hard)
            continue;
        Denial found{ first, !std::ranges::contains(nouns, words[first]), {} };
        for (std::size_t k = i + 1; k < words.size() && found.about.size() < 3; ++k) {
            if (!lexicon.isStop(words[k]))
                found.about.push_back(k);
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

bool compareCrosswise(const UnitFeatures& a, const UnitFeatures& b, const Lexicon& lexicon)
{
    static const quint32 than = wordHash(u"than");
    const auto compares = [](const UnitFeatures& unit) {
        return std::ranges::contains(unit.tokens, than, &Token::word);
    };
    if (!compares(a) || !compares(b)) // as most do
        return false;
    const auto sides = [&](const UnitFeatures& unit) {
        std::array<std::vector<quint32>, 2> stems;
        bool behind = false;
        for (const Token& token : unit.tokens) {
            if (token.word == than)
                behind = true;
            else if (!lexicon.isStop(token.word))
                stems[behind].push_back(token.stem);
        }
        return stems;
    };
    const auto inA = sides(a);
    const auto inB = sides(b);
    const auto onlyOn = [](const auto& stems, bool side, quint32 stem) {
        return std::ranges::contains(stems[side], stem)
            && !std::ranges::contains(stems[!side], stem);
    };
    const auto crosses = [&](bool side) {
        return std::ranges::any_of(inA[side],
            [&](quint32 stem) { return onlyOn(inA, side, stem) && onlyOn(inB, !side, stem); });
    };
    return crosses(false) && crosses(true);
}

bool reachesDenied(const UnitFeatures& denying, TextRange word, const Lexicon& lexicon)
{
    return std::ranges::any_of(denialsOf(denying, lexicon), [&](const Denial& denial) {
        return std::ranges::any_of(
            denial.about, [&](std::size_t at) { return denying.tokens[at].start == word.start; });
    });
}

} // namespace assay
