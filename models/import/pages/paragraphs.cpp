// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/paragraphs.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

double middle(QList<double> values, double otherwise)
{
    if (values.isEmpty())
        return otherwise;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// A running head's text without what changes from page to page.
QString withoutNumbers(QString text)
{
    static const QRegularExpression numbers(u"\\d+"_s);
    return text.replace(numbers, u"#"_s).simplified().toLower();
}

bool endsSentence(QStringView text)
{
    while (!text.isEmpty() && QStringView(u"\"'\u201D\u2019)]").contains(text.back()))
        text.chop(1);
    return !text.isEmpty() && QStringView(u".!?:\u2026").contains(text.back());
}

bool startsItem(const QString& text)
{
    static const QRegularExpression marker(
        u"^(?:[\u2022\u25CF\u25AA\u25E6\u2023\u2043\u00B7\uF0B7\u2013*-]\\s+\\S|\\(?(?:\\d{1,2}|[a-z])[.)]\\s+\\S)"_s);
    return marker.match(text).hasMatch();
}

/// Builds blocks line by line.
class Builder {
public:
    Builder(QList<PageLine> lines, const QList<double>& pageHeights)
        : m_lines(std::move(lines))
        , m_pageHeights(pageHeights)
    {
        QList<double> heights;
        QHash<int, double> lefts;
        for (const PageLine& line : std::as_const(m_lines)) {
            // Long lines are text; weigh them so that captions and labels do not set the measure.
            for (qsizetype n = 0; n < 1 + line.text.size() / 20; ++n)
                heights.append(line.box.height());
            const auto left = lefts.find(line.region);
            if (left == lefts.end())
                lefts[line.region] = line.box.left();
            else
                *left = std::min(*left, line.box.left());
            m_rights[line.region] = std::max(m_rights.value(line.region), line.box.right());
        }
        m_lefts = lefts;
        m_height = middle(heights, 10);
        QList<double> pitches;
        for (qsizetype i = 1; i < m_lines.size(); ++i) {
            const double pitch = m_lines[i].box.bottom() - m_lines[i - 1].box.bottom();
            if (m_lines[i].region == m_lines[i - 1].region && pitch > 0)
                pitches.append(pitch);
        }
        m_pitch = middle(pitches, 1.3 * m_height);
    }

    QList<SourceBlock> build()
    {
        findRunningLines();
        findWords();
        for (qsizetype i = 0; i < m_lines.size(); ++i)
            take(i);
        flush();
        return m_blocks;
    }

private:
    static QString bare(const QString& word)
    {
        QString letters;
        for (const QChar c : word) {
            if (c.isLetterOrNumber() || c == u'-')
                letters += c.toLower();
        }
        return letters;
    }

    /// Lines at the top or foot of pages that come again on others, and bare page numbers.
    void findRunningLines()
    {
        static const QRegularExpression number(
            u"^(?:page\\s+|seite\\s+|página\\s+|[-\u2013|]\\s*)?\\d{1,4}(?:\\s*(?:/|of|von|de)\\s*\\d{1,4})?(?:\\s*[-\u2013|])?$"_s,
            QRegularExpression::CaseInsensitiveOption);
        QHash<QString, QSet<int>> pages;
        const auto atEdge = [this](const PageLine& line) {
            if (!line.words.isEmpty() && line.words.constFirst().run != Run::Across)
                return false; // its box is not where it stands
            const double height = m_pageHeights.value(line.page, 800);
            return line.box.bottom() < 0.1 * height || line.box.top() > 0.9 * height;
        };
        for (const PageLine& line : std::as_const(m_lines)) {
            if (atEdge(line))
                pages[withoutNumbers(line.text)].insert(line.page);
        }
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const bool again = pages.value(withoutNumbers(m_lines[i].text)).size() >= 2;
            if (atEdge(m_lines[i]) && (again || number.match(m_lines[i].text).hasMatch()))
                m_running.insert(i);
        }
    }

    /// The words that stand unbroken inside lines.
    void findWords()
    {
        const auto isBroken = [](const PageLine& line) { return line.text.endsWith(u'-'); };
        if (std::none_of(m_lines.begin(), m_lines.end(), isBroken))
            return; // nobody will ask
        bool rest = false; // the line begins with the rest of a broken word
        for (const PageLine& line : std::as_const(m_lines)) {
            QStringList words = line.text.split(u' ', Qt::SkipEmptyParts);
            if (std::exchange(rest, isBroken(line)))
                words.removeFirst();
            for (const QString& word : std::as_const(words))
                m_written.insert(bare(word));
        }
    }

    void take(qsizetype i)
    {
        const PageLine& line = m_lines[i];
        if (m_running.contains(i) || line.aside) {
            m_blocks.append({ line.text, BlockRole::Paragraph, 0, true });
            return;
        }
        if (line.isRow) {
            flush();
            m_blocks.append({ line.text, BlockRole::TableRow, 0, false });
            return;
        }
        if (m_last >= 0 && !continues(m_lines[m_last], line))
            flush();
        if (m_text.isEmpty()) {
            m_block = {};
            m_first = i;
            m_count = 0;
            m_isItem = startsItem(line.text);
        }
        join(line.text);
        m_last = i;
        ++m_count;
    }

    bool sameSize(const PageLine& a, const PageLine& b) const
    {
        return std::abs(a.box.height() - b.box.height()) < 0.16 * m_height;
    }

    bool continues(const PageLine& above, const PageLine& line) const
    {
        if (startsItem(line.text) || !sameSize(above, line))
            return false;
        const bool open = !endsSentence(m_text);
        const bool goesOn = line.text.front().isLower() || m_text.endsWith(u'-');
        if (above.region != line.region || above.page != line.page)
            return open && goesOn && isText(above) && isText(line);
        const double gap = line.box.bottom() - above.box.bottom();
        if (gap > 1.45 * std::max(m_pitch, line.box.height()) || gap < 0)
            return open && goesOn && gap > 0 && gap < 2 * m_pitch;
        const double width = m_rights.value(line.region) - m_lefts.value(line.region);
        const bool indented = line.box.left() - m_lefts.value(line.region) > 0.8 * m_height
            && above.box.left() - m_lefts.value(line.region) < 0.5 * m_height && !m_isItem;
        const bool shortLine = above.box.right() < m_rights.value(line.region) - 0.25 * width;
        if (indented && !goesOn)
            return false;
        if (shortLine && !goesOn && (endsSentence(m_text) || m_count == 1))
            return false;
        return true;
    }

    /// A line of running text, not a heading or a label.
    bool isText(const PageLine& line) const
    {
        return std::abs(line.box.height() - m_height) < 0.2 * m_height;
    }

    /// Whether the hyphen between two halves of a word, at a line's end, is the word's own:
    /// "evidence-/based", not "treat-/ment". How it is written elsewhere in the text decides;
    /// else it is its own where both halves are words of the text, since syllables hardly are.
    bool isOwnHyphen(const QString& first, const QString& second) const
    {
        // Words that English writes as one with another word behind them.
        static const QSet<QString> joining{ u"after"_s, u"counter"_s, u"every"_s, u"here"_s,
            u"more"_s, u"over"_s, u"some"_s, u"super"_s, u"them"_s, u"there"_s, u"through"_s,
            u"under"_s, u"what"_s, u"when"_s, u"where"_s, u"with"_s, u"your"_s };
        if (m_written.contains(first + u'-' + second))
            return true;
        return !m_written.contains(first + second) && first.size() > 3 && second.size() > 3
            && !joining.contains(first) && m_written.contains(first) && m_written.contains(second);
    }

    /// Adds a line. A hyphen at the line's end goes when the next line starts small, unless it is
    /// the word's own.
    void join(const QString& text)
    {
        if (m_text.isEmpty()) {
            m_text = text;
            return;
        }
        const bool soft = m_text.endsWith(u'\u00AD');
        const bool hard = m_text.endsWith(u'-') && m_text.size() > 1
            && m_text[m_text.size() - 2].isLetter() && text.front().isLower();
        if (hard) {
            const QString first = bare(m_text.sliced(m_text.lastIndexOf(u' ') + 1)).chopped(1);
            if (!isOwnHyphen(first, bare(text.section(u' ', 0, 0))))
                m_text.chop(1);
            m_text += text;
        } else if (soft) {
            m_text.chop(1);
            m_text += text;
        } else {
            m_text += u' ' + text;
        }
    }

    void flush()
    {
        const QString text = m_text.simplified();
        m_text.clear();
        if (text.isEmpty())
            return;
        const PageLine& first = m_lines[m_first];
        SourceBlock block{ text, BlockRole::Paragraph, 0, false };
        const double ratio = first.box.height() / m_height;
        const bool heading = text.size() < 200 && m_count <= 4 && !text.endsWith(u'.')
            && !text.front().isLower()
            && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
        if (heading && ratio > 1.15 && !text.startsWith(u'\u2022')) {
            block.role = BlockRole::Heading;
            block.level = ratio > 1.6 ? 1 : ratio > 1.3 ? 2 : 3;
        } else if (heading && !m_isItem && m_count == 1 && text.size() < 70 && standsAlone()) {
            block.role = BlockRole::Heading;
            block.level = 3;
        } else if (m_isItem) {
            block.role = BlockRole::ListItem;
        }
        m_blocks.append(block);
        m_last = -1;
    }

    /// A single line with room above it, with text below.
    bool standsAlone() const
    {
        const PageLine& line = m_lines[m_first];
        const bool room = m_first == 0 || m_lines[m_first - 1].region != line.region
            || line.box.bottom() - m_lines[m_first - 1].box.bottom() > 1.3 * m_pitch;
        const bool below
            = m_first + 1 < m_lines.size() && m_lines[m_first + 1].text.size() > line.text.size();
        return room && below && isText(line) && line.text.size() > 3 && !endsSentence(line.text);
    }

    QList<PageLine> m_lines;
    const QList<double>& m_pageHeights;
    QHash<int, double> m_lefts; ///< of regions
    QHash<int, double> m_rights;
    QSet<QString> m_written; ///< words as they stand inside lines, small letters and hyphens alone
    QSet<qsizetype> m_running;
    double m_height = 10; ///< of the body's lines
    double m_pitch = 13; ///< between them
    QList<SourceBlock> m_blocks;
    SourceBlock m_block;
    QString m_text;
    qsizetype m_first = 0;
    qsizetype m_last = -1;
    int m_count = 0;
    bool m_isItem = false;
};

} // namespace

QList<SourceBlock> blocksOfLines(QList<PageLine> lines, const QList<double>& pageHeights)
{
    lines.removeIf([](const PageLine& line) { return line.text.trimmed().isEmpty(); });
    return Builder(std::move(lines), pageHeights).build();
}

} // namespace assay
