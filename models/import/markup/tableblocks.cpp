// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/tableblocks.h"

#include "models/import/tablerow.h"

namespace assay {

using namespace Qt::StringLiterals;

bool isDataTable(const Page& page, int table)
{
    int rows = 0;
    int cells = 0;
    for (int i = table + 1; i < page[table].end; ++i) {
        const QByteArray& tag = page[i].tag;
        if (isOneOf(tag, { "table", "form", "h1", "article", "section" }))
            return false;
        rows += tag == "tr";
        if (tag != "td" && tag != "th")
            continue;
        ++cells;
        int paragraphs = 0;
        int length = 0;
        for (int k = i; k < page[i].end; ++k) {
            paragraphs += isOneOf(page[k].tag, { "p", "div", "ul", "br" });
            length += static_cast<int>(page[k].text.size());
        }
        if (paragraphs > 6 || length > 700)
            return false;
    }
    return rows >= 2 && cells >= rows * 2 && cells < 20'000;
}

/// Adds a row or caption as one block, unless it is empty.
static void addRow(const Page& page, const QStringList& cells, int node, BlockRole role,
    std::vector<RawBlock>& blocks)
{
    RawBlock raw;
    raw.block.text = rowText(cells);
    raw.block.role = role;
    raw.node = node;
    raw.length = static_cast<int>(raw.block.text.size());
    for (int k = node; k < page[node].end; ++k) {
        if (page[k].tag == "a" && page[k].has("href"))
            raw.linkLength += static_cast<int>(page.textOf(k).size());
    }
    if (raw.length > 0)
        blocks.push_back(std::move(raw));
}

void addTableBlocks(const Page& page, int table, std::vector<RawBlock>& blocks)
{
    for (int i = table + 1; i < page[table].end; ++i) {
        if (page[i].tag == "caption") {
            addRow(page, { page.textOf(i) }, i, BlockRole::Caption, blocks);
            i = page[i].end - 1;
        }
        if (page[i].tag != "tr")
            continue;
        QStringList cells;
        for (int k = i + 1; k < page[i].end; ++k) {
            if (page[k].tag != "td" && page[k].tag != "th")
                continue;
            cells.append(page.textOf(k));
            k = page[k].end - 1;
        }
        addRow(page, cells, i, BlockRole::TableRow, blocks);
    }
}

} // namespace assay
