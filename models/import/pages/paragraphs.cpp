// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/paragraphs.h"

#include "models/import/pages/hyphens.h"
#include "models/import/pages/linemeasures.h"
#include "models/import/pages/listmarks.h"
#include "models/import/pages/runninglines.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

bool endsSentence(QStringView text)
{
    while (!text.isEmpty() && QStringView(u"\"'\u201D\u2019)]").contains(text.back()))
        text.chop(1);
    return !text.isEmpty() && QStringView(u".!?:\u2026").contains(text.back());
}

/// Builds blocks line by line.
class Builder {
public:
    Builder(QList<PageLine> lines, const QList<double>& pageHeights)
        : m_lines(std::move(lines))
        , m_running(runningLines(m_lines, pageHeights))
        , m_measures(m_lines)
    {
        QStringList texts;
        for (const PageLine& line : std::as_const(m_lines))
            texts.append(line.text);
        m_words = WrittenWords(texts);
    }

    QList<SourceBlock> build()
    {
        for (qsizetype i = 0; i < m_lines.size(); ++i)
            take(i);
        if (!m_waiting.text.isEmpty())
            goOn();
        flush();
        return m_blocks;
    }

private:
    /// A block as far as it has been read.
    struct OpenBlock {
        QString text;
        qsizetype first = 0; ///< its lines
        qsizetype last = -1;
        int count = 0;
        bool isItem = false;
    };

    void take(qsizetype i)
    {
        const PageLine& line = m_lines[i];
        if (m_running.contains(i) || line.aside) {
            m_blocks.append({ line.text, BlockRole::Paragraph, 0, true });
            return;
        }
        if (!m_waiting.text.isEmpty() && !isBeside(line))
            goOn();
        else if (m_waiting.text.isEmpty() && interrupts(line))
            m_waiting = std::exchange(m_open, {});
        if (line.isRow) {
            flush();
            add({ line.text, BlockRole::TableRow, 0, false });
            return;
        }
        if (m_open.last >= 0 && !continues(m_lines[m_open.last], line))
            flush();
        if (m_open.text.isEmpty()) {
            m_open.first = i;
            m_open.count = 0;
            m_open.isItem = startsItem(line.text);
            if (m_open.isItem)
                m_number = itemNumber(line.text);
        }
        m_words.join(m_open.text, line.text);
        m_open.last = i;
        ++m_open.count;
    }

    /// Whether a line is no part of the running text: turned, or smaller.
    bool isBeside(const PageLine& line) const
    {
        return line.run() != Run::Across
            || (!m_measures.isText(line) && line.box.height() < m_measures.height());
    }

    /// Whether a line comes between the halves of a paragraph, like a label or a footnote.
    bool interrupts(const PageLine& line) const
    {
        if (m_open.text.isEmpty() || !isBeside(line))
            return false;
        const PageLine& above = m_lines[m_open.last];
        if (isBeside(above) || above.region == line.region)
            return false;
        return line.run() != Run::Across || (m_open.count > 1 && !endsSentence(m_open.text));
    }

    /// Takes up the paragraph that waited.
    void goOn()
    {
        flush();
        m_open = std::exchange(m_waiting, {});
    }

    /// What interrupts a paragraph comes after it.
    void add(const SourceBlock& block)
    {
        (m_waiting.text.isEmpty() ? m_blocks : m_between).append(block);
    }

    bool continues(const PageLine& above, const PageLine& line) const
    {
        if (above.run() != line.run() || !m_measures.sameSize(above, line)
            || (startsItem(line.text) && !isInSentence(above, line)))
            return false;
        const QString& text = m_open.text;
        const bool open = !endsSentence(text);
        const bool goesOn = line.text.front().isLower() || endsInHyphen(text);
        if (above.region != line.region || above.page != line.page) {
            const bool isLabel = m_open.count == 1
                && above.box.width() < 0.5 * m_measures.sides(line.region).width();
            return open && m_measures.isText(above) && m_measures.isText(line)
                && ((goesOn && !isLabel) || fillsNext(above, line));
        }
        const double gap = line.box.bottom() - above.box.bottom();
        const double pitch = m_measures.pitch(line.page);
        if (gap > 1.45 * std::max(pitch, line.box.height()) || gap < 0)
            return open && goesOn && gap > 0 && gap < 2 * pitch;
        const LineMeasures::Sides sides = m_measures.sides(line.region);
        const bool indented = line.box.left() - sides.left > 0.8 * m_measures.height()
            && above.box.left() - sides.left < 0.5 * m_measures.height() && !m_open.isItem;
        const bool shortLine = above.box.right() < sides.right - 0.25 * sides.width();
        if (indented && !goesOn)
            return false;
        if (shortLine && !goesOn && (!open || m_open.count == 1))
            return false;
        return true;
    }

    /// Whether a line that starts as a list item does is the rest of a sentence: "began on the/
    /// 5. of March", or with a dash. The line above has no room left and ends in mid-sentence; a
    /// number that continues a list is an item all the same.
    bool isInSentence(const PageLine& above, const PageLine& line) const
    {
        const int number = itemNumber(line.text);
        return isDoubtfulMark(line.text) && !m_open.isItem && m_measures.isFull(above)
            && !endsSentence(m_open.text) && !m_open.text.endsWith(u';')
            && (number == 0 || number != m_number + 1 || m_number == 0)
            && line.region == above.region
            && line.box.left() < above.box.left() + 0.5 * m_measures.height();
    }

    /// Whether a paragraph that is open at the end of a column or page goes on in the next with a
    /// word that is written large, as German nouns are: both lines fill columns of like width.
    bool fillsNext(const PageLine& above, const PageLine& line) const
    {
        static const QRegularExpression label(
            u"^(?:table|figure|fig\\.|box|tabelle|abbildung|abb\\.|tabla|figura|tableau)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
        const bool atEnd = line.page == above.page + 1
            || (line.page == above.page && line.box.bottom() < above.box.top());
        const double width = m_measures.sides(above.region).width();
        return atEnd && m_open.count > 1 && m_measures.isFull(above) && line.text.front().isLetter()
            && line.text != line.text.toUpper() && !label.match(line.text).hasMatch()
            && std::abs(line.box.width() - width) < 0.2 * width;
    }

    void flush()
    {
        const OpenBlock open = std::exchange(m_open, {});
        const QString text = open.text.simplified();
        if (!text.isEmpty())
            add(blockOf(open, text));
        if (m_waiting.text.isEmpty())
            m_blocks += std::exchange(m_between, {});
    }

    SourceBlock blockOf(const OpenBlock& open, const QString& text) const
    {
        SourceBlock block{ text, BlockRole::Paragraph, 0, false };
        const double ratio = m_lines[open.first].box.height() / m_measures.height();
        const bool heading = text.size() < 200 && open.count <= 4 && !text.endsWith(u'.')
            && !text.front().isLower()
            && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
        if (heading && ratio > 1.15 && !text.startsWith(u'\u2022')) {
            block.role = BlockRole::Heading;
            block.level = ratio > 1.6 ? 1 : ratio > 1.3 ? 2 : 3;
        } else if (heading && !open.isItem && open.count == 1 && text.size() < 70
            && standsAlone(open.first)) {
            block.role = BlockRole::Heading;
            block.level = 3;
        } else if (open.isItem) {
            block.role = BlockRole::ListItem;
        }
        return block;
    }

    /// A single line with room above it, with text below.
    bool standsAlone(qsizetype i) const
    {
        const PageLine& line = m_lines[i];
        const bool room = i == 0 || m_lines[i - 1].region != line.region
            || line.box.bottom() - m_lines[i - 1].box.bottom() > 1.3 * m_measures.pitch(line.page);
        const bool below = i + 1 < m_lines.size() && m_lines[i + 1].run() == line.run()
            && m_lines[i + 1].text.size() > line.text.size();
        return room && below && m_measures.isText(line) && line.text.size() > 3
            && !endsSentence(line.text);
    }

    QList<PageLine> m_lines;
    QSet<qsizetype> m_running;
    LineMeasures m_measures;
    WrittenWords m_words;
    QList<SourceBlock> m_blocks;
    QList<SourceBlock> m_between; ///< after the paragraph that waits
    OpenBlock m_open;
    OpenBlock m_waiting; ///< a paragraph that something came between
    int m_number = 0; ///< of the last item
};

} // namespace

QList<SourceBlock> blocksOfLines(QList<PageLine> lines, const QList<double>& pageHeights)
{
    lines.removeIf([](const PageLine& line) { return line.text.trimmed().isEmpty(); });
    return Builder(std::move(lines), pageHeights).build();
}

} // namespace assay
