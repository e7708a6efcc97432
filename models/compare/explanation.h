// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/comparison.h"

#include <QStringList>

#include <mutex>

namespace assay {

/// Says for people why units belong together or disagree. Holds references: `a` and `b` must
/// outlive it.
class Explainer {
public:
    Explainer(const PreparedArticle& a, const PreparedArticle& b);

    const SimilarityTable& table() const { return m_table; }
    /// What the units of a match do not agree on, with the places.
    std::vector<Disagreement> disagreements(const Match& match) const;
    /// "duration: up to 1 week / up to 3 months; both credit JAMA Psychiatry", and below a conflict
    /// what makes the match: "7 of 9 words", "same figures: 24 hours".
    QStringList reasons(const Match& match) const;
    /// The same of one disagreement.
    QString describe(const Disagreement& disagreement) const;

private:
    QString figure(const PreparedArticle& article, TextRange range) const;
    QString slice(const PreparedArticle& article, TextRange range) const;
    QStringList sourcesOf(const PreparedArticle& article, TextRange range) const;

    const PreparedArticle& m_a;
    const PreparedArticle& m_b;
    const Lexicon& m_lexicon;
    SimilarityTable m_table;
    mutable std::mutex m_mutex; ///< reports explain on other threads than the window
    mutable SimilarityTable::Scratch m_scratch;
};

} // namespace assay
