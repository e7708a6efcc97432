// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/pagewords.h"

#include "models/import/pages/slantedwords.h"
#include "models/import/pages/xycut.h"

#include <algorithm>
#include <utility>

namespace assay {

double middleHeight(const QList<PageWord>& words)
{
    if (words.isEmpty())
        return 10;
    QList<double> heights;
    for (const PageWord& word : words)
        heights.append(word.box.height());
    std::nth_element(heights.begin(), heights.begin() + heights.size() / 2, heights.end());
    return std::max(1.0, heights[heights.size() / 2]);
}

/// Turns a box so that words which run up, or down, run across from left to right.
static QRectF turned(const QRectF& box, Run run)
{
    if (run == Run::Up)
        return { -box.bottom(), box.left(), box.height(), box.width() };
    if (run == Run::Down)
        return { box.top(), -box.right(), box.height(), box.width() };
    return box;
}

static QRectF turnedBack(const QRectF& box, Run run)
{
    if (run == Run::Up)
        return { box.top(), -box.right(), box.height(), box.width() };
    if (run == Run::Down)
        return { -box.bottom(), box.left(), box.height(), box.width() };
    return box;
}

/// Sets turned lines aside that stand alone in the page's margin, like a preprint's stamp: one or
/// two with nothing turned beside them. More are a table, say, that was turned to fit.
static void setAside(QList<PageLine>& lines, double width)
{
    constexpr double margin = 0.1; // of the page's width
    constexpr double beside = 4; // line heights
    constexpr int mostLines = 2;
    if (lines.size() > 200)
        return; // no stamp among so many, and slow to compare
    for (PageLine& line : lines) {
        const double x = line.words.constFirst().box.center().x();
        if (x >= margin * width && x <= (1 - margin) * width)
            continue;
        // The lines are turned back to be read; those beside them are above and below.
        QRectF block = line.box;
        int count = 0;
        for (int before = -1; count != before;) {
            before = std::exchange(count, 0);
            const double room = beside * line.box.height();
            const QRectF near = block.adjusted(0, -room, 0, room);
            for (const PageLine& other : std::as_const(lines)) {
                if (!near.intersects(other.box))
                    continue;
                block |= other.box;
                ++count;
            }
        }
        line.aside = count <= mostLines;
    }
}

QList<PageLine> linesInOrder(const QList<PageWord>& words, double width, int page, int firstRegion)
{
    QList<PageWord> level = words;
    const QList<PageLine> slanted = takeSlantedWords(level, page);
    QList<PageLine> lines;
    for (const Run run : { Run::Across, Run::Up, Run::Down }) {
        QList<PageWord> running;
        for (const PageWord& word : std::as_const(level)) {
            if (word.run == run)
                running.append({ turned(word.box, run), word.text, word.spaceAfter, run });
        }
        if (running.isEmpty())
            continue;
        const bool hasOthers = !lines.isEmpty();
        QList<PageLine> cut
            = cutIntoLines(running, page, lines.isEmpty() ? firstRegion : lines.last().region);
        for (PageLine& line : cut) {
            for (PageWord& word : line.words)
                word.box = turnedBack(word.box, run);
        }
        if (run != Run::Across && hasOthers)
            setAside(cut, width);
        lines += cut;
    }
    for (PageLine line : slanted) {
        line.region = (lines.isEmpty() ? firstRegion : lines.last().region) + 1;
        lines.append(line);
    }
    return lines;
}

} // namespace assay
