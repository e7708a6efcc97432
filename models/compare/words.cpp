// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/words.h"

#include <libstemmer.h>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// Letters of a stem that make two words kin when they agree, and the fewest it must have.
static constexpr qsizetype prefixLength = 6;
/// Words kept with their stems before they are forgotten and read anew.
static constexpr std::size_t mostKept = 200'000;

quint32 wordHash(QStringView word)
{
    quint32 hash = 2166136261U;
    for (const QChar c : word)
        hash = (hash ^ c.unicode()) * 16777619U;
    return hash;
}

WordReader::WordReader(const QString& language, const Irregular* irregular)
    : m_stemmer(sb_stemmer_new(language.left(2).toLatin1().constData(), nullptr))
    , m_irregular(irregular)
{
}

WordReader::~WordReader()
{
    sb_stemmer_delete(m_stemmer);
}

WordReader::Stem WordReader::stemOf(quint32 word, QStringView folded)
{
    if (const auto known = m_stems.find(word); known != m_stems.end())
        return known->second;
    if (m_stems.size() > mostKept)
        m_stems.clear();
    QString base = folded.toString();
    if (m_irregular) {
        if (const auto lemma = m_irregular->find(word); lemma != m_irregular->end())
            base = lemma->second;
    }
    if (m_stemmer) {
        const QByteArray utf8 = base.toUtf8();
        const sb_symbol* stem = sb_stemmer_stem(m_stemmer,
            reinterpret_cast<const sb_symbol*>(utf8.constData()), static_cast<int>(utf8.size()));
        if (stem)
            base = QString::fromUtf8(reinterpret_cast<const char*>(stem), // owned by the stemmer
                sb_stemmer_length(m_stemmer));
    }
    const Stem stem{ wordHash(base),
        base.size() >= prefixLength && base.front().isLetter()
            ? wordHash(QStringView(base).first(prefixLength))
            : 0 };
    m_stems.emplace(word, stem);
    return stem;
}

/// Small letters without accents; typographic apostrophes and ligatures as plain ones.
static void fold(QStringView word, QString& folded)
{
    folded.resize(0);
    const bool plain = std::ranges::all_of(word, [](QChar c) { return c.unicode() < 0x80; });
    if (plain) {
        for (const QChar c : word)
            folded += c >= u'A' && c <= u'Z' ? QChar(c.unicode() + 32) : c;
        return;
    }
    const QString decomposed = word.toString().normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : decomposed) {
        if (!c.isMark())
            folded += c == u'\u2019' || c == u'\u02BC' ? u'\'' : c;
    }
}

void WordReader::append(
    std::vector<Token>& tokens, QStringView text, qsizetype start, qsizetype end, quint8 flags)
{
    fold(text.sliced(start, end - start), m_folded);
    if (m_folded.size() > 2 && m_folded.endsWith("'s"_L1))
        m_folded.chop(2);
    Token token;
    token.start = static_cast<qint32>(start);
    token.end = static_cast<qint32>(end);
    token.word = wordHash(m_folded);
    token.flags = flags;
    if (text[start].isUpper())
        token.flags |= Token::Capital;
    if (!tokens.empty()) {
        const qint32 gap = token.start - tokens.back().end;
        if (gap == 0 || (gap == 1 && (text[start - 1] == u'-' || text[start - 1] == u'\u2011')))
            token.flags |= Token::Glued;
    }
    if (token.is(Token::Number) || token.is(Token::Symbol))
        token.stem = token.word;
    else
        std::tie(token.stem, token.prefix) = [&] {
            const Stem stem = stemOf(token.word, m_folded);
            return std::pair(stem.stem, stem.prefix);
        }();
    tokens.push_back(token);
}

static bool isIdeograph(QChar c)
{
    return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana
        || c.script() == QChar::Script_Katakana || c.script() == QChar::Script_Thai;
}

/// Past a number: "1,200", "5.9", but not the stop behind it.
static qsizetype numberEnd(QStringView text, qsizetype at)
{
    while (at < text.size()
        && (text[at].isDigit()
            || ((text[at] == u'.' || text[at] == u',') && at + 1 < text.size()
                && text[at + 1].isDigit())))
        ++at;
    return at;
}

static qsizetype wordEnd(QStringView text, qsizetype at)
{
    while (at < text.size()) {
        const QChar c = text[at];
        const bool inside
            = (c == u'\'' || c == u'\u2019') && at + 1 < text.size() && text[at + 1].isLetter();
        // "mg/kg" is one unit of measure.
        const bool perWeight = c == u'/' && text.sliced(at + 1).startsWith("kg"_L1);
        if (!c.isLetter() && !c.isMark() && !c.isSurrogate() && !inside && !perWeight)
            break;
        ++at;
    }
    return at;
}

std::vector<Token> WordReader::tokens(QStringView text)
{
    std::vector<Token> tokens;
    tokens.reserve(static_cast<std::size_t>(text.size() / 6 + 1));
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        if (c.isDigit()) {
            const qsizetype end = numberEnd(text, at);
            append(tokens, text, at, end, Token::Number);
            at = end;
        } else if (isIdeograph(c)) {
            append(tokens, text, at, at + 1, 0); // no blanks tell where words end
            ++at;
        } else if (c.isLetter() || c.isSurrogate()) {
            qsizetype end = std::max(wordEnd(text, at), at + 1);
            for (qsizetype i = at + 1; i < end; ++i) {
                if (isIdeograph(text[i]))
                    end = i;
            }
            append(tokens, text, at, end, 0);
            at = end;
        } else {
            if (c == u'%' || c == u'$' || c == u'\u20AC' || c == u'\u00A3' || c == u'\u00A5')
                append(tokens, text, at, at + 1, Token::Symbol);
            ++at;
        }
    }
    return tokens;
}

std::vector<quint32> WordReader::words(QStringView phrase)
{
    std::vector<quint32> found;
    for (const Token& token : tokens(phrase))
        found.push_back(token.word);
    return found;
}

std::vector<quint32> WordReader::stems(QStringView phrase)
{
    std::vector<quint32> found;
    for (const Token& token : tokens(phrase))
        found.push_back(token.stem);
    return found;
}

} // namespace assay
