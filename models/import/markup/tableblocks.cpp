// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/tableblocks.h"

#include "models/import/tablerow.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// What the cells of a table's column hold.
struct Column {
    int cells = 0;
    int pictures = 0; ///< cells with a picture and no words
};

} // namespace

bool isDataTable(const Page& page, int table)
{
    // Letters and pages that mean a table to place things say so.
    const QString role = page[table].attribute("role").toLower();
    if (role == "presentation"_L1 || role == "none"_L1)
        return false;
    int rows = 0;
    int cells = 0;
    qint64 places = 0;
    std::size_t column = 0;
    std::vector<Column> columns;
    for (int i = table + 1; i < page[table].end; ++i) {
        const QByteArray& tag = page[i].tag;
        if (isOneOf(tag, { "table", "form", "h1", "article", "section" }))
            return false;
        if (tag == "tr") {
            ++rows;
            column = 0;
        }
        if (tag != "td" && tag != "th")
            continue;
        // A cell over several columns or rows stands for as many; some say 100 for "all".
        constexpr int most = 20;
        const auto span = [&](QByteArrayView name) {
            return std::clamp(page[i].attribute(name).toInt(), 1, most);
        };
        ++cells;
        places += span("colspan") * span("rowspan");
        int paragraphs = 0;
        int length = 0;
        int sentences = 0; // paragraphs that are long enough for one
        int own = -1; // letters of the paragraph so far
        bool picture = false;
        for (int k = i; k < page[i].end; ++k) {
            const Node& node = page[k];
            if (tag == "td" && isHeadingTag(node.tag))
                return false;
            if (node.tag == "p")
                own = 0;
            const int letters = static_cast<int>(node.text.size());
            sentences += own >= 0 && own < 40 && own + letters >= 40;
            own += own >= 0 ? letters : 0;
            picture = picture || node.tag == "img";
            paragraphs += isOneOf(node.tag, { "p", "div", "ul", "br" });
            length += letters;
        }
        if (paragraphs > 6 || length > 700 || sentences > 1)
            return false;
        if (column == columns.size())
            columns.emplace_back();
        ++columns[column].cells;
        columns[column].pictures += picture && page.textOf(i).isEmpty();
        ++column;
    }
    if (std::any_of(columns.begin(), columns.end(),
            [](const Column& each) { return each.cells >= 2 && each.pictures == each.cells; }))
        return false;
    return rows >= 2 && places >= rows * 2 && cells < 20'000;
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

/// A row's node and the words of its cells.
struct Row {
    int node = -1;
    QStringList cells;
};

/// Leaves out the columns with no words in any row, which only keep others apart.
static void dropEmptyColumns(std::vector<Row>& rows)
{
    const bool even = std::all_of(rows.begin(), rows.end(),
        [&rows](const Row& row) { return row.cells.size() == rows.front().cells.size(); });
    for (qsizetype i = even && !rows.empty() ? rows.front().cells.size() : 0; i > 0; --i) {
        if (std::all_of(rows.begin(), rows.end(),
                [i](const Row& row) { return row.cells[i - 1].isEmpty(); })) {
            for (Row& row : rows)
                row.cells.removeAt(i - 1);
        }
    }
}

void addTableBlocks(const Page& page, int table, std::vector<RawBlock>& blocks)
{
    std::vector<Row> rows;
    for (int i = table + 1; i < page[table].end; ++i) {
        if (page[i].tag == "caption") {
            addRow(page, { page.textOf(i) }, i, BlockRole::Caption, blocks);
            i = page[i].end - 1;
        }
        if (page[i].tag != "tr")
            continue;
        Row row{ i, {} };
        for (int k = i + 1; k < page[i].end; ++k) {
            if (page[k].tag != "td" && page[k].tag != "th")
                continue;
            row.cells.append(page.textOf(k));
            k = page[k].end - 1;
        }
        rows.push_back(std::move(row));
    }
    dropEmptyColumns(rows);
    for (const Row& row : rows)
        addRow(page, row.cells, row.node, BlockRole::TableRow, blocks);
}

} // namespace assay
