// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/similarity.h"

#include "models/base/background.h"

#include <cmath>

namespace assay {

/// What a stop word is worth beside the weight of a word that is met everywhere.
static constexpr float stopWeight = 0.15F;
/// The most that a number in digits is worth: figures are compared by what they measure.
static constexpr float numberWeight = 0.7F;
/// The size of the general corpus that tells common words from rare ones, in sentences, and as how
/// many sentences it counts beside the articles compared.
static constexpr float corpusSentences = 37'000;
static constexpr float corpusWorth = 800.0F;

SimilarityTable::SimilarityTable(const PreparedArticle& a, const PreparedArticle& b)
    : m_a(a)
    , m_b(b)
    , m_lexicon(Lexicon::load(commonLanguage(a.language, b.language)))
{
    std::vector<quint32> idsA, idsB;
    m_ids.reserve(a.words.size() + b.words.size());
    readWords(a, idsA);
    readWords(b, idsB);
    const float units = static_cast<float>(a.units.size() + b.units.size());
    for (std::size_t word = 0; word < m_words.size(); ++word) {
        const Lexicon::Entry* entry = m_lexicon.entry(m_words[word].stem);
        const float general = entry ? entry->count / corpusSentences * corpusWorth : 0;
        const float met = static_cast<float>(m_seen[word]) + general;
        const float rarity = std::log((units + corpusWorth + 1) / (met + 0.5F));
        const float weight = std::max(0.4F, rarity * 0.35F);
        m_weights.push_back(m_words[word].stop ? stopWeight
                : m_words[word].number         ? std::min(weight, numberWeight)
                                               : weight);
    }
    findKin();
    readSentences(a, idsA, m_sentencesA);
    readSentences(b, idsB, m_sentencesB);
    m_postingsA = postings(m_sentencesA);
    m_postingsB = postings(m_sentencesB);
}

quint32 SimilarityTable::idOf(const PreparedArticle::Word& word)
{
    const auto [at, isNew] = m_ids.emplace(word.stem, static_cast<quint32>(m_words.size()));
    if (isNew) {
        m_words.push_back(word);
        m_seen.push_back(0);
    }
    return at->second;
}

void SimilarityTable::readWords(const PreparedArticle& article, std::vector<quint32>& ids)
{
    for (const PreparedArticle::Word& word : article.words)
        ids.push_back(idOf(word));
    for (const UnitFeatures& unit : article.units) {
        for (const quint32 word : unit.words)
            ++m_seen[ids[word]];
    }
}

void SimilarityTable::readSentences(const PreparedArticle& article, const std::vector<quint32>& ids,
    std::vector<Sentence>& sentences) const
{
    sentences.reserve(article.units.size());
    for (const UnitFeatures& unit : article.units) {
        giveWay();
        Sentence sentence;
        float squares = 0;
        for (const quint32 index : unit.words) {
            const quint32 word = ids[index];
            sentence.terms.push_back({ word, m_weights[word] });
            sentence.total += m_weights[word];
            squares += m_weights[word] * m_weights[word];
            sentence.content += m_words[word].stop ? 0 : 1;
        }
        sentence.norm = std::sqrt(squares);
        double grams = 0;
        for (std::size_t i = 0; i < unit.grams.size();) {
            std::size_t k = i;
            while (k < unit.grams.size() && unit.grams[k] == unit.grams[i])
                ++k;
            grams += static_cast<double>((k - i) * (k - i));
            i = k;
        }
        sentence.gramNorm = static_cast<float>(std::sqrt(grams));
        sentences.push_back(std::move(sentence));
    }
}

SimilarityTable::Scratch SimilarityTable::scratch() const
{
    Scratch scratch;
    scratch.kin.resize(m_words.size());
    scratch.of.resize(m_words.size());
    scratch.found.resize(std::max(m_sentencesA.size(), m_sentencesB.size()));
    return scratch;
}

void SimilarityTable::startRow(std::size_t i, Scratch& scratch) const
{
    for (const quint32 word : scratch.touched)
        scratch.kin[word] = 0;
    scratch.touched.clear();
    const auto raise = [&](quint32 word, float likeness, std::size_t term) {
        if (scratch.kin[word] >= likeness)
            return;
        if (scratch.kin[word] == 0)
            scratch.touched.push_back(word);
        scratch.kin[word] = likeness;
        scratch.of[word] = static_cast<quint16>(term);
    };
    const std::vector<Term>& terms = m_sentencesA[i].terms;
    for (std::size_t term = 0; term < std::min<std::size_t>(terms.size(), 65535); ++term) {
        raise(terms[term].word, 1, term);
        for (const Kin& kin : m_kin[terms[term].word])
            raise(kin.word, kin.likeness, term);
    }
    scratch.row = static_cast<qsizetype>(i);
}

static float gramCosine(const std::vector<quint32>& a, const std::vector<quint32>& b, float norms)
{
    std::size_t i = 0;
    std::size_t k = 0;
    qint64 dot = 0;
    while (i < a.size() && k < b.size()) {
        if (a[i] < b[k]) {
            ++i;
        } else if (b[k] < a[i]) {
            ++k;
        } else {
            const quint32 gram = a[i];
            qint64 inA = 0;
            qint64 inB = 0;
            for (; i < a.size() && a[i] == gram; ++i)
                ++inA;
            for (; k < b.size() && b[k] == gram; ++k)
                ++inB;
            dot += inA * inB;
        }
    }
    return norms > 0 ? static_cast<float>(dot) / norms : 0;
}

/// How far the figures of two sentences agree: 1 where all do, -1 where none does, 0 where one
/// gives none.
static float figures(const UnitFeatures& a, const UnitFeatures& b)
{
    if (a.quantities.empty() || b.quantities.empty())
        return 0;
    std::size_t same = 0;
    for (const Quantity& quantity : a.quantities)
        same += std::ranges::any_of(
            b.quantities, [&](const Quantity& other) { return isSame(quantity, other); });
    const auto fewer = std::min(a.quantities.size(), b.quantities.size());
    return 2 * static_cast<float>(std::min(same, fewer)) / static_cast<float>(fewer) - 1;
}

Similarity SimilarityTable::compare(std::size_t i, std::size_t j, Scratch& scratch) const
{
    const UnitFeatures& unitA = m_a.units[i];
    const UnitFeatures& unitB = m_b.units[j];
    const Sentence& a = m_sentencesA[i];
    const Sentence& b = m_sentencesB[j];
    if (a.total <= 0 || b.total <= 0)
        return {};
    if (unitA.hash == unitB.hash)
        return { 1, 1, 1 };
    if (scratch.row != static_cast<qsizetype>(i))
        startRow(i, scratch);
    scratch.covered.assign(a.terms.size(), 0);
    float inB = 0;
    float dot = 0;
    for (const Term& term : b.terms) {
        const float likeness = scratch.kin[term.word];
        if (likeness <= 0)
            continue;
        inB += likeness * term.weight;
        float& covered = scratch.covered[scratch.of[term.word]];
        covered = std::max(covered, likeness);
        if (likeness == 1) // NOLINT(clang-diagnostic-float-equal): set to 1, not computed
            dot += term.weight * term.weight;
    }
    float inA = 0;
    for (std::size_t term = 0; term < a.terms.size(); ++term)
        inA += scratch.covered[term] * a.terms[term].weight;
    const float partA = inA / a.total;
    const float partB = inB / b.total;
    const float both = partA + partB > 0 ? 2 * partA * partB / (partA + partB) : 0;
    Similarity found;
    found.aligned = 0.8F * both + 0.2F * std::max(partA, partB);
    found.cosine = dot / (a.norm * b.norm);
    const float grams = gramCosine(unitA.grams, unitB.grams, a.gramNorm * b.gramNorm);
    const bool negated = unitA.isDenial != unitB.isDenial;
    const float raw = 0.15F * found.cosine + 0.10F * grams + 0.75F * found.aligned
        + 0.04F * figures(unitA, unitB) - (negated ? 0.04F : 0);
    const float enough = std::min(1.0F, static_cast<float>(std::min(a.content, b.content)) / 3);
    found.score = std::clamp(raw * enough, 0.0F, 0.999F);
    return found;
}

float SimilarityTable::alignJointly(std::span<const quint32> a, std::span<const quint32> b) const
{
    // How well each word of one side is met by the other: of `a` by `b` and the other way round.
    const auto met = [&](const std::vector<Sentence>& ofSide, std::span<const quint32> side,
                         const std::vector<Sentence>& ofOther, std::span<const quint32> other) {
        std::unordered_map<quint32, float> likeness;
        for (const quint32 unit : other) {
            for (const Term& term : ofOther[unit].terms) {
                likeness[term.word] = 1;
                for (const Kin& kin : m_kin[term.word])
                    likeness[kin.word] = std::max(likeness[kin.word], kin.likeness);
            }
        }
        float found = 0;
        float total = 0;
        for (const quint32 unit : side) {
            for (const Term& term : ofSide[unit].terms) {
                const auto at = likeness.find(term.word);
                found += at == likeness.end() ? 0 : at->second * term.weight;
                total += term.weight;
            }
        }
        return total > 0 ? found / total : 0;
    };
    const float partA = met(m_sentencesA, a, m_sentencesB, b);
    const float partB = met(m_sentencesB, b, m_sentencesA, a);
    return partA + partB > 0 ? 2 * partA * partB / (partA + partB) : 0;
}

} // namespace assay
