// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/sentences.h"

#include "models/text/lists.h"
#include "models/text/stops.h"

#include <bit>
#include <cstring>

namespace assay {

namespace {

/// A gap this wide between a word and a capital is a line break that somebody lost.
constexpr qsizetype wideGap = 3;

/// Eight characters that are looked at together. As signed numbers, what lies above U+7FFF is
/// smaller than a blank, which saves a comparison: it is worth a look anyway.
constexpr qsizetype lanes = 8;
using Lanes [[gnu::vector_size(16)]] = qint16;

Lanes load(const char16_t* from)
{
    Lanes result;
    std::memcpy(&result, from, sizeof result);
    return result;
}

/// All bits of a lane are set where `c`, before `next`, is worth a look: a stop, two blanks, a
/// bracket, dash or other low mark before a blank, and nearly all from the Armenian stop on: the
/// scripts behind it have stops of their own, each somewhere else.
Lanes candidates(Lanes c, Lanes next)
{
    const Lanes stop = (c == u'.') | (c == u'?') | (c == u'!');
    const Lanes high = (c > 0x588) & ((c & ~7) != 0x2018);
    const Lanes before = ((c < u'/') & (c != u',') & (c != u'"')) | (c == 0xA0);
    const Lanes blankNext = (next < 0x21) | (next == 0xA0);
    return stop | high | (c < 0) | (before & blankNext);
}

/// Number of the first lane that is set, of `lanes` where none is.
qsizetype firstSet(Lanes found)
{
    const auto halves = std::bit_cast<std::array<quint64, 2>>(found);
    if (halves[0] != 0)
        return std::countr_zero(halves[0]) / 16;
    return halves[1] != 0 ? 4 + std::countr_zero(halves[1]) / 16 : lanes;
}

/// The first character from `i` on that may have to do with a sentence's end. On its own so that
/// its constants stay in registers.
[[gnu::noinline]] qsizetype nextCandidate(const char16_t* text, qsizetype i, qsizetype end)
{
    if constexpr (std::endian::native == std::endian::little) {
        for (; i + 2 * lanes < end; i += 2 * lanes) {
            const Lanes one = candidates(load(text + i), load(text + i + 1));
            const Lanes two = candidates(load(text + i + lanes), load(text + i + lanes + 1));
            const auto any = std::bit_cast<std::array<quint64, 2>>(one | two);
            if ((any[0] | any[1]) == 0)
                continue;
            const qsizetype first = firstSet(one);
            return first < lanes ? i + first : i + lanes + firstSet(two);
        }
    }
    while (i < end && markOf(text[i]) == Mark::None)
        ++i;
    return i;
}

/// Cuts one paragraph: looks at every character once and asks about those that may end a sentence.
class Cutter {
public:
    Cutter(const Paragraph& paragraph, std::vector<qsizetype>& boundaries)
        : m_p(paragraph)
        , m_boundaries(boundaries)
        , m_judge(paragraph)
        , m_lists(paragraph, m_boundaries)
    {
    }

    void cut(QList<TextRange>& found)
    {
        const char16_t* const text = m_p.text;
        for (qsizetype i = pastNumberedLabel(); i < m_p.end;) {
            i = nextCandidate(text, i, m_p.end);
            if (i >= m_p.end)
                break;
            const Mark mark = markOf(text[i]);
            if (mark == Mark::None)
                ++i;
            else if (mark == Mark::Blank)
                i = blank(i);
            else
                i = other(mark, i);
        }
        emitSentences(found);
    }

private:
    /// "Figure 1.5 Residents of ...": a numbered label in front of its caption stands alone.
    qsizetype pastNumberedLabel()
    {
        const qsizetype begin = m_p.pastBlanks(m_p.start);
        const QStringView word = m_p.wordAfter(begin);
        qsizetype i = m_p.pastBlanks(begin + word.size());
        if (word.isEmpty() || !word.front().isUpper() || !m_p.at(i).isDigit()
            || !(m_p.kindsOf(word) & Label))
            return m_p.start;
        const qsizetype number = i;
        while (m_p.at(i).isDigit() || (m_p.at(i) == u'.' && m_p.at(i + 1).isDigit()))
            ++i;
        const bool dotted = m_p.slice(number, i).contains(u'.');
        if (dotted && isBlank(m_p.at(i)) && m_p.at(m_p.pastBlanks(i)).isUpper())
            end(i);
        return i;
    }

    /// Where the first letter of the present sentence stands. Kept, since blanks may be many.
    qsizetype begin()
    {
        if (m_from != from()) {
            m_from = from();
            m_begin = m_p.pastBlanks(m_from);
        }
        return m_begin;
    }

    qsizetype from() const { return m_boundaries.empty() ? m_p.start : m_boundaries.back(); }

    void end(qsizetype at)
    {
        m_boundaries.push_back(at);
        m_lists.sentenceEnded();
    }

    qsizetype blank(qsizetype i)
    {
        qsizetype next = i + 1;
        if (next >= m_p.end || markOf(m_p.text[next]) != Mark::Blank) [[likely]]
            return next;
        bool lines = m_p.text[i] == u'\n';
        for (; next < m_p.end && markOf(m_p.text[next]) == Mark::Blank; ++next)
            lines = lines || m_p.text[next] == u'\n';
        const QChar lead = m_p.at(next);
        const bool opens = lead.isUpper() || lead.isDigit() || isOpener(lead);
        const bool behindMarker = i - begin() <= 4;
        if (next - i >= wideGap && !lines && opens && !behindMarker)
            end(next);
        return next;
    }

    qsizetype other(Mark mark, qsizetype i)
    {
        switch (mark) {
        case Mark::Stop: {
            if (m_lists.marker(i, begin()))
                return i + 1;
            if (m_lists.found())
                m_judge.setCasual();
            const StopRun run = m_judge.judge(i, begin());
            if (run.boundary > from())
                end(run.boundary);
            return std::max(run.next, i + 1);
        }
        case Mark::WideStop: {
            qsizetype after = i + 1;
            while (after < m_p.end
                && (markOf(m_p.text[after]) == Mark::WideStop
                    || QStringView(u"\u300D\u300F\u201D\u2019)\uFF09\u300B")
                        .contains(QChar(m_p.text[after]))))
                ++after;
            if (after < m_p.end)
                end(after);
            return after;
        }
        case Mark::Dash:
            m_lists.dash(i, begin());
            return i + 1;
        case Mark::Bullet:
            m_lists.bullet(i);
            return i + 1;
        default:
            m_lists.marker(i, begin());
            return i + 1;
        }
    }

    void emitSentences(QList<TextRange>& found) const
    {
        qsizetype from = m_p.start;
        const auto emitTo = [&](qsizetype to) {
            const qsizetype start = m_p.pastBlanks(from);
            const qsizetype stop = m_p.beforeBlanks(to);
            if (stop > start)
                found.append({ static_cast<qint32>(start), static_cast<qint32>(stop) });
            from = to;
        };
        for (const qsizetype boundary : m_boundaries)
            emitTo(boundary);
        emitTo(m_p.end);
    }

    const Paragraph& m_p;
    std::vector<qsizetype>& m_boundaries; ///< rising
    qsizetype m_from = -1;
    qsizetype m_begin = 0;
    StopJudge m_judge;
    FlatLists m_lists;
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

void SentenceCutter::cut(TextRange range, QList<TextRange>& found)
{
    m_boundaries.clear();
    const Paragraph paragraph{ m_text.utf16(), range.start, range.end, m_language };
    Cutter(paragraph, m_boundaries).cut(found);
}

QList<TextRange> sentences(QStringView text, TextRange range, const Language& language)
{
    QList<TextRange> found;
    SentenceCutter(text, language).cut(range, found);
    return found;
}

} // namespace assay
