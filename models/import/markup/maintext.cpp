// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/maintext.h"

#include "models/import/markup/elementnames.h"
#include "models/import/markup/metadata.h"
#include "models/text/language.h"

#include <algorithm>
#include <map>

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
        , m_language(Language::of(page.textOf(0)))
        , m_english(Language::english())
        , m_headline(headline)
        , m_hints(static_cast<std::size_t>(page.size()))
        , m_furnitureAt(static_cast<std::size_t>(page.size()), -1)
        , m_sums(static_cast<std::size_t>(page.size()), 0)
    {
    }

    void mark(const QString& body)
    {
        weighProse();
        readHints();
        markTeasers();
        weigh();
        m_top = bestElement();
        for (std::size_t i = 0; i < m_blocks.size(); ++i)
            m_blocks[i].block.furniture = !isInside(m_blocks[i].node, m_top) || isFurniture(i);
        trimEnds();
        markTail();
        applyBody(body);
        markHeadings();
        keepSomething();
        keepHeadline();
    }

private:
    bool isInside(int node, int top) const { return node >= top && node < m_page[top].end; }

    /// Letters of prose inside each element.
    void weighProse()
    {
        m_prose.assign(m_sums.size(), 0);
        m_paragraphs.assign(m_sums.size(), 0);
        for (const RawBlock& raw : m_blocks) {
            if (!isProse(raw))
                continue;
            m_prose[index(raw.node)] += std::max(0, raw.length - 2 * raw.linkLength);
            ++m_paragraphs[index(raw.node)];
        }
        for (int i = m_page.size() - 1; i > 0; --i) {
            m_prose[index(m_page[i].parent)] += m_prose[index(i)];
            m_paragraphs[index(m_page[i].parent)] += m_paragraphs[index(i)];
        }
    }

    /// A name such as "has-sidebar" on what holds the headline or much of the page's prose says
    /// nothing. Comments may well be longer than their article.
    bool isMisnamed(int i) const
    {
        const double share = m_prose[0] > 0 ? m_prose[index(i)] / m_prose[0] : 0;
        if (m_headline >= 0 && isInside(m_headline, i) && share > 0.05)
            return true;
        if (holdsOthersProse(m_page[i]))
            return share > 0.93;
        const bool paragraphs
            = m_paragraphs[index(i)] >= 3 && m_prose[index(i)] > 160.0 * m_paragraphs[index(i)];
        return share > (paragraphs ? 0.2 : 0.45);
    }

    /// A button that is a heading, or in one, opens a section.
    bool isSectionButton(int i) const
    {
        if (m_page[i].tag != "button")
            return false;
        const auto isHeading = [](const QByteArray& tag) {
            return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
        };
        bool heading = isHeading(m_page[m_page[i].parent].tag);
        for (int k = i; k < m_page[i].end; ++k)
            heading = heading || isHeading(m_page[k].tag);
        return heading;
    }

    /// Passes furniture down to what is inside it.
    void readHints()
    {
        for (int i = 0; i < m_page.size(); ++i) {
            const Node& node = m_page[i];
            if (node.isText())
                continue;
            Hint hint = hintOf(node);
            if (hint == Hint::Furniture && (isMisnamed(i) || isSectionButton(i)))
                hint = Hint::None;
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
        // Short sentences are the teasers' kind: it takes a paragraph to outweigh a link list.
        const double own = raw.length - 2 * raw.linkLength;
        const double factor = std::min(1.0, raw.length / 140.0);
        return factor * (raw.block.role == BlockRole::ListItem ? 0.6 * own : own);
    }

    void weigh()
    {
        for (const RawBlock& raw : m_blocks)
            m_sums[index(raw.node)] += weightOf(raw);
        for (int i = m_page.size() - 1; i > 0; --i)
            m_sums[index(m_page[i].parent)] += m_sums[index(i)];
    }

    /// The element whose text outweighs most what else is in it. One that publishing systems name
    /// for the article wins where it has nearly all of that text.
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
            const double needed = m_hints[index(i)] == Hint::Article ? 0.75
                : m_page[i].tag == "article"                         ? 0.85
                : m_page[i].tag == "main"                            ? 0.9
                                                                     : 2;
            if (m_sums[index(i)] > needed * m_sums[index(best)] && m_furnitureAt[index(i)] < 0
                && (named < 0 || !isInside(i, named)
                    || m_sums[index(i)] > 0.9 * m_sums[index(named)]))
                named = i;
        }
        int top = named >= 0 ? named : best;
        // A single paragraph is no container: what stands beside it belongs to the article too.
        while (top > 0
            && (m_page[top].tag == "p" || m_page[top].tag == "li" || m_page[top].isInline()))
            top = m_page[top].parent;
        return top;
    }

    /// Rows of teasers: three or more alike side by side, each little more than its link.
    void markTeasers()
    {
        std::vector<int> letters(m_sums.size(), 0);
        std::vector<int> links(m_sums.size(), 0);
        for (const RawBlock& raw : m_blocks) {
            letters[index(raw.node)] += raw.length;
            links[index(raw.node)] += raw.linkLength;
        }
        for (int i = m_page.size() - 1; i > 0; --i) {
            letters[index(m_page[i].parent)] += letters[index(i)];
            links[index(m_page[i].parent)] += links[index(i)];
        }
        const auto isTeaser = [&](int i) {
            const Node& node = m_page[i];
            return !node.isText() && node.tag != "p" && node.tag != "li" && node.tag != "tr"
                && letters[index(i)] > 20 && letters[index(i)] < 450
                && links[index(i)] * 4 >= letters[index(i)] && !isInside(m_headline, i);
        };
        for (int parent = 0; parent < m_page.size(); ++parent) {
            if (m_page[parent].isText() || m_page[parent].end == parent + 1)
                continue;
            std::map<QString, std::vector<int>> alike;
            for (int i = parent + 1; i < m_page[parent].end; i = m_page[i].end) {
                if (isTeaser(i))
                    alike[QString::fromLatin1(m_page[i].tag) + m_page[i].names.section(u' ', 0, 1)]
                        .push_back(i);
            }
            for (const auto& [signature, rows] : alike) {
                for (const int row : rows) {
                    if (rows.size() >= 3)
                        markInside(row);
                }
            }
        }
    }

    void markInside(int top)
    {
        for (int i = top; i < m_page[top].end; ++i)
            m_furnitureAt[index(i)] = top;
    }

    /// Furniture inside the article's element.
    bool isFurniture(std::size_t i) const
    {
        const RawBlock& raw = m_blocks[i];
        const int holder = m_furnitureAt[index(raw.node)];
        if (holder >= 0 && holder >= m_top)
            return true;
        const double links = raw.length > 0 ? static_cast<double>(raw.linkLength) / raw.length : 0;
        if (links > 0.8)
            return raw.block.role != BlockRole::ListItem || !amongProse(i);
        const QString line = raw.block.text.left(200);
        if (raw.length < 200
            && (m_language.furniture.match(line) || m_english.furniture.match(line)))
            return true;
        return isStray(i);
    }

    /// A word or two on their own between paragraphs: a credit, a button, a counter. Runs of such
    /// lines are a poem, a table or a list.
    bool isStray(std::size_t i) const
    {
        const auto isShort = [this](std::size_t k) {
            const RawBlock& raw = m_blocks[k];
            const bool stops = raw.block.text.endsWith(u'.') || raw.block.text.endsWith(u'?')
                || raw.block.text.endsWith(u'!') || raw.block.text.endsWith(u':')
                || raw.block.text.endsWith(u'"') || raw.block.text.endsWith(u'\u201D')
                || raw.block.text.endsWith(u'\u3002');
            return raw.block.role == BlockRole::Paragraph && raw.length < 28 && !stops
                && !raw.emphasised && !m_page.isInside(raw.node, "pre");
        };
        if (!isShort(i))
            return false;
        std::size_t from = i;
        std::size_t to = i;
        while (from > 0 && to - from < 4 && isShort(from - 1)
            && isInside(m_blocks[from - 1].node, m_top))
            --from;
        while (to + 1 < m_blocks.size() && to - from < 4 && isShort(to + 1)
            && isInside(m_blocks[to + 1].node, m_top))
            ++to;
        return to - from < 4;
    }

    /// From a heading such as "Comments" on, everything is furniture; from one such as "Related
    /// articles" on, everything up to the next long paragraph.
    void markTail()
    {
        const auto opens = [](const Phrases& own, const Phrases& english, const RawBlock& raw) {
            return raw.length < 80 && (raw.block.role == BlockRole::Heading || raw.linkLength == 0)
                && (own.match(raw.block.text) || english.match(raw.block.text));
        };
        double before = 0;
        bool toEnd = false;
        bool run = false;
        for (RawBlock& raw : m_blocks) {
            const bool inside = !raw.block.furniture;
            if (inside && opens(m_language.furnitureRun, m_english.furnitureRun, raw))
                run = true;
            else if (inside && before > 300
                && opens(m_language.furnitureToEnd, m_english.furnitureToEnd, raw))
                toEnd = true;
            if (isProse(raw) && raw.length >= 140 && raw.linkLength * 2 < raw.length)
                run = false;
            if (inside && isProse(raw))
                before += raw.length;
            raw.block.furniture = raw.block.furniture || toEnd || run;
        }
    }

    /// Where the page holds its article once more as data, that says where it begins and ends.
    void applyBody(const QString& body)
    {
        const QString known = essence(body);
        std::vector<std::size_t> found;
        qsizetype letters = 0;
        for (std::size_t i = 0; i < m_blocks.size() && known.size() > 150; ++i) {
            const QString own = essence(m_blocks[i].block.text);
            if (own.size() < 30 || !known.contains(own))
                continue;
            found.push_back(i);
            letters += own.size();
        }
        if (found.empty() || letters * 10 < known.size() * 7 || letters > known.size() * 13 / 10)
            return;
        for (std::size_t i = 0; i < m_blocks.size(); ++i)
            m_blocks[i].block.furniture
                = m_blocks[i].block.furniture || i < found.front() || i > found.back();
        for (const std::size_t i : found)
            m_blocks[i].block.furniture = false;
    }

    /// A list item that is a link may stand in a list of an article: one between its paragraphs.
    bool amongProse(std::size_t i) const
    {
        std::size_t from = i;
        std::size_t to = i;
        while (from > 0 && to - from <= 12 && m_blocks[from].block.role == BlockRole::ListItem)
            --from;
        while (to + 1 < m_blocks.size() && to - from <= 12
            && m_blocks[to].block.role == BlockRole::ListItem)
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
        // Lists and tables with their headings may end an article.
        while (last != m_blocks.end() && inside(*last)
            && (last->block.role == BlockRole::ListItem || last->block.role == BlockRole::TableRow
                || last->block.role == BlockRole::Heading))
            ++last;
        for (auto it = last; it != m_blocks.end(); ++it)
            it->block.furniture = true;
    }

    /// A heading over nothing but furniture goes with it, and so does what stands above the
    /// headline.
    void markHeadings()
    {
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            SourceBlock& block = m_blocks[i].block;
            if (block.furniture || block.role != BlockRole::Heading)
                continue;
            bool over = false;
            for (std::size_t k = i + 1; k < m_blocks.size() && !over; ++k) {
                const SourceBlock& next = m_blocks[k].block;
                if (next.role == BlockRole::Heading && next.level <= block.level)
                    break;
                over = !next.furniture && next.role != BlockRole::Heading;
            }
            block.furniture = !over || m_blocks[i].node < m_headline;
        }
    }

    /// A page with no prose at all still says something: what is not named furniture.
    void keepSomething()
    {
        const bool any = std::any_of(m_blocks.begin(), m_blocks.end(), [](const RawBlock& raw) {
            return !raw.block.furniture && raw.block.role != BlockRole::Heading;
        });
        for (RawBlock& raw : m_blocks) {
            if (!any && m_furnitureAt[index(raw.node)] < 0 && raw.linkLength * 2 < raw.length)
                raw.block.furniture = false;
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
    const Language& m_language;
    const Language& m_english; ///< its furniture stands on pages of every language
    int m_headline;
    std::vector<Hint> m_hints;
    std::vector<int> m_furnitureAt; ///< the outermost furniture element around each node, or -1
    std::vector<double> m_sums;
    std::vector<double> m_prose; ///< letters of prose in each element
    std::vector<int> m_paragraphs; ///< blocks of prose in each element
    int m_top = 0;
};

} // namespace

void markFurniture(
    const Page& page, std::vector<RawBlock>& blocks, int headline, const QString& body)
{
    Finder(page, blocks, headline).mark(body);
}

} // namespace assay
