// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/worddiff.h"

#include "models/compare/lexicon.h"

namespace assay {

/// Words beyond which two texts are not laid side by side word by word: a row of memory a word.
static constexpr std::size_t mostWords = 3000;

QList<DiffPart> wordDiff(const QString& a, const QString& b, const QString& language)
{
    const std::unique_ptr<WordReader> reader = Lexicon::load(language).reader();
    const std::vector<Token> wordsA = reader->tokens(a);
    const std::vector<Token> wordsB = reader->tokens(b);
    if (wordsA.size() > mostWords || wordsB.size() > mostWords)
        return { { DiffPart::Removed, a }, { DiffPart::Added, b } };
    // Longest common subsequence of the tails, to be walked from the front.
    const std::size_t width = wordsB.size() + 1;
    std::vector<quint16> longest((wordsA.size() + 1) * width);
    for (std::size_t i = wordsA.size(); i-- > 0;) {
        for (std::size_t k = wordsB.size(); k-- > 0;)
            longest[i * width + k] = wordsA[i].stem == wordsB[k].stem
                ? static_cast<quint16>(longest[(i + 1) * width + k + 1] + 1)
                : std::max(longest[(i + 1) * width + k], longest[i * width + k + 1]);
    }
    QList<DiffPart> parts;
    const auto add = [&](DiffPart::Kind kind, const QString& text, const std::vector<Token>& words,
                         std::size_t at) {
        // A part holds all up to the next word: blanks and stops belong to the word before them.
        const qsizetype from = at == 0 ? 0 : words[at].start;
        const qsizetype to = at + 1 < words.size() ? words[at + 1].start : text.size();
        const QString piece = text.sliced(from, to - from);
        if (!parts.isEmpty() && parts.last().kind == kind)
            parts.last().text += piece;
        else
            parts.append({ kind, piece });
    };
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < wordsA.size() || k < wordsB.size()) {
        if (i < wordsA.size() && k < wordsB.size() && wordsA[i].stem == wordsB[k].stem) {
            add(DiffPart::Same, a, wordsA, i++);
            ++k;
        } else if (k == wordsB.size()
            || (i < wordsA.size() && longest[(i + 1) * width + k] >= longest[i * width + k + 1])) {
            add(DiffPart::Removed, a, wordsA, i++);
        } else {
            add(DiffPart::Added, b, wordsB, k++);
        }
    }
    return parts;
}

} // namespace assay
