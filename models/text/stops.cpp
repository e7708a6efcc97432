// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/stops.h"

#include <algorithm>

namespace assay {

/// What stands behind a stop and the blanks after it.
struct StopJudge::Following {
    qsizetype at = 0;
    qsizetype gap = 0; ///< blanks before it
    QChar mark; ///< the first character
    QChar lead; ///< the first that is no opening quote or bracket
    QStringView word; ///< from `lead` on
    const WordTable* words = nullptr;

    bool opened() const { return mark != lead; }
    bool is(quint16 kinds) const { return words->kindsOf(word) & kinds; }
    bool starter() const { return lead.isUpper() && is(Starter); }
    bool capital() const { return lead.isUpper() || lead.isTitleCase(); }
};

QStringView Paragraph::wordBefore(qsizetype to) const
{
    qsizetype from = to;
    const qsizetype limit = std::max(start, to - reach);
    while (from > limit && (traitsOf(text[from - 1]) & (WordPart | Joiner)))
        --from;
    while (from < to && !isWordPart(text[from]) && text[from] != u'&')
        ++from;
    return slice(from, to);
}

QStringView Paragraph::wordAfter(qsizetype from) const
{
    qsizetype to = from;
    const qsizetype limit = std::min(end, from + reach);
    while (to < limit
        && (isWordPart(text[to]) || text[to] == u'\'' || text[to] == u'\u2019'
            || (text[to] == u'-' && to > from)))
        ++to;
    return slice(from, to);
}

qsizetype StopJudge::pastStops(qsizetype i) const
{
    while (i < m_p.end && isStop(m_p.text[i]))
        ++i;
    return i;
}

/// Past closing quotes and brackets, also ones that stand apart: "next day. )", and past "[...]".
qsizetype StopJudge::pastClosers(qsizetype i) const
{
    const auto run = [this](qsizetype k) {
        while (k < m_p.end && isCloser(m_p.text[k]))
            ++k;
        return k;
    };
    i = run(i);
    const qsizetype next = m_p.pastBlanks(i);
    if (next == i || next >= m_p.end || next - i > 2)
        return i;
    const bool apart = isCloser(m_p.text[next]) && m_p.text[next] != u'*'
        && (next + 1 >= m_p.end || isBlank(m_p.text[next + 1]));
    if (apart)
        return run(next);
    const QStringView ahead = m_p.slice(next, std::min(m_p.end, next + 5));
    for (const QStringView cut : { QStringView(u"[...]"), QStringView(u"[\u2026]") }) {
        if (ahead.startsWith(cut))
            return next + cut.size();
    }
    return i;
}

/// Past digits with the marks that join reference numbers.
qsizetype StopJudge::pastNumber(qsizetype i) const
{
    while (i < m_p.end
        && (QChar(m_p.text[i]).isDigit() || m_p.text[i] == u',' || m_p.text[i] == u'\u2013'
            || m_p.text[i] == u'-'))
        ++i;
    return i;
}

/// Past references behind a stop: "ill.[17] Placed", "rights. [4] Even", "failure.1 CKD is",
/// "rights. 4 Even though", "use.11 12 Take".
qsizetype StopJudge::pastCitation(qsizetype i) const
{
    constexpr qsizetype longest = 12;
    qsizetype k = i;
    if (m_p.at(k) == u' ' && m_p.at(k + 1) == u'[' && m_p.at(k + 2).isDigit())
        ++k;
    while (m_p.at(k) == u'[' && (m_p.at(k + 1).isLetterOrNumber())) {
        const qsizetype to
            = m_p.at(k + 1).isDigit() ? pastNumber(k + 1) : std::min(m_p.end, k + 2);
        if (m_p.at(to) != u']' || to - k > longest)
            return i;
        k = to + 1;
        i = k;
    }
    const bool joined = m_p.at(i).isDigit() && i >= m_p.start + 2
        && ((m_p.at(i - 1) == u'.' && (m_p.at(i - 2).isLetter() || isCloser(m_p.at(i - 2))))
            || isCloser(m_p.at(i - 1)));
    const bool apart = m_p.at(i) == u' ' && m_p.at(i + 1).isDigit();
    qsizetype to = joined ? pastNumber(i) : apart ? pastNumber(i + 1) : i;
    if (to == i || to - i > 8 || m_p.at(to - 1) == u',')
        return i;
    for (int more = 0; more < 3 && joined && m_p.at(to) == u' ' && m_p.at(to + 1).isDigit(); ++more)
        to = pastNumber(to + 1);
    if (!isBlank(m_p.at(to)))
        return joined && to >= m_p.end ? to : i;
    const qsizetype next = m_p.pastBlanks(to);
    const QStringView word = m_p.wordAfter(next + (isOpener(m_p.at(next)) ? 1 : 0));
    if (word.isEmpty() || !word.front().isUpper())
        return i;
    // Apart, a number may as well open the next sentence: only a word that starts one decides.
    return joined || ((m_p.kindsOf(word) & Starter) && to - i <= 4) ? to : i;
}

StopJudge::Following StopJudge::following(qsizetype after) const
{
    Following next;
    next.at = m_p.pastBlanks(after);
    next.gap = next.at - after;
    next.mark = m_p.at(next.at);
    qsizetype lead = next.at;
    while (lead < m_p.end && lead - next.at < 4 && isOpener(m_p.text[lead]))
        ++lead;
    next.lead = m_p.at(lead);
    next.word = m_p.wordAfter(lead);
    next.words = &m_p.language.words;
    return next;
}

/// Ellipses written with blanks: "see . . . what", "a period . . . . Next", "compounds. . . . The".
/// A stop that is glued to its word and followed by three dots ends the sentence itself.
StopRun StopJudge::spacedDots(qsizetype first, qsizetype last) const
{
    int dots = static_cast<int>(last - first);
    qsizetype to = last;
    while (m_p.at(to) == u' ' && m_p.at(to + 1) == u'.' && dots < 8) {
        to = pastStops(to + 1);
        ++dots;
    }
    if (to == last)
        return {};
    const Following next = following(pastClosers(to));
    const bool goesOn = next.at >= m_p.end || !next.capital();
    const bool attached = first > m_p.start && !isBlank(m_p.text[first - 1]);
    if (goesOn || dots < 4)
        return { to, -1 };
    return { to, attached ? last : pastClosers(to) };
}

StopRun StopJudge::judge(qsizetype first, qsizetype from)
{
    const qsizetype last = pastStops(first);
    if (last - first == 1 && m_p.text[first] == u'.') {
        if (const StopRun spaced = spacedDots(first, last); spaced.next > 0)
            return spaced;
    }
    qsizetype after = pastCitation(pastClosers(last));
    if (after >= m_p.end)
        return { m_p.end, -1 };
    if (ends(first, last, after, from))
        return { after, after };
    return { last, -1 };
}

/// Marks that never open a sentence.
static bool goesOnWith(QChar mark)
{
    switch (mark.unicode()) {
    case u',':
    case u';':
    case u':':
    case u'|':
    case u'&':
    case u'/':
    case u'=':
        return true;
    default:
        return false;
    }
}

static bool isDash(QChar c) { return c == u'-' || c == u'\u2013' || c == u'\u2014'; }

bool StopJudge::ends(qsizetype first, qsizetype last, qsizetype after, qsizetype from)
{
    const Following next = following(after);
    if (next.gap == 0)
        return glued(first, last, after);
    if (next.at >= m_p.end || goesOnWith(next.mark))
        return false;
    if (last - first > 1 || m_p.text[first] != u'.')
        return endsAfterMarks(first, last, after, next);
    const bool quoted = after > last && isQuote(m_p.text[last]);
    if (next.lead.isLower() && !next.opened())
        return endsBeforeSmall(first, last, after, next);
    if (quoted && next.mark == u'(') { // a reference: "... stairways." (Smith 55).
        const qsizetype close = m_p.slice(next.at, std::min(m_p.end, next.at + 60)).indexOf(u')');
        if (close > 0 && m_p.at(next.at + close + 1) == u'.' && !isStop(m_p.at(next.at + close - 1)))
            return false;
    }
    if (isDash(next.mark) && next.gap < 2)
        return false;
    if (quoted)
        return true;
    return endsAfterWord(m_p.wordBefore(first), next, first, from);
}

/// "…", "?!", "!": an ellipsis ends a sentence before a capital, the others nearly always.
bool StopJudge::endsAfterMarks(
    qsizetype first, qsizetype last, qsizetype after, const Following& next)
{
    const bool ellipsis = m_p.text[first] == u'\u2026'
        || (last - first >= 2
            && std::all_of(m_p.text + first, m_p.text + last, [](char16_t c) { return c == u'.'; }));
    if (ellipsis && m_p.at(first - 1) == u'[' && m_p.at(last) == u']')
        return false; // "[...]" stands for words left out
    if (ellipsis) {
        const bool apart = first > m_p.start && isBlank(m_p.text[first - 1]);
        return next.capital() && (last - first >= 4 || after > last || !apart);
    }
    if (!next.lead.isLower())
        return true;
    if (after > last)
        return false;
    if (m_p.text[last - 1] == u'?' || last - first > 1)
        return !next.opened();
    const QStringView word = m_p.wordBefore(first); // "Yahoo! in" is a name
    const bool name = !word.isEmpty() && word.front().isUpper();
    return !name && startsSmall(next);
}

/// "U.S", "b.i.d".
static bool isInitials(QStringView word)
{
    return word.size() >= 3 && word.size() <= 9 && word.front().isLetter() && word[1] == u'.'
        && word.back().isLetter();
}

/// Before a small letter a sentence ends where a wide gap stands, or behind a word that is no
/// abbreviation and before one that may start a sentence all the same.
bool StopJudge::endsBeforeSmall(
    qsizetype first, qsizetype last, qsizetype after, const Following& next)
{
    if (after > last && m_p.text[last] != u']')
        return next.gap > 2
            || (m_p.text[last] == u')' && next.is(SmallStarter) && isCasual());
    constexpr quint16 harmless
        = Starter | SmallStarter | Common | Label | Lead | OftenEnds | TopLevel;
    const QStringView word = m_p.wordBefore(first);
    const bool plain = word.size() > 1 && !isInitials(word) && (m_p.kindsOf(word) & ~harmless) == 0;
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
        || (wordStart > m_p.start && markOf(m_p.text[m_p.beforeBlanks(wordStart) - 1]) == Mark::Bullet);
    if (atStart && ((word.front().isDigit() && word.size() <= 4) || word.size() == 1))
        return false;
    const bool digits
        = std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    if (digits && m_p.language.ordinalStops && word.size() <= 2 && !next.starter())
        return false;
    const bool shouted = word.size() > 1 && word[1].isUpper() && word.isUpper() && !word.contains(u'.')
        && next.lead.isUpper() && !(next.word.size() > 1 && next.word.isUpper());
    quint16 kinds = shouted ? quint16(0) : m_p.kindsOf(word);
    if (const qsizetype dot = kinds == 0 && word.size() > 4 ? word.lastIndexOf(u'.') : 0;
        dot > 2 && !shouted)
        kinds = m_p.kindsOf(word.sliced(dot + 1)); // "Tuesday.Mr. Smith"
    const bool numbered = next.mark == u'#'
        || std::any_of(next.word.begin(), next.word.end(), [](QChar c) { return c.isDigit(); });
    if ((kinds & (BeforeNumber | NeverEnds)) && numbered)
        return false;
    if ((kinds & TimeOfDay) && (next.capital() || next.lead.isDigit()))
        return endsAfterTime(next, stop, from);
    if (kinds & OftenEnds)
        return next.lead.isUpper();
    if (kinds & UnitOfMeasure) {
        const QStringView amount = m_p.wordBefore(m_p.beforeBlanks(wordStart));
        if (!amount.isEmpty() && amount.back().isDigit())
            return next.lead.isUpper() || next.opened();
    }
    if (kinds & NeverEnds)
        return false;
    if (word.size() == 1 && word.front().isLetter())
        return endsAfterLetter(word, next, stop);
    if (isInitials(word) || (kinds & Abbreviation))
        return next.starter();
    return true;
}

/// "J. Smith" is a name; "vitamin C. Women", "plan B. We" and "you and I. Did" end a sentence.
bool StopJudge::endsAfterLetter(QStringView word, const Following& next, qsizetype stop) const
{
    if (word.front().isLower())
        return next.starter() || next.opened();
    const bool initialFollows = next.word.size() == 1
        && m_p.at(next.at + next.word.size()) == u'.' && !next.opened();
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
    if (next.starter() && stop - from > 16)
        return true;
    const qsizetype begin = m_p.pastBlanks(from);
    const bool opening = stop - begin <= 16 && (m_p.kindsOf(m_p.wordAfter(begin)) & Lead);
    return !opening;
}

/// A small letter that starts a sentence after all: a name such as "cDNA" or "γH2AX", an address, or
/// a usual first word in hurried writing.
bool StopJudge::startsSmall(const Following& next)
{
    if (next.opened())
        return false;
    const QStringView word = next.word;
    const bool name = std::any_of(word.begin(), word.end(),
                          [](QChar c) { return c.isDigit() || c.isUpper(); })
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
    const bool plain = std::all_of(word.begin() + 1, word.end(), [](QChar c) {
        return c.isLower() || c == u'-' || c == u'\u2019' || c == u'\'';
    });
    const bool number = std::all_of(
        word.begin(), word.end(), [](QChar c) { return c.isDigit() || c == u','; });
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

/// "foreigners?thanks I've", "too much pepper.no place": hurried writing, but no address and no query.
bool StopJudge::gluedSmall(
    QStringView word, QStringView following, qsizetype first, qsizetype after) const
{
    const auto plain = [](QStringView letters) {
        return letters.size() > 1
            && std::all_of(letters.begin(), letters.end(),
                [](QChar c) { return c.isLetter() || c == u'\'' || c == u'\u2019'; });
    };
    const QChar before = m_p.at(first - word.size() - 1);
    return plain(word) && plain(following) && before != u'/' && before != u'@'
        && (m_p.kindsOf(word) & (Abbreviation | NeverEnds)) == 0
        && (m_p.kindsOf(following) & SmallStarter) && isBlank(m_p.at(after + following.size()));
}

} // namespace assay
