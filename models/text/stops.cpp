// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/stops.h"

#include <algorithm>

namespace assay {

static bool isDash(QChar c)
{
    return c == u'-' || c == u'\u2013' || c == u'\u2014';
}

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

static bool isRaised(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0xB9 || u == 0xB2 || u == 0xB3 || (u >= 0x2070 && u <= 0x207F);
}

/// Past references in round brackets: "it works.(1) Others", "works. (1,2) Others". One number that
/// stands apart may as well count what follows.
qsizetype StopJudge::pastBracketed(qsizetype i) const
{
    const bool apart = m_p.at(i) == u' ';
    const qsizetype open = apart ? i + 1 : i;
    if (m_p.at(open) != u'(' || !m_p.at(open + 1).isDigit())
        return i;
    qsizetype to = pastNumber(open + 1);
    while (m_p.at(to - 1) == u',' && m_p.at(to) == u' ' && m_p.at(to + 1).isDigit())
        to = pastNumber(to + 1);
    constexpr qsizetype longest = 16;
    const bool several = std::any_of(
        m_p.text + open + 1, m_p.text + to, [](char16_t c) { return !QChar(c).isDigit(); });
    const bool year = !several && to - open > 4;
    if (m_p.at(to) != u')' || to - open > longest || year || (apart && !several))
        return i;
    ++to;
    return to >= m_p.end || (isBlank(m_p.at(to)) && m_p.at(m_p.pastBlanks(to)).isUpper()) ? to : i;
}

/// Past pictures behind a stop, which belong to the sentence before: "It works! 😀 Try it."
qsizetype StopJudge::pastEmoji(qsizetype i) const
{
    const qsizetype first = m_p.at(i) == u' ' ? i + 1 : i;
    qsizetype to = first;
    for (;; ++to) {
        const char16_t c = m_p.at(to).unicode();
        const bool marks = markOf(c) == Mark::Bullet || c == 0x2705 || c == 0x2611 || c == 0x2612
            || (c >= 0x2713 && c <= 0x2718) || c >= 0x2776; // "✅ Relieves pain. ✅ Works in days."
        if (marks && (c < 0xD800 || c > 0xDFFF))
            break;
        const bool pair = c >= 0xD83C && c <= 0xD83E && m_p.at(to + 1).isLowSurrogate();
        if (pair)
            ++to;
        else if (!(c >= 0x2600 && c <= 0x27BF) && c != 0xFE0F && c != 0x200D)
            break;
    }
    return to > first && (to >= m_p.end || isBlank(m_p.at(to))) ? to : i;
}

/// Past references behind a stop: "ill.[17] Placed", "rights. [4] Even", "failure.1 CKD is",
/// "rights. 4 Even though", "use.11 12 Take", "trials.¹²,¹⁵ They".
qsizetype StopJudge::pastCitation(qsizetype i) const
{
    constexpr qsizetype longest = 12;
    qsizetype k = i;
    while (isRaised(m_p.at(k))
        || (k > i && (m_p.at(k) == u',' || m_p.at(k) == u'\u2013') && isRaised(m_p.at(k + 1))))
        ++k;
    if (k > i) // these are no part of a number
        return k;
    if (m_p.at(k) == u' ' && m_p.at(k + 1) == u'[' && m_p.at(k + 2).isDigit())
        ++k;
    if (const qsizetype past = pastBracketed(i); past > i)
        return past;
    while (m_p.at(k) == u'[' && (m_p.at(k + 1).isLetterOrNumber())) {
        qsizetype to = m_p.at(k + 1).isDigit() ? pastNumber(k + 1) : std::min(m_p.end, k + 2);
        while (m_p.at(to - 1) == u',' && m_p.at(to) == u' ' && m_p.at(to + 1).isDigit())
            to = pastNumber(to + 1); // "[1, 2]"
        if (m_p.at(to) != u']' || to - k > longest)
            return i;
        k = to + 1;
        i = k;
        if (m_p.at(k) == u' ' && m_p.at(k + 1) == u'[' && m_p.at(k + 2).isDigit())
            ++k;
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
    const qsizetype after = pastEmoji(pastCitation(pastClosers(last)));
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
        if (close > 0 && m_p.at(next.at + close + 1) == u'.'
            && !isStop(m_p.at(next.at + close - 1)))
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
        || (last - first >= 2 && std::all_of(m_p.text + first, m_p.text + last, [](char16_t c) {
               return c == u'.';
           }));
    if (ellipsis && m_p.at(first - 1) == u'[' && m_p.at(last) == u']')
        return false; // "[...]" stands for words left out
    if (ellipsis) {
        const bool apart = first > m_p.start && isBlank(m_p.text[first - 1]);
        return next.capital() && (last - first >= 4 || after > last || !apart);
    }
    if (isDash(next.mark) && next.gap < 2)
        return false;
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

} // namespace assay
