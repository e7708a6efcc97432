// SPDX-License-Identifier: GPL-3.0-or-later
// Which sentences are worth scoring where there are too many to score all pairs.
#include "models/compare/similarity.h"

namespace assay {

SimilarityTable::Postings SimilarityTable::postings(const std::vector<Sentence>& sentences) const
{
    Postings postings;
    postings.starts.resize(m_words.size() + 1);
    for (const Sentence& sentence : sentences) {
        for (const Term& term : sentence.terms)
            ++postings.starts[term.word + 1];
    }
    for (std::size_t i = 1; i < postings.starts.size(); ++i)
        postings.starts[i] += postings.starts[i - 1];
    postings.units.resize(postings.starts.back());
    std::vector<quint32> next(postings.starts.begin(), postings.starts.end() - 1);
    for (quint32 unit = 0; unit < sentences.size(); ++unit) {
        for (const Term& term : sentences[unit].terms)
            postings.units[next[term.word]++] = { unit, term.weight };
    }
    return postings;
}

std::vector<quint32> SimilarityTable::candidates(
    std::size_t i, std::size_t most, bool mirrored, Scratch& scratch) const
{
    const Sentence& sentence = (mirrored ? m_sentencesB : m_sentencesA)[i];
    const std::vector<Sentence>& others = mirrored ? m_sentencesA : m_sentencesB;
    const Postings& postings = mirrored ? m_postingsA : m_postingsB;
    // A word that every eighth sentence has tells little and costs most.
    const std::size_t tooCommon = std::clamp<std::size_t>(others.size() / 8, 40, 2000);
    std::vector<quint32> touched;
    const auto add = [&](quint32 word, float weight) {
        const std::size_t count = postings.starts[word + 1] - postings.starts[word];
        if (count > tooCommon)
            return;
        for (quint32 at = postings.starts[word]; at < postings.starts[word + 1]; ++at) {
            const auto [unit, worth] = postings.units[at];
            if (scratch.found[unit] == 0) // NOLINT(clang-diagnostic-float-equal): never touched
                touched.push_back(unit);
            scratch.found[unit] += weight * worth;
        }
    };
    for (const Term& term : sentence.terms) {
        if (m_words[term.word].stop)
            continue;
        add(term.word, term.weight);
        for (const Kin& kin : m_kin[term.word]) {
            if (kin.likeness >= close)
                add(kin.word, term.weight * kin.likeness);
        }
    }
    const auto likelier = [&](quint32 x, quint32 y) {
        const float worthX = scratch.found[x] / others[x].norm;
        const float worthY = scratch.found[y] / others[y].norm;
        return worthX > worthY || (worthX == worthY && x < y); // NOLINT: ties by place
    };
    const auto kept = touched.begin() + static_cast<std::ptrdiff_t>(std::min(most, touched.size()));
    std::ranges::partial_sort(touched, kept, likelier);
    for (const quint32 unit : touched)
        scratch.found[unit] = 0;
    return { touched.begin(), kept };
}

} // namespace assay
