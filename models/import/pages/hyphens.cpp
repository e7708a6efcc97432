// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/hyphens.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static bool isHyphen(QChar c)
{
    return c == u'-' || c == QChar(0x2010) || c == QChar(0x2011);
}

bool endsInHyphen(QStringView text)
{
    return !text.isEmpty() && isHyphen(text.back());
}

/// A word's letters, digits and hyphens.
static QString bare(QStringView word)
{
    QString letters;
    for (const QChar c : word) {
        if (c.isLetterOrNumber())
            letters += c;
        else if (isHyphen(c))
            letters += u'-';
    }
    return letters;
}

/// Endings that no hyphen stands before, even where they are words as well: "profit-/able". Of two
/// letters only some are words.
static bool isEnding(const QString& word)
{
    static const QSet<QString> endings{ u"able"_s, u"ably"_s, u"age"_s, u"ages"_s, u"ance"_s,
        u"ation"_s, u"ence"_s, u"ened"_s, u"ening"_s, u"ers"_s, u"est"_s, u"ful"_s, u"fully"_s,
        u"ible"_s, u"ibly"_s, u"ically"_s, u"ing"_s, u"ings"_s, u"ish"_s, u"ism"_s, u"ities"_s,
        u"ity"_s, u"ive"_s, u"ively"_s, u"less"_s, u"ment"_s, u"mental"_s, u"ments"_s, u"ness"_s,
        u"sion"_s, u"sions"_s, u"some"_s, u"teen"_s, u"tion"_s, u"tional"_s, u"tions"_s };
    static const QSet<QString> shortWords{ u"by"_s, u"in"_s, u"of"_s, u"on"_s, u"to"_s, u"up"_s };
    return endings.contains(word) || (word.size() < 3 && !shortWords.contains(word));
}

/// Words that two halves of a suspended compound stand on either side of: "short- and long-term".
static bool isConnective(const QString& word)
{
    static const QSet<QString> connectives{ u"and"_s, u"bis"_s, u"but"_s, u"bzw"_s, u"e"_s, u"et"_s,
        u"o"_s, u"oder"_s, u"or"_s, u"ou"_s, u"sowie"_s, u"to"_s, u"und"_s, u"y"_s };
    return connectives.contains(word);
}

/// English first halves that keep their hyphen: "self-/care", "six-/week", "X-/ray".
static bool keepsAfter(const QString& word)
{
    static const QSet<QString> words{ u"double"_s, u"eight"_s, u"five"_s, u"follow"_s, u"four"_s,
        u"high"_s, u"long"_s, u"low"_s, u"nine"_s, u"placebo"_s, u"self"_s, u"seven"_s, u"short"_s,
        u"six"_s, u"three"_s, u"twelve"_s, u"twenty"_s, u"two"_s, u"well"_s };
    return word.size() == 1 || words.contains(word);
}

/// English second halves that keep it: "evidence-/based", "age-/related".
static bool keepsBefore(const QString& word)
{
    static const QSet<QString> words{ u"based"_s, u"blind"_s, u"blinded"_s, u"controlled"_s,
        u"month"_s, u"related"_s, u"term"_s, u"week"_s, u"year"_s };
    return words.contains(word);
}

/// Words that English writes as one with another word behind them: "some-/thing".
static bool joinsBehind(const QString& word)
{
    static const QSet<QString> words{ u"after"_s, u"counter"_s, u"every"_s, u"here"_s, u"inter"_s,
        u"more"_s, u"over"_s, u"some"_s, u"super"_s, u"them"_s, u"there"_s, u"through"_s,
        u"under"_s, u"what"_s, u"when"_s, u"where"_s, u"with"_s, u"your"_s };
    return words.contains(word);
}

WrittenWords::WrittenWords(const QStringList& lines)
{
    if (std::none_of(lines.begin(), lines.end(), endsInHyphen))
        return; // nobody will ask
    bool rest = false; // the line begins with the rest of a broken word
    for (const QString& line : lines) {
        QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        if (rest && !words.isEmpty())
            words.removeFirst();
        rest = endsInHyphen(line);
        if (rest && !words.isEmpty())
            words.removeLast();
        for (const QString& word : std::as_const(words)) {
            const QString own = bare(word);
            m_words.insert(own);
            m_small.insert(own.toLower());
        }
    }
}

/// How the word is written elsewhere in the text decides. Else what English is known to write,
/// and at last whether both halves are words of the text, since syllables hardly are.
bool WrittenWords::isOwnHyphen(const QString& first, const QString& second) const
{
    const QString before = first.section(u'-', -1).toLower();
    const QString behind = second.section(u'-', 0, 0);
    static const QSet<QString> compounds{ u"meta-analyses"_s, u"meta-analysis"_s, u"month-old"_s,
        u"week-old"_s, u"year-old"_s };
    const QString compound = before + u'-' + behind;
    if (has(first + u'-' + second) || has(compound) || compounds.contains(compound))
        return true;
    if (has(first + second) || has(before + behind) || isEnding(behind))
        return false;
    if (keepsAfter(before))
        return true;
    // "Cor-/related" is no compound: short halves must be words of the text.
    const bool isWord = before.size() > 3 || (before.size() == 3 && has(before));
    if (isWord && !joinsBehind(before) && keepsBefore(behind))
        return true;
    // Of a longer compound, "state-of-/the-art", but not of its last word's syllables.
    static const QSet<QString> inner{ u"and"_s, u"by"_s, u"in"_s, u"of"_s, u"on"_s, u"the"_s,
        u"to"_s };
    const bool isLonger = first.contains(u'-') || second.contains(u'-');
    if (isLonger
        && (inner.contains(before) || inner.contains(behind) || has(before)
            || m_words.contains(behind)))
        return true;
    // As it is written: German writes "Schmerz-/therapie" as one though "Therapie" is a word.
    return before.size() > 3 && behind.size() > 3 && !joinsBehind(before) && has(before)
        && m_words.contains(behind);
}

void WrittenWords::join(QString& text, const QString& line) const
{
    if (text.isEmpty() || line.isEmpty()) {
        text += line;
        return;
    }
    if (text.endsWith(u'\u00AD')) {
        text.chop(1);
        text += line;
        return;
    }
    const QChar next = line.front();
    const bool broken = endsInHyphen(text) && text.size() > 1
        && text[text.size() - 2].isLetterOrNumber() && next.isLetterOrNumber();
    if (!broken) {
        text += u' ' + line;
        return;
    }
    const QString token = text.sliced(text.lastIndexOf(u' ') + 1);
    const QString first = bare(token).chopped(1);
    const QString second = bare(line.section(u' ', 0, 0));
    const bool isAddress = token.contains(u"://"_s) || token.startsWith(u"www."_s);
    if (!isAddress && isConnective(second) && !has(first + second)) {
        text += u' ' + line;
        return;
    }
    // A capital or a digit on either side begins or ends no syllable: "COVID-/19", "omega-/3". In
    // a word of capitals it may: "OP-/TIONAL".
    const bool isSyllable = next.isLower() && !text[text.size() - 2].isDigit();
    const bool isOwn = isSyllable ? isOwnHyphen(first, second) : !m_words.contains(first + second);
    if (!isAddress && !isOwn)
        text.chop(1);
    text += line;
}

} // namespace assay
