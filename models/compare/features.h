// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"
#include "models/compare/quantity.h"

namespace assay {

/// What comparison keeps of one sentence.
struct UnitFeatures {
    std::vector<Token> tokens; ///< offsets from the start of the article
    std::vector<quint32> words; ///< indices of PreparedArticle::words, in order, each once
    std::vector<quint32> grams; ///< hashes of runs of three letters, sorted
    std::vector<Quantity> quantities;
    std::vector<quint32> sources; ///< journals and agencies it credits, sorted
    bool ownSources = false; ///< named here, not taken over from the sentence before
    quint32 stances = 0; ///< of Lexicon::Stance
    bool isCredit = false; ///< says who paid for, ran or published something
    bool isDenial = false; ///< holds a hard negation
    bool isSoftDenial = false; ///< ... or a soft one
    quint64 hash = 0; ///< over the words: the same for the same words
    bool isEmpty() const { return tokens.empty(); }
};

/// An article made ready to be compared: one entry a unit, empty for headings and furniture. A
/// value that depends on the text alone.
struct PreparedArticle {
    struct Word {
        quint32 stem = 0;
        quint32 prefix = 0;
        bool stop = false;
        bool negation = false;
        bool number = false;
    };

    QString language;
    QString text; ///< what offsets count in
    std::vector<Word> words; ///< every different word
    std::vector<UnitFeatures> units;
    /// Stems of abbreviations and of the words they stand for.
    std::vector<std::pair<quint32, quint32>> acronyms;
};

/// Makes articles ready. Keeps the words it has met: one for each thread.
class Preparer {
public:
    explicit Preparer(const QString& language);
    /// With `apart`, the units are not of one article: none goes on with the study of another.
    PreparedArticle prepare(const QString& text, const QList<Unit>& units, bool apart = false);

private:
    UnitFeatures features(QStringView text, TextRange range);
    void addWords(PreparedArticle& article, UnitFeatures& unit);
    void addSources(const QString& text, UnitFeatures& unit) const;
    void addAcronyms(PreparedArticle& article, const UnitFeatures& unit) const;

    const Lexicon& m_lexicon;
    std::unique_ptr<WordReader> m_reader;
    std::unordered_map<quint32, quint32> m_indices; ///< of words of the present article
};

/// The language that both can be compared in: that of `a`, or none where they differ.
QString commonLanguage(const QString& a, const QString& b);

} // namespace assay
