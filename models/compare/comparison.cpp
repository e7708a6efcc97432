// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/comparison.h"

#include "models/compare/commonwords.h"
#include "models/compare/matching.h"

namespace assay {

/// Score from which a pair that nothing else comes near says the same.
static constexpr float sameClaimAlone = 0.29F;

/// Word for word the same but for a few edits.
static bool isCopied(const UnitFeatures& a, const UnitFeatures& b)
{
    const std::size_t shorter = std::min(a.tokens.size(), b.tokens.size());
    const std::size_t longer = std::max(a.tokens.size(), b.tokens.size());
    if (a.hash == b.hash)
        return shorter >= 4;
    const CommonWords common = commonWords(a.tokens, b.tokens);
    const double ratio = 2.0 * common.total / static_cast<double>(shorter + longer);
    return common.longestRun >= 8 || (shorter >= 8 && ratio > 0.75 && common.longestRun >= 5)
        || (shorter >= 7 && ratio > 0.64 && common.inRuns >= 0.42 * static_cast<double>(longer));
}

Match judgePair(const PreparedArticle& a, std::size_t i, const PreparedArticle& b, std::size_t j,
    const SimilarityTable& table, Similarity similarity, bool certain)
{
    Match match{ { static_cast<quint32>(i) }, { static_cast<quint32>(j) }, Relation::Related,
        similarity.score, false };
    const bool copied = similarity.cosine > 0.4F && isCopied(a.units[i], b.units[j]);
    const bool same
        = similarity.score >= sameClaim || (certain && similarity.score >= sameClaimAlone);
    if (similarity.score < worthALook)
        return match;
    if (!findDisagreements(a, i, b, j, table, similarity, copied || same).empty())
        match.relation = Relation::Conflict;
    else if (copied)
        match.relation = Relation::Copied;
    else if (same)
        match.relation = Relation::SameClaim;
    return match;
}

/// Which of two articles stands first inside, so that the result is mirrored to the last bit.
static bool standsFirst(const PreparedArticle& a, const PreparedArticle& b)
{
    const auto hash = [](const PreparedArticle& article) {
        quint64 all = 0;
        for (const UnitFeatures& unit : article.units)
            all = all * 31 + unit.hash;
        return all;
    };
    return hash(a) <= hash(b);
}

Comparison compareArticles(
    const PreparedArticle& a, const PreparedArticle& b, const Progress& progress)
{
    Comparison found;
    const QString language = commonLanguage(a.language, b.language);
    found.isWeak = !Lexicon::load(language).isKnown();
    if (standsFirst(a, b)) {
        found.matches = findMatches(a, b, progress);
    } else {
        found.matches = findMatches(b, a, progress);
        for (Match& match : found.matches)
            std::swap(match.a, match.b);
    }
    std::ranges::sort(found.matches,
        [](const Match& x, const Match& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    fillUnmatched(found, a, b);
    return found;
}

void fillUnmatched(Comparison& comparison, const PreparedArticle& a, const PreparedArticle& b)
{
    std::vector<bool> inA(a.units.size());
    std::vector<bool> inB(b.units.size());
    for (const Match& match : comparison.matches) {
        if (match.relation == Relation::Related)
            continue;
        for (const quint32 unit : match.a)
            inA[unit] = true;
        for (const quint32 unit : match.b)
            inB[unit] = true;
    }
    const auto rest = [](const PreparedArticle& article, const std::vector<bool>& matched) {
        std::vector<quint32> units;
        for (quint32 unit = 0; unit < article.units.size(); ++unit) {
            if (!matched[unit] && !article.units[unit].isEmpty())
                units.push_back(unit);
        }
        return units;
    };
    comparison.onlyA = rest(a, inA);
    comparison.onlyB = rest(b, inB);
}

} // namespace assay
