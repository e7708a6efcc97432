// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/pageweights.h"

#include "models/import/markup/disclosures.h"

#include <algorithm>
#include <map>

namespace assay {

using namespace Qt::StringLiterals;

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

PageWeights::PageWeights(const Page& page, const std::vector<RawBlock>& blocks, int headline)
    : m_page(page)
    , m_blocks(blocks)
    , m_headline(headline)
    , m_hints(static_cast<std::size_t>(page.size()))
    , m_furnitureAt(static_cast<std::size_t>(page.size()), -1)
    , m_sums(static_cast<std::size_t>(page.size()), 0)
{
    weighProse();
    readHints();
    markTeasers();
    weigh();
    m_article = bestElement();
}

/// Letters of prose inside each element.
void PageWeights::weighProse()
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
bool PageWeights::isMisnamed(int i) const
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
bool PageWeights::isSectionButton(int i) const
{
    if (m_page[i].tag != "button")
        return false;
    if (opensSection(m_page, i))
        return true;
    constexpr int nearest = 4;
    bool heading = false;
    for (int k = m_page[i].parent, up = 0; k > 0 && up < nearest; k = m_page[k].parent, ++up)
        heading = heading || isHeadingTag(m_page[k].tag);
    for (int k = i; k < m_page[i].end; ++k)
        heading = heading || isHeadingTag(m_page[k].tag);
    return heading;
}

/// Passes furniture down to what is inside it.
void PageWeights::readHints()
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
double PageWeights::weightOf(const RawBlock& raw) const
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

void PageWeights::weigh()
{
    for (const RawBlock& raw : m_blocks)
        m_sums[index(raw.node)] += weightOf(raw);
    for (int i = m_page.size() - 1; i > 0; --i)
        m_sums[index(m_page[i].parent)] += m_sums[index(i)];
}

/// The element whose text outweighs most what else is in it. One that publishing systems name
/// for the article wins where it has nearly all of that text.
int PageWeights::bestElement() const
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
            && (named < 0 || !isInside(i, named) || m_sums[index(i)] > 0.9 * m_sums[index(named)]))
            named = i;
    }
    int top = named >= 0 ? named : best;
    // A single paragraph is no container: what stands beside it belongs to the article too.
    while (top > 0 && (m_page[top].tag == "p" || m_page[top].tag == "li" || m_page[top].isInline()))
        top = m_page[top].parent;
    return top;
}

/// Rows of teasers: three or more alike side by side, each little more than its link.
void PageWeights::markTeasers()
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

void PageWeights::markInside(int top)
{
    for (int i = top; i < m_page[top].end; ++i)
        m_furnitureAt[index(i)] = top;
}

} // namespace assay
