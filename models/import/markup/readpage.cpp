// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/readpage.h"

#include "models/import/markup/elementnames.h"
#include "models/import/markup/htmlpieces.h"
#include "models/import/markup/maintext.h"
#include "models/import/markup/metadata.h"
#include "models/import/markup/pageweights.h"

#include <QRegularExpression>

namespace assay {

using namespace Qt::StringLiterals;

static SourceDocument readBroken(const QString& html)
{
    SourceDocument document;
    document.plain = withoutTags(html);
    document.findings.append(
        { u"Its markup is nested too deep to be read; the bare text came in instead."_s, {} });
    return document;
}

static void moveBlocks(std::vector<RawBlock>& raw, SourceDocument& document)
{
    document.blocks.reserve(static_cast<qsizetype>(raw.size()));
    for (RawBlock& each : raw)
        document.blocks.append(std::move(each.block));
}

/// Whether the page has its article as data, and shows no prose that may be it.
static bool isOnlyData(const Page& page, const QString& body, const std::vector<RawBlock>& blocks)
{
    const qsizetype letters = essence(body).size();
    if (letters <= 150)
        return false;
    qsizetype shown = 0;
    for (const RawBlock& raw : blocks) {
        // Terms of consent may be all the prose that there is.
        if (!raw.block.furniture && isProse(raw) && !isInOthersProse(page, raw.node))
            return false;
        shown += raw.block.furniture ? 0 : raw.length;
    }
    return shown * 2 < letters;
}

/// The text of an article that a page keeps only as data: its script would write it into the page.
/// Nothing of what the page shows instead is of the article.
static void takeBody(const QString& body, SourceDocument& document)
{
    static const QRegularExpression markup(u"</?[a-zA-Z][^>]*>|&#?\\w+;"_s);
    for (SourceBlock& block : document.blocks)
        block.furniture = true;
    if (markup.match(body).hasMatch()) {
        document.blocks += blocksOfHtml(QString(body).replace(u'\n', "<br>"_L1));
    } else {
        for (const QString& line : body.split(u'\n', Qt::SkipEmptyParts))
            document.blocks.append(SourceBlock{ line });
    }
    document.findings.append(
        { u"It shows no text of its own; the article came from the page's data for search engines."_s,
            {} });
}

SourceDocument readPage(const QString& html)
{
    const std::optional<Page> page = Page::parse(html);
    if (!page)
        return readBroken(html);
    SourceDocument document;
    readMetadata(*page, document);
    int headline = -1;
    document.title = headlineOf(*page, document, headline);
    std::vector<RawBlock> blocks = rawBlocks(*page);
    // A headline that is no heading element: the words of the title, or of its first part, on their
    // own.
    const QString whole = essence(document.title);
    const QString part = essence(document.title.section(u" - "_s, 0, 0));
    for (std::size_t i = 0; i < blocks.size() && headline < 0 && whole.size() > 5; ++i) {
        const QString own = essence(blocks[i].block.text);
        if (blocks[i].linkLength == 0 && (own == whole || (own == part && own.size() > 5)))
            headline = blocks[i].node;
    }
    const QString body = bodyInData(*page);
    markFurniture(*page, blocks, headline, body);
    const bool onlyData = isOnlyData(*page, body, blocks);
    moveBlocks(blocks, document);
    if (onlyData)
        takeBody(body, document);
    return document;
}

SourceDocument readBarePage(const QString& html)
{
    const std::optional<Page> page = Page::parse(html);
    if (!page)
        return readBroken(html);
    SourceDocument document;
    readMetadata(*page, document);
    std::vector<RawBlock> blocks = rawBlocks(*page);
    moveBlocks(blocks, document);
    return document;
}

} // namespace assay
