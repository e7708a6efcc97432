// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/letters/plainletter.h"

#include "models/import/letters/letterhead.h"
#include "models/text/blocks.h"
#include "models/text/decode.h"
#include "models/text/language.h"

#include <QRegularExpression>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// A line of a letter without the marks of its quote.
struct LetterLine {
    int depth = 0; ///< how many letters ago it was written
    QString text; ///< may end in a blank

    bool isBlank() const { return text.trimmed().isEmpty(); }
    /// RFC 3676, 4.3: what follows is the signature.
    bool opensSignature() const { return text == "-- "_L1 || text == "--"_L1; }
};

LetterLine readLine(QStringView line, bool flowed)
{
    LetterLine read;
    qsizetype at = 0;
    while (at < line.size() && line[at] == u'>') {
        // ">50 % of patients" is a sentence's.
        if (!flowed && at + 1 < line.size() && (line[at + 1].isDigit() || line[at + 1] == u'='))
            break;
        ++read.depth;
        ++at;
        if (at + 1 < line.size() && line[at] == u' ' && line[at + 1] == u'>')
            ++at;
    }
    if ((flowed || read.depth > 0) && at < line.size() && line[at] == u' ')
        ++at; // a blank that was put in front of the text
    read.text = line.sliced(at).toString();
    return read;
}

QList<LetterLine> flowedLines(const QString& text, LetterFlow flow)
{
    QList<LetterLine> lines;
    bool open = false; // the line above goes on
    for (const QStringView each : QStringView(text).split(u'\n')) {
        LetterLine line = readLine(each, true);
        const bool goesOn = line.text.endsWith(u' ') && !line.opensSignature();
        if (open && !line.opensSignature() && !line.isBlank()
            && lines.constLast().depth == line.depth) {
            if (flow.deletesBlank)
                lines.last().text.chop(1);
            lines.last().text += line.text;
        } else {
            lines.append(line);
        }
        open = goesOn;
    }
    return lines;
}

bool startsItem(const QString& text)
{
    static const QRegularExpression marker(u"^\\s*(?:[•●▪–*+-]|\\(?\\d{1,3}[.)]|[a-z]\\))\\s"_s);
    return marker.match(text).hasMatch();
}

/// Joins lines that a program broke because the next word had no room any more. How much room
/// there was tells the longest line; letters of longer lines than programs make were not broken.
QList<LetterLine> unbrokenLines(const QString& text)
{
    constexpr qsizetype leastRoom = 55;
    constexpr qsizetype mostRoom = 90;
    QList<LetterLine> broken;
    QHash<int, qsizetype> room; // by depth, since quoting makes lines longer or breaks them anew
    QHash<int, qsizetype> count;
    QHash<int, qsizetype> longer; // than programs make them
    for (const QStringView each : QStringView(text).split(u'\n')) {
        broken.append(readLine(each, false));
        const int depth = broken.constLast().depth;
        const QString line = broken.constLast().text.trimmed();
        if (!line.contains(u' ')) // an address alone is as long as it is
            continue;
        ++count[depth];
        if (line.size() > mostRoom)
            ++longer[depth];
        else
            room[depth] = std::max(room[depth], line.size());
    }
    // A line or two with a long address at its end do not tell.
    const auto roomAt = [&](int depth) {
        const qsizetype few = std::max<qsizetype>(1, count.value(depth) / 10);
        return longer.value(depth) <= few ? room.value(depth) : 0;
    };
    QList<LetterLine> lines;
    qsizetype length = 0; // of the last line that was added
    for (const LetterLine& line : std::as_const(broken)) {
        const qsizetype most = roomAt(line.depth);
        const QString next = line.text.trimmed();
        // "began on / 5. March": a number behind an open line that was full is no list's.
        const bool isNumber = !next.isEmpty() && next.front().isDigit() && !lines.isEmpty()
            && !lines.constLast().isBlank() && !startsItem(lines.constLast().text)
            && !QStringView(u".:;!?").contains(lines.constLast().text.trimmed().back());
        const bool joins = !lines.isEmpty() && most >= leastRoom
            && lines.constLast().depth == line.depth && !line.isBlank()
            && !lines.constLast().isBlank() && (isNumber || !startsItem(line.text))
            && !line.opensSignature() && !lines.constLast().opensSignature()
            && length + 1 + next.section(u' ', 0, 0).size() > most;
        if (joins)
            lines.last().text = lines.constLast().text.trimmed() + u' ' + next;
        else
            lines.append(line);
        length = next.size();
    }
    return lines;
}

/// Turns lines into blocks, stretch by stretch of one depth.
class LetterReader {
public:
    LetterReader(QList<LetterLine> lines, const Language& language)
        : m_lines(std::move(lines))
        , m_language(language)
    {
    }

    QList<SourceBlock> read()
    {
        for (qsizetype start = 0; start < m_lines.size();) {
            qsizetype end = start + 1;
            while (end < m_lines.size() && m_lines[end].depth == m_lines[start].depth)
                ++end;
            readStretch(start, end);
            start = end;
        }
        return m_blocks;
    }

private:
    void readStretch(qsizetype start, qsizetype end)
    {
        QStringList lines;
        for (qsizetype i = start; i < end; ++i)
            lines.append(m_lines[i].text);
        const std::vector<bool> heads = forwardedHeads(lines);
        const auto isHead = [&](qsizetype i) { return heads[static_cast<size_t>(i - start)]; };
        qsizetype words = end; // end of what is read below
        if (end < m_lines.size() && m_lines[end].depth > m_lines[start].depth)
            words = attributionIn(start, end);
        qsizetype from = start;
        for (qsizetype i = start; i < words;) {
            qsizetype past = i;
            if (isHead(i))
                past = i + 1;
            else if (opensSignature(i, end))
                past = endOfSignature(i, words, isHead);
            if (past == i) {
                ++i;
                continue;
            }
            addText(from, i);
            addFurniture(i, past);
            from = i = past;
        }
        addText(from, words);
        addFurniture(words, end);
    }

    /// A signature's line, or the long rule above what a mailing list adds at the end.
    bool opensSignature(qsizetype i, qsizetype end) const
    {
        constexpr qsizetype longestFoot = 10; // lines
        static const QRegularExpression rule(u"^_{20,}\\s*$"_s);
        return m_lines[i].opensSignature()
            || (end - i <= longestFoot && rule.match(m_lines[i].text).hasMatch());
    }

    /// A signature goes on to what is forwarded below it, or to the end; one that is longer than
    /// any signature is only its first paragraph.
    template <typename IsHead>
    qsizetype endOfSignature(qsizetype start, qsizetype end, const IsHead& isHead) const
    {
        constexpr qsizetype most = 12; // lines with words
        qsizetype past = start + 1;
        qsizetype lines = 0;
        qsizetype firstBlank = -1;
        for (; past < end && !isHead(past); ++past) {
            if (!m_lines[past].isBlank())
                ++lines;
            else if (firstBlank < 0 && lines > 0)
                firstBlank = past;
        }
        return lines > most && firstBlank > 0 ? firstBlank : past;
    }

    /// Where the last paragraph begins, when it says who wrote the quote that follows.
    qsizetype attributionIn(qsizetype start, qsizetype end) const
    {
        qsizetype last = end;
        while (last > start && m_lines[last - 1].isBlank())
            --last;
        QString text;
        for (qsizetype first = last; first > start && last - first < 3;) {
            --first;
            if (m_lines[first].isBlank())
                break;
            text = m_lines[first].text + u' ' + text;
            const bool whole = first == start || m_lines[first - 1].isBlank();
            if (whole && isAttribution(text.simplified()))
                return first;
        }
        return end;
    }

    void addText(qsizetype start, qsizetype end)
    {
        QStringList lines;
        for (qsizetype i = start; i < end; ++i)
            lines.append(m_lines[i].text.trimmed());
        const QString text = lines.join(u'\n');
        const bool quoted = start < end && m_lines[start].depth > 0;
        const QList<Block> blocks = plainBlocks(text, m_language);
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            const Block& block = blocks[i];
            SourceBlock made{ text.sliced(block.range.start, block.range.length()) };
            made.furniture = block.kind == UnitKind::Furniture;
            if (block.kind == UnitKind::ListItem)
                made.role = BlockRole::ListItem;
            else if (quoted)
                made.role = BlockRole::Quote;
            else if (headsText(blocks, i)) {
                made.role = BlockRole::Heading;
                made.level = 2;
            }
            m_blocks.append(made);
        }
    }

    /// Whether the block is a heading above a paragraph, and no line of an address, date or
    /// greeting.
    static bool headsText(const QList<Block>& blocks, qsizetype i)
    {
        constexpr qint32 paragraph = 80; // characters
        const auto isHeading = [&](qsizetype at) {
            return at >= 0 && at < blocks.size() && blocks[at].kind == UnitKind::Heading;
        };
        return isHeading(i) && !isHeading(i - 1) && i + 1 < blocks.size()
            && blocks[i + 1].kind == UnitKind::Sentence
            && blocks[i + 1].range.length() >= paragraph;
    }

    /// A paragraph a block.
    void addFurniture(qsizetype start, qsizetype end)
    {
        QStringList lines;
        const auto flush = [&] {
            if (!lines.isEmpty())
                m_blocks.append({ lines.join(u'\n'), BlockRole::Paragraph, 0, true });
            lines.clear();
        };
        for (qsizetype i = start; i < end; ++i) {
            if (m_lines[i].isBlank())
                flush();
            else
                lines.append(m_lines[i].text.trimmed());
        }
        flush();
    }

    QList<LetterLine> m_lines;
    const Language& m_language;
    QList<SourceBlock> m_blocks;
};

} // namespace

QList<SourceBlock> plainLetterBlocks(const QString& text, LetterFlow flow)
{
    const QString normal = normalisedText(text);
    return LetterReader(
        flow.flowed ? flowedLines(normal, flow) : unbrokenLines(normal), Language::of(normal))
        .read();
}

} // namespace assay
