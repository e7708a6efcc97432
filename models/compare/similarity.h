// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/features.h"

namespace assay {

struct Bond;

/// How alike two sentences are, and out of what that is made.
struct Similarity {
    float score = 0; ///< 0 to 1; 1 for the same words in the same order
    float aligned = 0; ///< part of both sentences' words that have a counterpart, weighed
    float cosine = 0; ///< of their words
};

/// Knows the words of two articles: how much each is worth and which are kin. Asked from any
/// number of threads, each with its own Scratch.
class SimilarityTable {
public:
    /// `a` and `b` must outlive this.
    SimilarityTable(const PreparedArticle& a, const PreparedArticle& b);

    struct Scratch {
        std::vector<float> kin; ///< by word: how well it matches one of the row's
        std::vector<quint16> of; ///< ... which one
        std::vector<quint32> touched;
        std::vector<float> covered;
        std::vector<float> found; ///< by unit, for candidates
        qsizetype row = -1;
    };
    Scratch scratch() const;
    /// How alike unit `i` of `a` and unit `j` of `b` are. Fast for one `i` and many `j` in turn.
    Similarity compare(std::size_t i, std::size_t j, Scratch& scratch) const;
    /// How far the words of some units of `a` and of some units of `b`, taken as one sentence each,
    /// have a counterpart: 0 to 1.
    float alignJointly(std::span<const quint32> a, std::span<const quint32> b) const;
    /// Up to `most` units of `b` (or of `a`, with `mirrored`) that share the weightiest words with
    /// unit `i` of the other, the likeliest first.
    std::vector<quint32> candidates(
        std::size_t i, std::size_t most, bool mirrored, Scratch& scratch) const;

    /// Of the language that both are compared in.
    const Lexicon& lexicon() const { return m_lexicon; }
    /// Whether two stems are the same or kin.
    bool areKin(quint32 stemA, quint32 stemB) const;

private:
    struct Term {
        quint32 word = 0; ///< in the words of both
        float weight = 0;
    };
    struct Sentence {
        std::vector<Term> terms;
        float norm = 0;
        float total = 0;
        float gramNorm = 0;
        int content = 0; ///< words that are no stop words
    };
    struct Kin {
        quint32 word = 0;
        float likeness = 0;
    };
    /// From which likeness on a word counts as another; what is wider in meaning has just that.
    static constexpr float close = 0.55F;
    struct Postings {
        std::vector<quint32> starts; ///< by word
        std::vector<std::pair<quint32, float>> units; ///< and what the word is worth there
    };

    quint32 idOf(const PreparedArticle::Word& word);
    void readWords(const PreparedArticle& article, std::vector<quint32>& ids);
    std::vector<Bond> bonds() const;
    std::vector<std::pair<quint32, quint32>> opposed() const;
    void findKin();
    void readSentences(const PreparedArticle& article, const std::vector<quint32>& ids,
        std::vector<Sentence>& sentences) const;
    Postings postings(const std::vector<Sentence>& sentences) const;
    void startRow(std::size_t i, Scratch& scratch) const;

    const PreparedArticle& m_a;
    const PreparedArticle& m_b;
    const Lexicon& m_lexicon;
    std::unordered_map<quint32, quint32> m_ids; ///< by stem
    std::vector<PreparedArticle::Word> m_words;
    std::vector<quint32> m_seen; ///< by word: in how many units
    std::vector<float> m_weights;
    std::vector<std::vector<Kin>> m_kin;
    std::vector<Sentence> m_sentencesA, m_sentencesB;
    Postings m_postingsA, m_postingsB;
};

} // namespace assay
