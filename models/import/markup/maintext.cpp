// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/maintext.h"

#include "models/import/markup/elementnames.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Whether the text reads like prose: it has sentences, or is long enough to have one.
bool isProse(const RawBlock& raw)
{
    const QString& text = raw.block.text;
    if (raw.length < 25)
        return false;
    int marks = 0;
    int wide = 0; // scripts that write without blanks say more in a character
    for (const QChar c : text) {
        marks += c == u'.' || c == u',' || c == u';' || c == u'?' || c == u'!' || c == u'\u3002'
            || c == u'\uFF0C' || c == u'\u3001';
        wide += c.unicode() >= 0x3040 && c.unicode() < 0xD7B0;
    }
    return (marks > 0 && raw.length + wide * 2 >= 40) || raw.length >= 120;
}

/// Finds the article in a page.
class Finder {
public:
    Finder(const Page& page, std::vector<RawBlock>& blocks, int headline)
        : m_page(page)
        , m_blocks(blocks)
        , m_headline(headline)
        , m_hints(static_cast<std::size_t>(page.size()))
        , m_furnitureAt(static_cast<std::size_t>(page.size()), -1)
        , m_sums(static_cast<std::size_t>(page.size()), 0)
    {
    }

    void mark()
    {
        readHints();
        weigh();
        m_top = bestElement();
        for (std::size_t i = 0; i < m_blocks.size(); ++i)
            m_blocks[i].block.furniture = !isInside(m_blocks[i].node, m_top) || isFurniture(i);
        trimEnds();
        markLists();
        keepHeadline();
    }

private:
    bool isInside(int node, int top) const { return node >= top && node < m_page[top].end; }

    /// Passes furniture down to what is inside it.
    void readHints()
    {
        for (int i = 0; i < m_page.size(); ++i) {
            const Node& node = m_page[i];
            if (node.isText())
                continue;
            const Hint hint = hintOf(node);
            m_hints[index(i)] = hint;
            const int above = node.parent >= 0 ? m_furnitureAt[index(node.parent)] : -1;
            m_furnitureAt[index(i)] = above >= 0 ? above : hint == Hint::Furniture ? i : -1;
        }
    }

    /// How much a block speaks for the elements around it: its letters, or against them.
    double weightOf(const RawBlock& raw) const
    {
        const double links = raw.length > 0 ? static_cast<double>(raw.linkLength) / raw.length : 0;
        const bool furniture = m_furnitureAt[index(raw.node)] >= 0;
        if (furniture)
            return -0.3 * raw.length;
        if (links > 0.5)
            return -0.7 * raw.length - 8;
        if (!isProse(raw))
            return raw.block.role == BlockRole::Heading ? 2 : -2;
        const double factor = raw.block.role == BlockRole::ListItem ? 0.6 : 1;
        return factor * (raw.length - 2 * raw.linkLength) + 15;
    }

    void weigh()
    {
        for (const RawBlock& raw : m_blocks)
            m_sums[index(raw.node)] += weightOf(raw);
        for (int i = m_page.size() - 1; i > 0; --i)
            m_sums[index(m_page[i].parent)] += m_sums[index(i)];
    }

    /// The element whose text outweighs most what else is in it. One that publishing systems name
    /// for the article wins where it has most of that text.
    int bestElement() const
    {
        int best = 0;
        for (int i = 0; i < m_page.size(); ++i) {
            if (!m_page[i].isText() && m_sums[index(i)] >= m_sums[index(best)]
                && m_furnitureAt[index(i)] < 0)
                best = i;
        }
        int named = -1;
        for (int i = 0; i < m_page.size(); ++i) {
            const bool candidate = m_hints[index(i)] == Hint::Article || m_page[i].tag == "article"
                || m_page[i].tag == "main";
            if (candidate && m_furnitureAt[index(i)] < 0
                && m_sums[index(i)] > 0.7 * m_sums[index(best)]
                && (named < 0 || !isInside(i, named) || m_sums[index(i)] > 0.9 * m_sums[index(named)]))
                named = i;
        }
        return named >= 0 ? named : best;
    }

    /// Furniture inside the article's element.
    bool isFurniture(std::size_t i) const
    {
        const RawBlock& raw = m_blocks[i];
        const int holder = m_furnitureAt[index(raw.node)];
        if (holder >= 0 && holder >= m_top)
            return true;
        const double links = raw.length > 0 ? static_cast<double>(raw.linkLength) / raw.length : 0;
        if (links > 0.8 && raw.block.role != BlockRole::Heading)
            return raw.block.role != BlockRole::ListItem || !amongProse(i);
        return m_page.isInside(raw.node, "form") && !isProse(raw);
    }

    /// A list item that is a link may stand in a list of an article: one between its paragraphs.
    bool amongProse(std::size_t i) const
    {
        std::size_t from = i;
        std::size_t to = i;
        while (from > 0 && m_blocks[from].block.role == BlockRole::ListItem)
            --from;
        while (to + 1 < m_blocks.size() && m_blocks[to].block.role == BlockRole::ListItem)
            ++to;
        return to - from <= 12 && isProse(m_blocks[from]) && isProse(m_blocks[to])
            && isInside(m_blocks[to].node, m_top);
    }

    /// Short lines before the first and behind the last prose (bylines, dates, tags) are furniture.
    void trimEnds()
    {
        const auto inside = [&](const RawBlock& raw) { return !raw.block.furniture; };
        const auto solid = [&](const RawBlock& raw) { return inside(raw) && isProse(raw); };
        const auto first = std::find_if(m_blocks.begin(), m_blocks.end(), solid);
        if (first == m_blocks.end())
            return;
        for (auto it = m_blocks.begin(); it != first; ++it) {
            if (inside(*it) && it->block.role != BlockRole::Heading)
                it->block.furniture = true;
        }
        auto last = m_blocks.end();
        while (last != first && !solid(*std::prev(last)))
            --last;
        while (last != m_blocks.end() && inside(*last)
            && (last->block.role == BlockRole::ListItem || last->block.role == BlockRole::TableRow))
            ++last;
        for (auto it = last; it != m_blocks.end(); ++it)
            it->block.furniture = true;
    }

    /// A heading over nothing but furniture goes with it.
    void markLists()
    {
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            if (m_blocks[i].block.furniture || m_blocks[i].block.role != BlockRole::Heading)
                continue;
            std::size_t next = i + 1;
            while (next < m_blocks.size() && m_blocks[next].block.role == BlockRole::Heading)
                ++next;
            if (next >= m_blocks.size())
                m_blocks[i].block.furniture = true;
        }
    }

    /// The headline belongs to the article wherever it stands.
    void keepHeadline()
    {
        for (RawBlock& raw : m_blocks) {
            if (m_headline >= 0 && isInside(raw.node, m_headline)) {
                raw.block.furniture = false;
                raw.block.role = BlockRole::Heading;
                raw.block.level = 1;
                return;
            }
        }
    }

    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    const Page& m_page;
    std::vector<RawBlock>& m_blocks;
    int m_headline;
    std::vector<Hint> m_hints;
    std::vector<int> m_furnitureAt; ///< the outermost furniture element around each node, or -1
    std::vector<double> m_sums;
    int m_top = 0;
};

} // namespace

void markFurniture(const Page& page, std::vector<RawBlock>& blocks, int headline)
{
    Finder(page, blocks, headline).mark();
}

} // namespace assay
