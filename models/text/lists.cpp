// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/lists.h"

#include <algorithm>

namespace assay {

void FlatLists::cutBefore(qsizetype at)
{
    m_found = true;
    const auto place = std::lower_bound(m_boundaries.begin(), m_boundaries.end(), at);
    if (at > m_p.start && (place == m_boundaries.end() || *place != at))
        m_boundaries.insert(place, at);
}

/// Number of an enumeration marker's digits or letter; 0 for what is none.
static int valueOf(QStringView marker)
{
    if (marker.size() == 1 && marker.front() >= u'a' && marker.front() <= u'z')
        return marker.front().unicode() - u'a' + 1;
    int value = 0;
    for (const QChar c : marker) {
        if (c < u'0' || c > u'9')
            return 0;
        value = value * 10 + c.digitValue();
    }
    return value;
}

bool FlatLists::marker(qsizetype i, qsizetype from)
{
    if (m_p.text[i] == u'.' && m_p.at(i + 1) == u')')
        ++i; // "1.)" is one marker
    const bool bracket = m_p.text[i] == u')';
    if (i + 1 < m_p.end && !isBlank(m_p.text[i + 1]))
        return false;
    const bool stopBefore = bracket && m_p.at(i - 1) == u'.';
    const qsizetype end = stopBefore ? i - 1 : i;
    qsizetype start = end;
    while (start > m_p.start && end - start < 3 && QChar(m_p.text[start - 1]).isLetterOrNumber())
        --start;
    const int value = valueOf(m_p.slice(start, end));
    const bool apart = start == m_p.start || isBlank(m_p.text[start - 1])
        || markOf(m_p.text[start - 1]) == Mark::Bullet;
    if (value == 0 || !apart || !isBlank(m_p.at(i + 1)))
        return false;
    const bool letter = QChar(m_p.text[start]).isLetter();
    const Style style = letter ? (bracket ? LetterBracket : LetterStop)
        : stopBefore           ? NumberStopBracket
        : bracket              ? NumberBracket
                               : NumberStop;
    Chain& chain = m_chains[style];
    qsizetype before = m_p.beforeBlanks(start);
    bool bulleted = false;
    if (before > m_p.start && markOf(m_p.text[before - 1]) == Mark::Bullet) {
        bulleted = true; // "• 9. The first item": the bullet stands before the number
        before = m_p.beforeBlanks(before - 1);
    }
    const bool opens = before <= from || bulleted;
    const QChar last = m_p.at(before - 1);
    const QStringView word = m_p.wordBefore(before);
    const bool inside = QStringView(u",;").contains(last) || word == u"and" || word == u"or"
        || ((m_p.kindsOf(word) & (Label | BeforeNumber)) && !bracket);
    if (chain.next == value && !inside) {
        if (chain.first >= 0)
            cutBefore(chain.first);
        chain = { value + 1, -1 };
        if (!bulleted)
            cutBefore(start);
        return true;
    }
    const bool mayStart = opens || last == u':' || isStop(last) || start - before > 2;
    if ((value == 1 && (bracket || mayStart) && !inside) || (opens && value < 100)) {
        chain = { value + 1, opens ? -1 : start };
        return opens || bracket;
    }
    return false;
}

void FlatLists::dash(qsizetype i, qsizetype from)
{
    if (i == m_p.start) {
        m_found = m_found || isBlank(m_p.at(i + 1));
        return;
    }
    if (!isBlank(m_p.text[i - 1]) || !isBlank(m_p.at(i + 1)))
        return;
    const qsizetype before = m_p.beforeBlanks(i);
    if (before <= from)
        return;
    if (i - before >= 2 || (isStop(m_p.at(before - 1)) && m_found)) {
        if (m_pendingDash > from)
            cutBefore(m_pendingDash);
        m_pendingDash = -1;
        cutBefore(i);
    } else if (m_pendingDash < from && m_p.text[i] != u'\u2014') {
        m_pendingDash = i;
    }
}

void FlatLists::bullet(qsizetype i)
{
    const QChar next = m_p.at(i + 1);
    if (i > m_p.start && (isBlank(next) || next.isLetterOrNumber()))
        cutBefore(i);
}

} // namespace assay
