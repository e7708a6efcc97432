// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/letters/htmlletter.h"

#include "models/import/letters/letterhead.h"
#include "models/import/markup/metadata.h"
#include "models/import/markup/rawblocks.h"
#include "models/import/markup/readpage.h"
#include "models/text/language.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// Whether the element is what a mail program makes for a signature or the head of a quote: the
/// names that Gmail, Thunderbird, Outlook, Apple Mail and Yahoo give.
static bool isLettersFurniture(const Node& node)
{
    for (const QLatin1StringView name :
        { " gmail_signature "_L1, " gmail_attr "_L1, " moz-signature "_L1, " moz-cite-prefix "_L1,
            " moz-email-headers-table "_L1, " divrplyfwdmsg "_L1, " applemailsignature "_L1,
            " signature "_L1, " x_signature "_L1, " yahoo_signature "_L1, " preheader "_L1 }) {
        if (node.names.contains(name))
            return true;
    }
    // What a newsletter shows in the list of letters, and nowhere else.
    const QString style = node.attribute("style").toLower().remove(u' ');
    return style.contains("mso-hide:all"_L1) || style.contains("max-height:0"_L1)
        || style.contains("font-size:0"_L1);
}

/// Whether what is inside was written before, by others.
static bool isForwarded(const Node& node)
{
    for (const QLatin1StringView name : { " gmail_quote "_L1, " appendonsend "_L1,
             " moz-forward-container "_L1, " yahoo_quoted "_L1 }) {
        if (node.names.contains(name))
            return true;
    }
    return false;
}

static bool isIn(const Page& page, int node, bool (*is)(const Node&))
{
    for (; node >= 0; node = page[node].parent) {
        if (is(page[node]))
            return true;
    }
    return false;
}

/// For each block whether all of its lines are of the head of a forwarded letter.
static std::vector<bool> headsOf(const std::vector<RawBlock>& blocks)
{
    QStringList lines;
    std::vector<qsizetype> first;
    for (const RawBlock& each : blocks) {
        first.push_back(lines.size());
        lines += each.block.text.split(u'\n');
    }
    first.push_back(lines.size());
    const std::vector<bool> marked = forwardedHeads(lines);
    std::vector<bool> heads;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        heads.push_back(std::all_of(
            marked.begin() + first[i], marked.begin() + first[i + 1], [](bool is) { return is; }));
    return heads;
}

static const Language& languageOf(const std::vector<RawBlock>& blocks)
{
    QString text;
    for (const RawBlock& each : blocks)
        text += each.block.text + u'\n';
    return Language::of(text);
}

SourceDocument readHtmlLetter(const QString& html)
{
    const std::optional<Page> page = Page::parse(html);
    if (!page)
        return readBarePage(html); // says what is wrong
    SourceDocument document;
    readMetadata(*page, document);
    const std::vector<RawBlock> blocks = rawBlocks(*page);
    const Language& language = languageOf(blocks);
    const std::vector<bool> heads = headsOf(blocks);
    constexpr int longestSignature = 12; // blocks
    int signature = 0; // blocks of it so far; 0: none is open
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const RawBlock& raw = blocks[i];
        SourceBlock block = raw.block;
        const bool quotes = block.role == BlockRole::Quote;
        const bool beforeQuote
            = !quotes && i + 1 < blocks.size() && blocks[i + 1].block.role == BlockRole::Quote;
        if (quotes || heads[i] || isIn(*page, raw.node, isForwarded))
            signature = 0;
        else if (signature > 0 || block.text == "--"_L1 || block.text.startsWith("--\n"_L1))
            ++signature;
        const bool linkAlone
            = raw.linkLength * 10 >= raw.length * 9 && block.text.count(u' ') < 4 && raw.length > 0;
        block.furniture = (signature > 0 && signature <= longestSignature) || heads[i] || linkAlone
            || isIn(*page, raw.node, isLettersFurniture)
            || (block.text.size() < 200 && language.furniture.match(block.text))
            || (beforeQuote && isAttribution(block.text));
        document.blocks.append(std::move(block));
    }
    return document;
}

} // namespace assay
