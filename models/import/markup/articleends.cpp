// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/articleends.h"

#include "models/import/markup/pageweights.h"

#include <QRegularExpression>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

using Block = std::vector<RawBlock>::iterator;

bool endsLikeSentence(const QString& text)
{
    static const QRegularExpression ending(
        u"\\pL.*[.!?\\x{3002}][\"'\\x{201D}\\x{201C}\\x{2019})\\]]*$"_s);
    return ending.match(text).hasMatch();
}

static bool isShortSentence(const RawBlock& raw)
{
    return raw.block.role == BlockRole::Paragraph && raw.linkLength == 0
        && endsLikeSentence(raw.block.text);
}

/// Whether a block ends like a sentence and stands in the page as the paragraph `prose` does.
static bool standsLike(const Page& page, const RawBlock& raw, const RawBlock& prose)
{
    const Node& own = page[raw.node];
    const Node& other = page[prose.node];
    return own.tag == other.tag && own.parent == other.parent && isShortSentence(raw);
}

/// Where the article opens above its first long paragraph: with short sentences that stand like it,
/// or with a list of points under a heading of its own.
static Block openingOf(const Page& page, std::vector<RawBlock>& blocks, Block first)
{
    auto from = first;
    while (from != blocks.begin() && !std::prev(from)->block.furniture
        && standsLike(page, *std::prev(from), *first))
        --from;
    auto item = from;
    while (item != blocks.begin() && !std::prev(item)->block.furniture
        && std::prev(item)->block.role == BlockRole::ListItem && std::prev(item)->linkLength == 0)
        --item;
    const bool points = from - item >= 2 && item != blocks.begin()
        && std::prev(item)->block.role == BlockRole::Heading && std::prev(item)->block.level > 1;
    return points ? item : from;
}

/// Past what may end an article behind its last long paragraph `prose`: lists and tables with their
/// headings, short sentences that stand like its paragraphs, or under a heading of their own:
/// "Conflict of interest".
static Block pastEnding(const Page& page, std::vector<RawBlock>& blocks, Block prose)
{
    auto past = std::next(prose);
    for (; past != blocks.end() && !past->block.furniture; ++past) {
        const RawBlock& before = *std::prev(past);
        const bool underHeading = before.block.role == BlockRole::Heading
            && page[past->node].tag == page[prose->node].tag && isShortSentence(*past);
        if (past->block.role != BlockRole::ListItem && past->block.role != BlockRole::TableRow
            && past->block.role != BlockRole::Heading && !underHeading
            && !standsLike(page, *past, *prose))
            break;
    }
    return past;
}

void trimEnds(const Page& page, std::vector<RawBlock>& blocks)
{
    const auto solid = [](const RawBlock& raw) { return !raw.block.furniture && isProse(raw); };
    const auto first = std::find_if(blocks.begin(), blocks.end(), solid);
    if (first == blocks.end())
        return;
    const auto opening = openingOf(page, blocks, first);
    for (auto it = blocks.begin(); it != opening; ++it)
        it->block.furniture = it->block.furniture || it->block.role != BlockRole::Heading;
    auto last = std::prev(blocks.end());
    while (last != first && !solid(*last))
        --last;
    for (auto it = pastEnding(page, blocks, last); it != blocks.end(); ++it)
        it->block.furniture = true;
}

} // namespace assay
