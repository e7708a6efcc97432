// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/sentences.h"

#include "models/text/language.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// How far a rule may look back or ahead, in UTF-16 units: keeps hostile input linear.
constexpr qsizetype reach = 40;

bool isStop(QChar c)
{
    return c == u'.' || c == u'?' || c == u'!' || c == u'\u2026';
}
bool isCloser(QChar c)
{
    return QStringView(u"\"'\u201D\u2019\u00BB)]}").contains(c);
}
bool isOpener(QChar c)
{
    return QStringView(u"\"'\u201C\u2018\u00AB([{\u00BF\u00A1").contains(c);
}

/// Judges, one candidate at a time, whether a sentence of one paragraph ends there.
class Cutter {
public:
    Cutter(QStringView text, TextRange range, const Language& language)
        : m_text(text)
        , m_start(range.start)
        , m_end(range.end)
        , m_language(language)
    {
    }

    QList<TextRange> cut()
    {
        QList<TextRange> found;
        qsizetype from = m_start;
        const auto emitTo = [&](qsizetype to) {
            const TextRange range
                = trimmed(m_text, { static_cast<qint32>(from), static_cast<qint32>(to) });
            if (range.length() > 0)
                found.append(range);
            from = to;
        };
        for (qsizetype i = m_start; i < m_end;) {
            if (!isStop(m_text[i])) {
                ++i;
                continue;
            }
            const qsizetype first = i;
            while (i < m_end && isStop(m_text[i]))
                ++i;
            qsizetype after = i;
            while (after < m_end && isCloser(m_text[after]))
                ++after;
            after = pastCitation(after);
            if (after >= m_end)
                break;
            if (endsSentence(first, i, after, from)) {
                emitTo(after);
                i = after;
            }
        }
        emitTo(m_end);
        return found;
    }

private:
    QChar at(qsizetype i) const { return i >= m_start && i < m_end ? m_text[i] : QChar(); }

    /// The word (letters, digits, inner stops and hyphens) that ends just before `end`.
    QStringView wordBefore(qsizetype end) const
    {
        qsizetype start = end;
        const qsizetype limit = std::max(m_start, end - reach);
        while (start > limit) {
            const QChar c = m_text[start - 1];
            if (!c.isLetterOrNumber() && !c.isMark() && c != u'.' && c != u'&' && c != u'/')
                break;
            --start;
        }
        while (start < end && m_text[start] == u'.')
            ++start;
        return m_text.sliced(start, end - start);
    }

    /// The word that starts at `start`, or is opened there by quotes or brackets.
    QStringView wordAfter(qsizetype start) const
    {
        while (start < m_end && isOpener(m_text[start]))
            ++start;
        qsizetype end = start;
        const qsizetype limit = std::min(m_end, start + reach);
        while (end < limit
            && (m_text[end].isLetterOrNumber() || m_text[end].isMark() || m_text[end] == u'\''
                || m_text[end] == u'\u2019'))
            ++end;
        return m_text.sliced(start, end - start);
    }

    /// Past a reference glued or bracketed behind a stop: "failure.1 CKD", "ill.[17] Placed".
    qsizetype pastCitation(qsizetype i) const
    {
        const auto digitsFrom = [this](qsizetype k) {
            while (k < m_end
                && (m_text[k].isDigit() || m_text[k] == u',' || m_text[k] == u'\u2013'
                    || m_text[k] == u'-'))
                ++k;
            return k;
        };
        qsizetype k = i;
        if (at(k) == u' ' && at(k + 1) == u'[' && at(k + 2).isDigit())
            ++k;
        while (at(k) == u'[' && at(k + 1).isDigit()) {
            const qsizetype to = digitsFrom(k + 1);
            if (at(to) != u']' || to - k > 12)
                return i;
            k = to + 1;
            i = k;
        }
        const bool glued
            = i > m_start && at(i).isDigit() && at(i - 1) == u'.' && i >= 2 && at(i - 2).isLetter();
        if (glued) {
            const qsizetype to = digitsFrom(i);
            if (to - i <= 8 && at(to).isSpace() && !wordAfter(to + 1).isEmpty()
                && wordAfter(to + 1).front().isUpper())
                return to;
        }
        return i;
    }

    bool startsSentence(QStringView word) const
    {
        return !word.isEmpty() && word.front().isUpper()
            && m_language.starters.contains(word.toString().toLower());
    }

    /// `first`: the first stop; `last`: after the last; `after`: after closers and citations.
    bool endsSentence(qsizetype first, qsizetype last, qsizetype after, qsizetype from) const
    {
        qsizetype next = after;
        while (next < m_end && m_text[next].isSpace())
            ++next;
        if (next == after)
            return gluedEnd(first, last, after);
        if (next >= m_end)
            return false;
        const QStringView following = wordAfter(next);
        const QChar lead = following.isEmpty() ? m_text[next] : following.front();
        if (lead.isLower() && !looksLikeName(following))
            return false;
        if (QStringView(u",;:").contains(m_text[next]))
            return false;
        const bool singleStop = last - first == 1 && m_text[first] == u'.';
        if (!singleStop)
            return endsAfterMarks(first, last, after, lead);
        if (after > last && isCloser(m_text[last]) && m_text[last] != u')')
            return true;
        return endsAfterStop(wordBefore(first), following, lead, first, from);
    }

    /// "…", "?!", "!": an ellipsis ends a sentence before a capital, the others nearly always.
    bool endsAfterMarks(qsizetype first, qsizetype last, qsizetype after, QChar lead) const
    {
        const bool ellipsis
            = m_text[first] == u'\u2026' || (last - first >= 2 && m_text[last - 1] == u'.');
        if (ellipsis)
            return lead.isUpper()
                && (last - first >= 4 || after > last || !at(first - 1).isSpace());
        return lead.isUpper() || lead.isDigit() || isOpener(lead) || !lead.isLetter();
    }

    bool endsAfterStop(
        QStringView word, QStringView following, QChar lead, qsizetype stop, qsizetype from) const
    {
        if (word.isEmpty())
            return true;
        const QString lower = word.toString().toLower();
        // A marker ("1.", "a.", "iv.") at the start of the sentence belongs to what follows.
        const bool atStart = stop - word.size() <= from
            || trimmed(m_text, { static_cast<qint32>(from), static_cast<qint32>(stop) }).length()
                == word.size();
        if (atStart && (word.front().isDigit() || word.size() == 1))
            return false;
        if (m_language.beforeNumber.contains(lower) && (lead.isDigit() || lead == u'#'))
            return false;
        if (m_language.never.contains(lower))
            return false;
        if (lower == "al"_L1) // "et al." goes on to a year, a bracket or a verb
            return startsSentence(following);
        const bool dotted = word.contains(u'.');
        if (m_language.general.contains(lower) || dotted) {
            if (dotted && !m_language.general.contains(lower) && word.size() > 8)
                return true; // a name like example.org, not an abbreviation
            return startsSentence(following);
        }
        if (word.size() == 1 && word.front().isUpper()) {
            // An initial before a name; "I", "vitamin C" and grades end sentences.
            if (word == u"I" || !lead.isUpper())
                return true;
            const QStringView before = previousWord(stop - 1);
            const bool afterLower = !before.isEmpty() && before.front().isLower();
            return startsSentence(following)
                || (afterLower && before.size() > 3 && following.size() > 1 && !isOpener(lead)
                    && before != u"with" && before != u"from");
        }
        return true;
    }

    QStringView previousWord(qsizetype end) const
    {
        while (end > m_start && m_text[end - 1].isSpace())
            --end;
        return wordBefore(end);
    }

    /// A stop with no blank behind it: "Diameter.There is", but not "example.Com" or "U.S.A".
    bool gluedEnd(qsizetype first, qsizetype last, qsizetype after) const
    {
        if (last - first != 1 || m_text[first] == u'\u2026')
            return false;
        const QStringView word = wordBefore(first);
        const QStringView following = wordAfter(after);
        if (word.size() < 3 || following.size() < 2 || word.contains(u'.') || word.contains(u'/'))
            return false;
        const bool lowerBefore
            = std::all_of(word.begin() + 1, word.end(), [](QChar c) { return c.isLower(); });
        const bool capitalised = following.front().isUpper()
            && std::all_of(following.begin() + 1, following.end(),
                [](QChar c) { return c.isLower() || c == u'\'' || c == u'\u2019'; });
        const qsizetype behind = after + following.size();
        const bool address = at(behind) == u'.' || at(behind) == u'/' || at(behind) == u'@';
        return lowerBefore && capitalised && !address;
    }

    /// "cDNA", "mRNA", "pH": a small letter that starts a name, not a word that goes on.
    static bool looksLikeName(QStringView word)
    {
        return word.size() >= 3 && word[1].isUpper() && word[2].isUpper();
    }

    QStringView m_text;
    qsizetype m_start;
    qsizetype m_end;
    const Language& m_language;
};

} // namespace

TextRange trimmed(QStringView text, TextRange range)
{
    while (range.start < range.end && text[range.start].isSpace())
        ++range.start;
    while (range.end > range.start && text[range.end - 1].isSpace())
        --range.end;
    return range;
}

QList<TextRange> sentences(QStringView text, TextRange range, const Language& language)
{
    return Cutter(text, range, language).cut();
}

} // namespace assay
