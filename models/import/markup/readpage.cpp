// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/readpage.h"

#include "models/import/markup/htmlpieces.h"
#include "models/import/markup/maintext.h"
#include "models/import/markup/metadata.h"

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
    for (std::size_t i = 0; i < blocks.size() && headline < 0; ++i) {
        // A headline that is no heading element: the words of the title on their own.
        if (blocks[i].linkLength == 0 && document.title.size() > 5
            && essence(blocks[i].block.text) == essence(document.title))
            headline = blocks[i].node;
    }
    markFurniture(*page, blocks, headline, bodyInData(*page));
    moveBlocks(blocks, document);
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
