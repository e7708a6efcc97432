// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <unordered_map>
#include <vector>

struct sb_stemmer;

namespace assay {

/// A word of a sentence as comparison sees it.
struct Token {
    enum Flag : quint8 {
        Number = 1, ///< begins with a digit
        Glued = 2, ///< nothing stands between it and the token before, or only a hyphen
        Capital = 4,
        Symbol = 8, ///< "%", "$": no word
    };

    qint32 start = 0; ///< UTF-16 offsets in the text that was read
    qint32 end = 0;
    quint32 word = 0; ///< hash of the folded word
    quint32 stem = 0; ///< hash of its stem
    quint32 prefix = 0; ///< hash of the stem's first letters; 0 for a short one
    quint8 flags = 0;

    bool is(Flag flag) const { return flags & flag; }
};

/// FNV-1a over UTF-16 code units: how words are told apart. Two words of one project share a hash
/// about once in a hundred projects, and then two sentences look a little more alike.
quint32 wordHash(QStringView word);

/// Cuts text into tokens and words to their stems (Snowball, by libstemmer), in one language. One
/// thread at a time.
class WordReader {
public:
    /// Irregular forms and the words they belong to, by hash of the form.
    using Irregular = std::unordered_map<quint32, QString>;

    /// `language` is an ISO 639-1 code; words of one that Snowball does not know stay whole.
    /// `irregular` must outlive this; null for none.
    explicit WordReader(const QString& language, const Irregular* irregular = nullptr);
    ~WordReader();
    Q_DISABLE_COPY_MOVE(WordReader)

    /// Tokens of `text` in order. Case, accents and the kinds of quotes and ligatures do not
    /// matter; a possessive "'s" is left out; hyphens part words.
    std::vector<Token> tokens(QStringView text);
    /// The hashes of a phrase's words, or of their stems.
    std::vector<quint32> words(QStringView phrase);
    std::vector<quint32> stems(QStringView phrase);

private:
    struct Stem {
        quint32 stem = 0;
        quint32 prefix = 0;
    };
    Stem stemOf(quint32 word, QStringView folded);
    void append(
        std::vector<Token>& tokens, QStringView text, qsizetype start, qsizetype end, quint8 flags);

    sb_stemmer* m_stemmer;
    std::unordered_map<quint32, Stem> m_stems; ///< of the words met so far
    const Irregular* m_irregular;
    QString m_folded;
};

} // namespace assay
