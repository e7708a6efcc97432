// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/blocks.h"

#include "models/text/paragraph.h"
#include "models/text/sentences.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// A line of the text with what decides about it.
struct Line {
    TextRange range; ///< without blanks at its ends
    bool blankBefore = false; ///< an empty line stands before it
};

QList<Line> linesOf(QStringView text)
{
    QList<Line> lines;
    bool blank = false;
    for (qsizetype start = 0; start <= text.size();) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        const TextRange range
            = trimmed(text, { static_cast<qint32>(start), static_cast<qint32>(end) });
        if (range.length() > 0)
            lines.append({ range, std::exchange(blank, false) });
        else
            blank = true;
        start = end + 1;
    }
    return lines;
}

QStringView slice(QStringView text, TextRange range)
{
    return text.sliced(range.start, range.length());
}

/// A text is hard-wrapped when most lines inside paragraphs end near one column and the next goes
/// on small.
bool isHardWrapped(QStringView text, const QList<Line>& lines)
{
    qsizetype followed = 0;
    qsizetype wrapped = 0;
    qint32 longest = 0;
    for (const Line& line : lines)
        longest = std::max(longest, line.range.length());
    if (longest > 110 || longest < 40)
        return false;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i + 1].blankBefore || lines[i].range.length() * 2 < longest)
            continue;
        ++followed;
        const QStringView words = slice(text, lines[i].range);
        const bool stops = QStringView(u".?!:").contains(words.back());
        wrapped += !stops || slice(text, lines[i + 1].range).front().isLower();
    }
    return followed >= 3 && wrapped * 10 > followed * 6;
}

/// Length of a list marker ("• ", "- ", "1. ", "b) ") at the start of `line`, without what follows;
/// 0 if none.
qsizetype markerLength(QStringView line)
{
    if (line.size() < 3)
        return 0;
    const Mark mark = markOf(line[0].unicode());
    if (mark == Mark::Bullet || mark == Mark::Dash || line[0] == u'\u00B7')
        return line[1].isSpace() || mark == Mark::Bullet ? 1 : 0;
    if (!line[0].isLetterOrNumber())
        return 0;
    qsizetype i = 0;
    while (i < line.size() && i < 3 && line[i].isDigit())
        ++i;
    if (i == 0 && line[0].isLetter())
        i = 1;
    const bool closed = i > 0 && i + 1 < line.size()
        && (line[i] == u')' || (line[i] == u'.' && line[0].isDigit()));
    return closed && line[i + 1].isSpace() ? i + 1 : 0;
}

bool isDecoration(QStringView line)
{
    return std::none_of(
        line.begin(), line.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

bool endsLikeSentence(QStringView line)
{
    while (!line.isEmpty() && isCloser(line.back()))
        line.chop(1);
    if (line.isEmpty())
        return false;
    const QChar last = line.back();
    return (markOf(last.unicode()) == Mark::Stop && last != u'?')
        || markOf(last.unicode()) == Mark::WideStop || last == u':' || last == u';' || last == u',';
}

/// A short line with no stop at its end that opens with a capital or a number.
bool looksLikeHeading(QStringView line)
{
    if (line.size() > 120 || endsLikeSentence(line))
        return false;
    const QChar lead = line.front();
    const bool opens = lead.isUpper() || lead.isDigit()
        || QStringView(u"\"\u201C'\u2018").contains(lead) || (!lead.isLower() && lead.isLetter());
    if (!opens)
        return false;
    const qsizetype words = wordCount(line);
    return words > 0 && words <= 16;
}

/// Puts together what one line of the text becomes.
class BlockFinder {
public:
    BlockFinder(QStringView text, const Language& language)
        : m_text(text)
        , m_language(language)
        , m_lines(linesOf(text))
        , m_wrapped(isHardWrapped(text, m_lines))
    {
    }

    QList<Block> find()
    {
        for (qsizetype i = 0; i < m_lines.size();)
            i = take(i);
        markTail();
        // A last heading that heads nothing is a sentence.
        for (qsizetype i = m_blocks.size() - 1; i > 0 && m_blocks.size() > 1; --i) {
            if (m_blocks[i].kind == UnitKind::Furniture)
                continue;
            if (m_blocks[i].kind == UnitKind::Heading)
                m_blocks[i].kind = UnitKind::Sentence;
            break;
        }
        for (Block& block : m_blocks)
            block.level = block.kind == UnitKind::Heading ? 2 : 0;
        if (!m_blocks.isEmpty() && m_blocks.front().kind == UnitKind::Heading)
            m_blocks.front().level = 1;
        return m_blocks;
    }

private:
    /// Handles the line at `i`, or the paragraph that starts there, and returns the next one.
    qsizetype take(qsizetype i)
    {
        TextRange range = m_lines[i].range;
        const QStringView line = slice(m_text, range);
        if (m_toEnd || m_language.furnitureToEnd.match(line)) {
            m_toEnd = m_toEnd || i * 2 > m_lines.size();
            m_blocks.append({ range, UnitKind::Furniture, 0 });
            return i + 1;
        }
        if (isDecoration(line) || (line.size() < 200 && m_language.furniture.match(line))) {
            m_blocks.append({ range, UnitKind::Furniture, 0 });
            return i + 1;
        }
        if (markerLength(line) > 0)
            return takeItem(i);
        if (const qint32 tail = decoratedTail(line); tail > 0) {
            const TextRange head = trimmed(m_text, { range.start, range.end - tail });
            m_blocks.append({ head,
                looksLikeHeading(slice(m_text, head)) ? UnitKind::Heading : UnitKind::Sentence,
                0 });
            m_blocks.append({ { range.end - tail, range.end }, UnitKind::Furniture, 0 });
            return i + 1;
        }
        const bool last = i + 1 >= m_lines.size() || m_lines[i + 1].blankBefore;
        const bool alone = m_wrapped ? last : !goesOn(i);
        if (alone && looksLikeHeading(line) && (i + 1 < m_lines.size() || m_lines.size() == 1)) {
            m_blocks.append(
                { range, m_lines.size() == 1 ? UnitKind::Sentence : UnitKind::Heading, 0 });
            return i + 1;
        }
        return takeParagraph(i, UnitKind::Sentence);
    }

    /// A line that was cut in the middle of its sentence: "This is a sentence" + "cut off here."
    bool goesOn(qsizetype i) const
    {
        if (i + 1 >= m_lines.size() || m_lines[i + 1].blankBefore)
            return false;
        const QStringView line = slice(m_text, m_lines[i].range);
        const QStringView next = slice(m_text, m_lines[i + 1].range);
        const bool small = next.front().isLower() || next.front() == u'(';
        return small && !line.front().isLower() && !endsLikeSentence(line) && wordCount(line) > 2
            && (endsLikeSentence(next) || next.size() > 40) && markerLength(next) == 0;
    }

    qsizetype takeItem(qsizetype i) { return takeParagraph(i, UnitKind::ListItem); }

    /// In a hard-wrapped text a paragraph runs on to an empty line or a list marker.
    qsizetype takeParagraph(qsizetype i, UnitKind kind)
    {
        TextRange range = m_lines[i].range;
        qsizetype next = i + 1;
        while (next < m_lines.size() && (m_wrapped || goesOn(next - 1))
            && !m_lines[next].blankBefore
            && markerLength(slice(m_text, m_lines[next].range)) == 0) {
            range.end = m_lines[next].range.end;
            ++next;
        }
        m_blocks.append({ range, kind, 0 });
        return next;
    }

    /// Length of an underline such as "===" that a scraper left behind a title on its line.
    static qint32 decoratedTail(QStringView line)
    {
        qsizetype run = 0;
        while (run < line.size() && QStringView(u"=-_*~#").contains(line[line.size() - 1 - run]))
            ++run;
        const bool apart = run >= 3 && run < line.size() && line[line.size() - 1 - run].isSpace();
        return apart ? static_cast<qint32>(run) : 0;
    }

    /// Short lines between two pieces of furniture, or before a byline that repeats them, are
    /// furniture too.
    void markTail()
    {
        for (qsizetype i = 1; i + 1 < m_blocks.size(); ++i) {
            const bool between = m_blocks[i + 1].kind == UnitKind::Furniture
                && (m_blocks[i - 1].kind == UnitKind::Furniture
                    || slice(m_text, m_blocks[i + 1].range)
                        .endsWith(slice(m_text, m_blocks[i].range)));
            if (between && m_blocks[i].kind == UnitKind::Heading && m_blocks[i].range.length() < 40)
                m_blocks[i].kind = UnitKind::Furniture;
        }
    }

    QStringView m_text;
    const Language& m_language;
    QList<Line> m_lines;
    bool m_wrapped;
    bool m_toEnd = false;
    QList<Block> m_blocks;
};

} // namespace

QList<Block> plainBlocks(QStringView text, const Language& language)
{
    return BlockFinder(text, language).find();
}

} // namespace assay
