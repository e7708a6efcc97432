// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/letters/htmlletter.h"

#include "models/import/letters/plainletter.h"
#include "models/import/markup/metadata.h"
#include "models/import/markup/rawblocks.h"
#include "models/import/markup/readpage.h"
#include "models/text/language.h"

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
    return false;
}

static bool isInFurniture(const Page& page, int node)
{
    for (; node >= 0; node = page[node].parent) {
        if (isLettersFurniture(page[node]))
            return true;
    }
    return false;
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
    bool signature = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        SourceBlock block = blocks[i].block;
        const bool quotes = block.role == BlockRole::Quote;
        const bool beforeQuote
            = !quotes && i + 1 < blocks.size() && blocks[i + 1].block.role == BlockRole::Quote;
        signature
            = (signature && !quotes) || block.text == "--"_L1 || block.text.startsWith("--\n"_L1);
        block.furniture = signature || isInFurniture(*page, blocks[i].node)
            || (block.text.size() < 200 && language.furniture.match(block.text))
            || isForwardedHead(block.text) || (beforeQuote && isAttribution(block.text));
        document.blocks.append(std::move(block));
    }
    return document;
}

} // namespace assay
