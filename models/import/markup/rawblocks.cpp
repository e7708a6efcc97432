// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/rawblocks.h"

#include "models/import/markup/disclosures.h"
#include "models/import/markup/mathtext.h"
#include "models/import/markup/raised.h"
#include "models/import/markup/tableblocks.h"

#include <QRegularExpression>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Walks over a page and gathers words until a block ends.
class BlockWriter {
public:
    explicit BlockWriter(const Page& page)
        : m_page(page)
    {
    }

    std::vector<RawBlock> write()
    {
        for (int i = 0; i < m_page.size();)
            i = visit(i);
        flush();
        return std::move(m_blocks);
    }

private:
    int visit(int i)
    {
        leave(i);
        const Node& node = m_page[i];
        if (node.isText()) {
            addText(node.text);
            return i + 1;
        }
        if (node.showsNothing())
            return node.end;
        if (node.tag == "math") {
            addText(mathText(m_page, i));
            return node.end;
        }
        if (node.tag == "br") {
            lineBreak();
            return i + 1;
        }
        if (node.tag == "table" && isDataTable(m_page, i)) {
            flush();
            addTableBlocks(m_page, i, m_blocks);
            return node.end;
        }
        if (node.isInline()) {
            m_links += node.tag == "a" && node.has("href");
            m_bold += isOneOf(node.tag, { "b", "strong" });
            m_raised += node.tag == "sup";
            m_open.push_back({ i, node.end });
            return i + 1;
        }
        flush();
        m_blockNode = i;
        m_open.push_back({ i, node.end });
        return i + 1;
    }

    /// Closes the elements that end before `i`.
    void leave(int i)
    {
        while (!m_open.empty() && m_open.back().end <= i) {
            const Node& node = m_page[m_open.back().node];
            if (node.isInline()) {
                m_links -= node.tag == "a" && node.has("href");
                m_bold -= isOneOf(node.tag, { "b", "strong" });
                m_raised -= node.tag == "sup";
            } else {
                flush();
            }
            m_open.pop_back();
            m_blockNode = blockAround();
        }
    }

    int blockAround() const
    {
        for (auto it = m_open.rbegin(); it != m_open.rend(); ++it) {
            if (!m_page[it->node].isInline())
                return it->node;
        }
        return 0;
    }

    bool isPreformatted() const { return m_page.isInside(m_blockNode, "pre"); }

    /// Whether a raised digit would be read as another number or unit behind this text: ten to the
    /// fifth is not 105, nor a reference behind "in 2019." a decimal.
    static bool wantsRaised(QStringView before)
    {
        static const QRegularExpression number(u"\\d[.,]?$|(?:^|[^\\pL])[cdkm]?m$"_s);
        return number.matchView(before.last(std::min<qsizetype>(before.size(), 4))).hasMatch();
    }

    void addText(const QString& text)
    {
        const bool lines = isPreformatted();
        const bool isPower = m_raised > 0 && wantsRaised(m_text);
        for (QChar c : text) {
            if (isPower)
                c = raised(c);
            if (c.isSpace() && !(lines && c == u'\n')) {
                if (!m_text.isEmpty() && !m_text.back().isSpace())
                    m_text += u' ';
                continue;
            }
            if (c == u'\u200B' || c == u'\uFEFF')
                continue;
            if (!m_text.isEmpty() || c != u'\n')
                m_text += c;
            ++m_length;
            m_linkLength += m_links > 0;
            m_boldLength += m_bold > 0;
        }
    }

    /// A line break splits a paragraph where the next line opens like a sentence of its own, and
    /// always when there are two.
    void lineBreak()
    {
        if (m_text.endsWith(u'\n')) {
            flush();
            return;
        }
        while (m_text.endsWith(u' '))
            m_text.chop(1);
        if (m_text.isEmpty())
            return;
        if (!m_text.contains(u'\n'))
            m_firstIsBold = m_length > 0 && m_boldLength >= m_length * 9 / 10;
        m_text += u'\n';
    }

    void flush()
    {
        const QStringList lines = splitLines();
        // Two lines with bullets are a list that nobody marked up as one.
        const bool list = std::count_if(lines.begin(), lines.end(), hasBullet) >= 2;
        for (const QString& line : lines) {
            append(line, lines.size() > 1);
            SourceBlock& block = m_blocks.back().block;
            if (&line == &lines.front() && m_firstIsBold) // a label over its paragraph
                m_blocks.back().emphasised = true;
            if (list && block.role == BlockRole::Paragraph && hasBullet(line))
                block.role = BlockRole::ListItem;
        }
        m_text.clear();
        m_length = m_linkLength = m_boldLength = 0;
        m_firstIsBold = false;
    }

    /// Whether the line opens with a bullet. A long dash opens speech.
    static bool hasBullet(const QString& line)
    {
        static const QRegularExpression bullet(
            u"^[-*\\x{2022}\\x{00B7}\\x{25CF}\\x{25AA}\\x{2013}]\\s"_s);
        return bullet.match(line).hasMatch();
    }

    /// The text in pieces at its line breaks, but for breaks inside a sentence.
    QStringList splitLines() const
    {
        QStringList lines;
        if (isPreformatted() && !m_text.trimmed().isEmpty())
            lines.append(m_text.trimmed());
        if (isPreformatted())
            return lines;
        for (const QString& part : m_text.split(u'\n', Qt::SkipEmptyParts)) {
            const QString line = part.trimmed();
            if (line.isEmpty())
                continue;
            if (!lines.isEmpty() && line.front().isLower())
                lines.last() += u'\n' + line;
            else
                lines.append(line);
        }
        return lines;
    }

    void append(const QString& line, bool oneOfMany)
    {
        RawBlock raw;
        raw.node = m_blockNode;
        raw.block.text = line;
        raw.length = static_cast<int>(line.size());
        raw.linkLength = oneOfMany && m_length > 0
            ? static_cast<int>(static_cast<qint64>(line.size()) * m_linkLength / m_length)
            : std::min(m_linkLength, raw.length);
        raw.emphasised = m_length > 0 && m_boldLength >= m_length * 9 / 10 && !oneOfMany;
        setRole(raw);
        m_blocks.push_back(std::move(raw));
    }

    void setRole(RawBlock& raw)
    {
        for (int i = m_blockNode; i > 0; i = m_page[i].parent) {
            const QByteArray& tag = m_page[i].tag;
            const QString role = m_page[i].attribute("role");
            if (isHeadingTag(tag)) {
                raw.block.role = BlockRole::Heading;
                raw.block.level = m_lastLevel = static_cast<quint8>(tag[1] - '0');
                return;
            }
            if (tag == "summary") {
                raw.block.role = BlockRole::Heading;
                raw.block.level = static_cast<quint8>(std::min(6, m_lastLevel + 1));
                return;
            }
            if (opensSection(m_page, i)) {
                raw.block.role = BlockRole::Heading;
                raw.block.level = static_cast<quint8>(std::min(6, m_lastLevel + 1));
                return;
            }
            if (role == "heading"_L1) {
                raw.block.role = BlockRole::Heading;
                raw.block.level = static_cast<quint8>(
                    std::clamp(m_page[i].attribute("aria-level").toInt(), 1, 6));
                return;
            }
            if (tag == "li" || tag == "dt" || role == "listitem"_L1)
                raw.block.role = BlockRole::ListItem;
            else if (tag == "blockquote")
                raw.block.role = BlockRole::Quote;
            else if (tag == "figcaption" || tag == "caption")
                raw.block.role = BlockRole::Caption;
            else
                continue;
            return;
        }
    }

    struct Open {
        int node;
        int end;
    };

    const Page& m_page;
    std::vector<RawBlock> m_blocks;
    std::vector<Open> m_open;
    QString m_text;
    int m_blockNode = 0;
    int m_length = 0;
    int m_linkLength = 0;
    int m_raised = 0;
    int m_boldLength = 0;
    bool m_firstIsBold = false; ///< all of the first of several lines
    int m_links = 0;
    int m_bold = 0;
    quint8 m_lastLevel = 1; ///< of the last heading
};

} // namespace

std::vector<RawBlock> rawBlocks(const Page& page)
{
    return BlockWriter(page).write();
}

} // namespace assay
