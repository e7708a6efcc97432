// SPDX-License-Identifier: GPL-3.0-or-later
// From blocks to the units of an article, and to its title.
#include "models/text/blocks.h"
#include "models/text/sentences.h"

namespace assay {

/// No sentence of a table row but its first goes on in the next cell: the row's head stays with
/// what is said of it: "Ibuprofen | Take it with food. | Never with aspirin."
static QList<TextRange> cutAtCells(QStringView text, const QList<TextRange>& sentences)
{
    QList<TextRange> cut;
    for (TextRange range : sentences) {
        const auto bar
            = [&] { return text.sliced(range.start, range.length()).indexOf(QStringView(u" | ")); };
        for (qsizetype at = cut.isEmpty() ? -1 : bar(); at > 0; at = bar()) {
            const auto past = static_cast<qint32>(range.start + at + 2);
            cut.append({ range.start, past });
            range.start = past + 1;
        }
        cut.append(range);
    }
    return cut;
}

Layout layoutOf(QStringView text, const QList<Block>& blocks, const Language& language)
{
    Layout layout;
    layout.units.reserve(text.size() / 100 + blocks.size());
    SentenceCutter cutter(text, language);
    QList<TextRange> ranges;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        const auto number = static_cast<qint32>(i);
        if (block.kind == UnitKind::Heading) {
            layout.units.append({ block.range, block.kind, block.level, number });
            continue;
        }
        ranges.resize(0);
        cutter.cut(block.range, ranges);
        if (block.form == BlockForm::TableRow && ranges.size() > 1)
            ranges = cutAtCells(text, ranges);
        for (qsizetype k = 0; k < ranges.size(); ++k) {
            const bool later = block.kind == UnitKind::ListItem && k > 0;
            layout.units.append(
                { ranges[k], later ? UnitKind::Sentence : block.kind, 0, number, block.form });
        }
    }
    return layout;
}

QString titleOf(QStringView text, const QList<Block>& blocks)
{
    for (const Block& block : blocks) {
        if (block.kind == UnitKind::Furniture)
            continue;
        const QString line
            = text.sliced(block.range.start, block.range.length()).toString().simplified();
        if (block.kind == UnitKind::Heading || line.size() <= 80)
            return line;
        const qsizetype cut = line.lastIndexOf(u' ', 72);
        return line.first(cut > 20 ? cut : 72) + u'\u2026';
    }
    return {};
}

} // namespace assay
