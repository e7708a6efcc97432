// SPDX-License-Identifier: GPL-3.0-or-later
// What the words around a stop say: abbreviations, initials, times, small letters, lost blanks.
#include "models/text/stops.h"

#include <algorithm>

namespace assay {

/// "U.S", "b.i.d".
static bool isInitials(QStringView word)
{
    return word.size() >= 3 && word.size() <= 9 && word.front().isLetter() && word[1] == u'.'
        && word.back().isLetter();
}

/// "6a.m", "10mg": the letters behind the digits are the word.
static QStringView withoutAmount(QStringView word)
{
    qsizetype digits = 0;
    while (digits < word.size() && word[digits].isDigit())
        ++digits;
    return digits < word.size() ? word.sliced(digits) : word;
}

/// Before a small letter a sentence ends where a wide gap stands, or behind a word that is no
/// abbreviation and before one that may start a sentence all the same.
bool StopJudge::endsBeforeSmall(
    qsizetype first, qsizetype last, qsizetype after, const Following& next)
{
    if (after > last && m_p.text[last] != u']')
        return next.gap > 2 || (m_p.text[last] == u')' && next.is(SmallStarter) && isCasual());
    constexpr quint16 harmless
        = Starter | SmallStarter | Common | Label | Lead | OftenEnds | TopLevel | AfterTime;
    const QStringView word = withoutAmount(m_p.wordBefore(first));
    const bool plain = word.size() > 1 && !isInitials(word) && (m_p.kindsOf(word) & ~harmless) == 0;
    if (plain && (m_p.kindsOf(word) & OftenEnds) && !isCasual()) // "teas, etc. can interact with"
        return false;
    return (plain || word.isEmpty()) && (next.gap >= 2 || startsSmall(next));
}

bool StopJudge::endsAfterWord(
    QStringView word, const Following& next, qsizetype stop, qsizetype from)
{
    if (word.isEmpty())
        return true;
    const qsizetype wordStart = stop - word.size();
    // A marker ("1.", "a.", "iv.") at the start of the sentence belongs to what follows.
    const bool atStart = m_p.beforeBlanks(wordStart) <= from
        || (wordStart > m_p.start
            && markOf(m_p.text[m_p.beforeBlanks(wordStart) - 1]) == Mark::Bullet);
    if (atStart && ((word.front().isDigit() && word.size() <= 4) || word.size() == 1))
        return false;
    const bool digits = std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    if (digits && m_p.language.ordinalStops && word.size() <= 2 && !next.starter())
        return false;
    const bool shouted = word.size() > 1 && word[1].isUpper() && word.isUpper()
        && !word.contains(u'.') && next.lead.isUpper()
        && !(next.word.size() > 1 && next.word.isUpper());
    quint16 kinds = shouted ? quint16(0) : m_p.kindsOf(withoutAmount(word));
    if (const qsizetype dot = kinds == 0 && word.size() > 4 ? word.lastIndexOf(u'.') : 0;
        dot > 2 && !shouted)
        kinds = m_p.kindsOf(word.sliced(dot + 1)); // "Tuesday.Mr. Smith"
    const bool numbered = next.mark == u'#'
        || std::any_of(next.word.begin(), next.word.end(), [](QChar c) { return c.isDigit(); });
    if ((kinds & (BeforeNumber | NeverEnds)) && numbered)
        return false;
    // "Am. J. Clin. Nutr." is no time.
    const bool time = (kinds & TimeOfDay) != 0
        && !(word.size() == 2 && word.front().isUpper() && word.back().isLower());
    if (time && (next.capital() || next.lead.isDigit()))
        return endsAfterTime(next, stop, from);
    if (kinds & OftenEnds)
        return next.lead.isUpper();
    if (kinds & UnitOfMeasure) {
        const QStringView amount = m_p.wordBefore(m_p.beforeBlanks(wordStart));
        if (word.front().isDigit() || (!amount.isEmpty() && amount.back().isDigit()))
            return next.lead.isUpper() || next.opened() || countsAnew(next);
    }
    if (kinds & NeverEnds)
        return false;
    if (word.size() == 1 && word.front().isLetter())
        return endsAfterLetter(word, next, stop);
    if (isInitials(word) || (kinds & Abbreviation))
        return next.starter();
    return true;
}

/// A number behind a unit: "They lost 4 kg. 20 people regained it", but "5 ft. 6 in. tall".
bool StopJudge::countsAnew(const Following& next) const
{
    if (!next.lead.isDigit() || next.word.back().isLetter())
        return false;
    qsizetype past = next.at + next.word.size();
    while (m_p.at(past).isDigit() || m_p.at(past) == u',' || m_p.at(past) == u'.')
        ++past;
    return (m_p.kindsOf(m_p.wordAfter(m_p.pastBlanks(past))) & UnitOfMeasure) == 0;
}

/// "J. Smith" is a name; "vitamin C. Women", "plan B. We" and "you and I. Did" end a sentence.
bool StopJudge::endsAfterLetter(QStringView word, const Following& next, qsizetype stop) const
{
    if (word.front().isLower())
        return next.starter() || next.opened();
    const bool initialFollows
        = next.word.size() == 1 && m_p.at(next.at + next.word.size()) == u'.' && !next.opened();
    if (initialFollows)
        return false;
    const QStringView before = m_p.wordBefore(m_p.beforeBlanks(stop - 1));
    if (m_p.kindsOf(before) & Label)
        return next.capital() || next.opened();
    if (next.lead.isDigit())
        return false;
    if (next.opened() || !next.lead.isLetter())
        return !before.isEmpty() && !before.front().isUpper();
    return next.starter() && (before.isEmpty() || !before.front().isUpper());
}

/// "... at 6 P.M. Mr. Smith then went": ends, unless the sentence has hardly begun ("At 5 a.m.").
bool StopJudge::endsAfterTime(const Following& next, qsizetype stop, qsizetype from) const
{
    if (next.is(AfterTime))
        return false;
    if (next.starter() && stop - from > 16)
        return true;
    const bool opening = stop - from <= 24 && (m_p.kindsOf(m_p.wordAfter(from)) & Lead);
    return !opening;
}

/// A small letter that starts a sentence after all: a name such as "cDNA" or "γH2AX", an address,
/// or a usual first word in hurried writing.
bool StopJudge::startsSmall(const Following& next)
{
    if (next.opened())
        return false;
    const QStringView word = next.word;
    const bool name
        = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit() || c.isUpper(); })
        || (word.front() >= QChar(0x370) && word.front() <= QChar(0x3FF));
    if (name && word.size() >= 3)
        return true;
    if (word == u"http" || word == u"https" || word == u"www")
        return true;
    return next.is(SmallStarter) || isCasual();
}

/// Whether the paragraph is hurried writing: it opens small, or says "i".
bool StopJudge::isCasual()
{
    if (m_casual != Unknown)
        return m_casual == Casual;
    const QStringView text = m_p.slice(m_p.start, m_p.end);
    const qsizetype begin = m_p.pastBlanks(m_p.start);
    const QStringView first = m_p.wordAfter(begin);
    const bool small = first.size() > 1 && first.front().isLower()
        && std::all_of(first.begin(), first.end(), [](QChar c) { return !c.isUpper(); });
    const bool says = text.contains(u" i ") || text.contains(u" im ") || text.contains(u" u ")
        || text.contains(u" dont ") || text.contains(u" ive ");
    m_casual = small || says ? Casual : Formal;
    return m_casual == Casual;
}

/// A stop with no blank behind it: "Diameter.There is", "1,000.That is", but not "example.Com",
/// "U.S.A" or an address.
bool StopJudge::glued(qsizetype first, qsizetype last, qsizetype after) const
{
    if (after > last || m_p.text[first] == u'\u2026')
        return false;
    const QStringView word = m_p.wordBefore(first);
    const QStringView following = m_p.wordAfter(after);
    const bool ellipsis = last - first > 1 && m_p.text[last - 1] == u'.';
    if (following.size() > 1 && following.front().isLower())
        return !ellipsis && gluedSmall(word, following, first, after);
    if (last - first != 1)
        return false;
    if (word.size() < 3 || following.size() < 2 || word.contains(u'/')
        || (m_p.kindsOf(word) & (NeverEnds | BeforeNumber)) || (m_p.kindsOf(following) & TopLevel))
        return false;
    const bool plain = std::all_of(word.begin() + 1, word.end(),
        [](QChar c) { return c.isLower() || c == u'-' || c == u'\u2019' || c == u'\''; });
    const bool number
        = std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit() || c == u','; });
    // "end.Today is Tuesday.Mr.": wordBefore reaches over an earlier glued stop.
    const qsizetype inner = word.lastIndexOf(u'.');
    const bool tail = inner > 0 && word.size() - inner > 3
        && std::all_of(word.begin() + inner + 2, word.end(), [](QChar c) { return c.isLower(); });
    const bool capitalised = following.front().isUpper()
        && std::all_of(following.begin() + 1, following.end(),
            [](QChar c) { return c.isLower() || c == u'\'' || c == u'\u2019' || c == u'-'; });
    const QChar behind = m_p.at(after + following.size());
    const QChar before = m_p.at(first - word.size() - 1);
    const bool address = behind == u'/' || behind == u'@' || before == u'@' || before == u'/'
        || (behind == u'.' && !(m_p.kindsOf(following) & (NeverEnds | Abbreviation)));
    return (plain || number || tail) && capitalised && !address;
}

/// "foreigners?thanks I've", "too much pepper.no place": hurried writing, but no address and no
/// query.
bool StopJudge::gluedSmall(
    QStringView word, QStringView following, qsizetype first, qsizetype after) const
{
    const auto plain = [](QStringView letters) {
        return letters.size() > 1 && std::all_of(letters.begin(), letters.end(), [](QChar c) {
            return c.isLetter() || c == u'\'' || c == u'\u2019';
        });
    };
    const QChar before = m_p.at(first - word.size() - 1);
    return plain(word) && plain(following) && before != u'/' && before != u'@'
        && (m_p.kindsOf(word) & (Abbreviation | NeverEnds)) == 0
        && (m_p.kindsOf(following) & SmallStarter) && isBlank(m_p.at(after + following.size()));
}

} // namespace assay
