// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/features.h"

#include "models/base/background.h"

#include <algorithm>
#include <array>

namespace assay {

using namespace Qt::StringLiterals;

/// Sentences after one that names a study that may go on with it.
static constexpr std::size_t inheritance = 2;
/// Words of a unit that are looked at: what has more is a table or no sentence.
static constexpr std::size_t mostTokens = 2000;

Preparer::Preparer(const QString& language)
    : m_lexicon(Lexicon::load(language))
    , m_reader(m_lexicon.reader())
{
}

static quint64 mix(quint64 hash, quint32 value)
{
    return (hash ^ value) * 1099511628211ULL;
}

/// Runs of three letters in words, blanks at both ends of a word counted.
static std::vector<quint32> gramsOf(std::span<const Token> tokens, QStringView text)
{
    std::vector<quint32> grams;
    grams.reserve(static_cast<std::size_t>(text.size()));
    for (const Token& token : tokens) {
        char16_t a = u' ';
        char16_t b = 0;
        for (qint32 i = token.start; i <= token.end; ++i) {
            char16_t c = u' ';
            if (i < token.end) {
                c = text[i].unicode();
                c = c < 128 ? (c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c)
                            : QChar(c).toLower().unicode();
            }
            if (b != 0)
                grams.push_back((quint32(a) * 31U + b) * 65599U + c);
            if (b != 0)
                a = b;
            b = c;
        }
    }
    std::ranges::sort(grams);
    return grams;
}

/// "people who cannot sleep": a denial that only tells which ones are meant.
static bool deniesWho(std::span<const quint32> words, std::size_t at)
{
    static const std::array clauses{ wordHash(u"who"), wordHash(u"whose"), wordHash(u"if"),
        wordHash(u"when"), wordHash(u"unless") };
    for (std::size_t back = 1; back <= std::min<std::size_t>(2, at); ++back) {
        if (std::ranges::contains(clauses, words[at - back]))
            return true;
    }
    return false;
}

UnitFeatures Preparer::features(QStringView text, TextRange range)
{
    UnitFeatures unit;
    const QStringView sentence = text.sliced(range.start, range.length());
    unit.tokens = m_reader->tokens(sentence);
    if (unit.tokens.size() > mostTokens)
        unit.tokens.resize(mostTokens);
    unit.grams = gramsOf(unit.tokens, sentence);
    unit.quantities = findQuantities(unit.tokens, sentence, m_lexicon);
    unit.hash = 14695981039346656037ULL;
    std::vector<quint32> words;
    for (Token& token : unit.tokens) {
        words.push_back(token.word);
        unit.hash = mix(unit.hash, token.word);
        token.start += range.start;
        token.end += range.start;
    }
    std::vector<bool> denies(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        PhraseTable::Hit denial = m_lexicon.denials().at(words, i);
        if (denial.value == Lexicon::Hard && deniesWho(words, i))
            denial.value = Lexicon::Soft;
        unit.isDenial = unit.isDenial || denial.value == Lexicon::Hard;
        unit.isSoftDenial = unit.isSoftDenial || denial.value == Lexicon::Soft;
        denies[i] = denial.value == Lexicon::Hard || denial.value == Lexicon::Soft;
        i += std::max<std::size_t>(1, denial.length) - 1;
    }
    std::size_t denied = 0; // words that a denial still reaches
    for (std::size_t i = 0; i < words.size(); ++i) {
        const PhraseTable::Hit stance = m_lexicon.stances().at(words, i);
        if (stance.value != Lexicon::Assured || denied == 0) // "is not safe"
            unit.stances |= stance.value;
        unit.isCredit = unit.isCredit || m_lexicon.credits().at(words, i).length > 0;
        if (stance.length > 0)
            i += stance.length - 1;
        denied = denies[i] ? 4 : denied > 0 ? denied - 1 : 0;
    }
    return unit;
}

/// Journals and agencies by name, and any "Journal of ..." with capitals.
void Preparer::addSources(const QString& text, UnitFeatures& unit) const
{
    std::vector<quint32> words;
    for (const Token& token : unit.tokens)
        words.push_back(token.word);
    static const quint32 journal = wordHash(u"journal"_s);
    static const quint32 of = wordHash(u"of"_s);
    static const quint32 in = wordHash(u"in"_s);
    static const quint32 the = wordHash(u"the"_s);
    const auto shouted = [&](const Token& token) {
        const QStringView word = QStringView(text).sliced(token.start, token.end - token.start);
        return word.size() > 1 && std::ranges::all_of(word, [](QChar c) { return c.isUpper(); });
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Token& token = unit.tokens[i];
        if (const PhraseTable::Hit hit = m_lexicon.sources().at(words, i); hit.length > 0) {
            const bool introduced
                = i > 0 && (words[i - 1] == journal || words[i - 1] == in || words[i - 1] == the);
            // One word is a name where it is written as one: "JAMA", "in The Lancet".
            if (hit.length > 1 || shouted(token) || (token.is(Token::Capital) && introduced)) {
                unit.sources.push_back(hit.value);
                i += hit.length - 1;
            }
            continue;
        }
        if (words[i] != journal || i + 2 >= words.size() || words[i + 1] != of
            || !token.is(Token::Capital))
            continue;
        quint64 name = mix(0, journal);
        std::size_t last = i + 2;
        while (last < words.size() && (unit.tokens[last].is(Token::Capital)))
            name = mix(name, words[last++]);
        if (last > i + 2)
            unit.sources.push_back(static_cast<quint32>(name >> 32) | 0x80000000U);
    }
    std::ranges::sort(unit.sources);
    unit.sources.erase(std::ranges::unique(unit.sources).begin(), unit.sources.end());
    unit.ownSources = !unit.sources.empty();
}

/// Puts the unit's words among the article's; phrases that mean one thing count as one word.
void Preparer::addWords(PreparedArticle& article, UnitFeatures& unit)
{
    std::vector<quint32> stems;
    for (const Token& token : unit.tokens)
        stems.push_back(token.stem);
    const auto add = [&](const PreparedArticle::Word& word) {
        const auto [at, isNew]
            = m_indices.emplace(word.stem, static_cast<quint32>(article.words.size()));
        if (isNew)
            article.words.push_back(word);
        if (!std::ranges::contains(unit.words, at->second))
            unit.words.push_back(at->second);
    };
    for (std::size_t i = 0; i < stems.size(); ++i) {
        if (const PhraseTable::Hit phrase = m_lexicon.phrases().at(stems, i); phrase.length > 1)
            add({ phrase.value, 0, false, false, false });
        const Token& token = unit.tokens[i];
        if (token.is(Token::Symbol))
            continue;
        add({ token.stem, token.prefix, m_lexicon.isStop(token.word),
            m_lexicon.isNegation(token.word), token.is(Token::Number) });
    }
}

/// "post-traumatic stress disorder (PTSD)": the letters begin the words before the bracket.
void Preparer::addAcronyms(PreparedArticle& article, const UnitFeatures& unit) const
{
    const QStringView text(article.text);
    for (std::size_t i = 2; i < unit.tokens.size(); ++i) {
        const Token& token = unit.tokens[i];
        const QStringView word = text.sliced(token.start, token.end - token.start);
        if (word.size() < 2 || word.size() > 7 || !word.front().isUpper()
            || !word.last(1).front().isUpper() || text[token.start - 1] != u'(')
            continue;
        const std::size_t letters = static_cast<std::size_t>(word.size());
        if (i < letters)
            continue;
        bool begins = true;
        for (std::size_t k = 0; k < letters && begins; ++k)
            begins = text[unit.tokens[i - letters + k].start].toUpper()
                == word[static_cast<qsizetype>(k)].toUpper();
        for (std::size_t k = 0; k < letters && begins; ++k)
            article.acronyms.emplace_back(token.stem, unit.tokens[i - letters + k].stem);
    }
}

PreparedArticle Preparer::prepare(const QString& text, const QList<Unit>& units, bool apart)
{
    PreparedArticle article;
    article.language = m_lexicon.language();
    article.text = text;
    article.units.resize(static_cast<std::size_t>(units.size()));
    m_indices.clear();
    std::size_t sinceLead = inheritance + 1;
    const std::vector<quint32>* lead = nullptr;
    for (std::size_t i = 0; i < article.units.size(); ++i) {
        const Unit& unit = units[static_cast<qsizetype>(i)];
        if (unit.kind == UnitKind::Heading || unit.kind == UnitKind::Furniture) {
            sinceLead = inheritance + 1; // another matter begins
            continue;
        }
        giveWay();
        UnitFeatures& features = article.units[i];
        features = this->features(text, unit.range);
        addWords(article, features);
        addSources(text, features);
        addAcronyms(article, features);
        std::vector<quint32> opening;
        for (std::size_t k = 0; k < std::min<std::size_t>(4, features.tokens.size()); ++k)
            opening.push_back(features.tokens[k].word);
        const bool goesOn = !opening.empty() && m_lexicon.inheriting().at(opening, 0).length > 0;
        if (features.ownSources) {
            lead = &features.sources;
            sinceLead = 0;
        } else if (!apart && lead && ++sinceLead <= inheritance && goesOn) {
            features.sources = *lead;
        }
    }
    return article;
}

QString commonLanguage(const QString& a, const QString& b)
{
    return a.left(2) == b.left(2) ? a.left(2) : QString();
}

} // namespace assay
