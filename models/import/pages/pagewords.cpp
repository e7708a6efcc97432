// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/pagewords.h"

#include <algorithm>

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

namespace {

/// An empty strip between words.
struct Gap {
    double width = 0;
    double middle = 0;
};

class Cutter {
public:
    Cutter(int page, int region, double height)
        : m_page(page)
        , m_region(region)
        , m_height(height)
    {
    }

    void cut(const QList<PageWord>& words, int depth)
    {
        const Gap across = widest(words, false);
        const Gap down = widest(words, true);
        const bool columns = down.width >= 0.9 * m_height && depth < 40 && areColumns(words, down);
        const bool rows = across.width >= 0.9 * m_height && depth < 40;
        if (columns && (!rows || down.width * 1.5 >= across.width || spansGap(words, across, down)))
            split(words, down, true, depth);
        else if (rows)
            split(words, across, false, depth);
        else
            emitLines(words);
    }

    QList<PageLine> lines;

private:
    /// The widest strip that no word reaches into: an upright one when `down`.
    static Gap widest(const QList<PageWord>& words, bool down)
    {
        QList<std::pair<double, double>> spans;
        spans.reserve(words.size());
        for (const PageWord& word : words)
            spans.append(down ? std::pair(word.box.left(), word.box.right())
                              : std::pair(word.box.top(), word.box.bottom()));
        std::sort(spans.begin(), spans.end());
        Gap gap;
        double reached = spans.isEmpty() ? 0 : spans.front().second;
        for (const auto& [from, to] : spans) {
            if (from - reached > gap.width)
                gap = { from - reached, (from + reached) / 2 };
            reached = std::max(reached, to);
        }
        return gap;
    }

    /// Both sides hold lines of their own; a table's cells stand side by side in every line and
    /// hold a few words each.
    bool areColumns(const QList<PageWord>& words, const Gap& gap)
    {
        QList<PageWord> sides[2];
        for (const PageWord& word : words)
            sides[word.box.center().x() > gap.middle].append(word);
        const QList<double> left = baselines(sides[0]);
        const QList<double> right = baselines(sides[1]);
        if (left.size() < 2 || right.size() < 2)
            return gap.width > 4 * m_height;
        qsizetype shared = 0;
        for (const double y : left)
            shared += std::any_of(right.begin(), right.end(),
                [&](double other) { return std::abs(other - y) < 0.3 * m_height; });
        const double perLine
            = std::min(static_cast<double>(sides[0].size()) / static_cast<double>(left.size()),
                static_cast<double>(sides[1].size()) / static_cast<double>(right.size()));
        const bool table = shared * 10 >= std::min(left.size(), right.size()) * 8 && perLine < 3;
        return !table;
    }

    /// Whether the wide gap between two rows is only a hole in one column.
    bool spansGap(const QList<PageWord>& words, const Gap& across, const Gap& down) const
    {
        bool above = false;
        bool below = false;
        for (const PageWord& word : words) {
            const bool crosses = word.box.left() < down.middle && word.box.right() > down.middle;
            if (crosses)
                (word.box.center().y() < across.middle ? above : below) = true;
        }
        return !above && !below && across.width < 3 * m_height;
    }

    QList<double> baselines(const QList<PageWord>& words) const
    {
        QList<double> all;
        for (const PageWord& word : words)
            all.append(word.box.bottom());
        std::sort(all.begin(), all.end());
        QList<double> found;
        for (const double y : all) {
            if (found.isEmpty() || y - found.last() > 0.5 * m_height)
                found.append(y);
        }
        return found;
    }

    void split(const QList<PageWord>& words, const Gap& gap, bool down, int depth)
    {
        QList<PageWord> first;
        QList<PageWord> second;
        for (const PageWord& word : words) {
            const double middle = down ? word.box.center().x() : word.box.center().y();
            (middle < gap.middle ? first : second).append(word);
        }
        if (first.isEmpty() || second.isEmpty()) {
            emitLines(words);
            return;
        }
        cut(first, depth + 1);
        cut(second, depth + 1);
    }

    void emitLines(QList<PageWord> words)
    {
        std::sort(words.begin(), words.end(), [](const PageWord& a, const PageWord& b) {
            return a.box.center().y() < b.box.center().y();
        });
        ++m_region;
        for (qsizetype i = 0; i < words.size();) {
            qsizetype end = i + 1;
            double bottom = words[i].box.bottom();
            while (end < words.size() && words[end].box.center().y() < bottom - 0.15 * m_height) {
                bottom
                    = std::max(bottom, std::min(words[end].box.bottom(), bottom + 0.3 * m_height));
                ++end;
            }
            emitLine(words.sliced(i, end - i));
            i = end;
        }
    }

    void emitLine(QList<PageWord> words)
    {
        std::sort(words.begin(), words.end(),
            [](const PageWord& a, const PageWord& b) { return a.box.left() < b.box.left(); });
        PageLine line;
        line.page = m_page;
        line.region = m_region;
        int cells = 1;
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (i > 0) {
                const double gap = words[i].box.left() - words[i - 1].box.right();
                const bool cell = gap > 1.2 * m_height;
                cells += cell;
                if (cell && gap > 2 * m_height)
                    line.text += QStringLiteral(" | ");
                else if (words[i - 1].spaceAfter || gap > 0.15 * m_height)
                    line.text += QLatin1Char(' ');
            }
            line.text += words[i].text;
            line.box = line.box.united(words[i].box);
        }
        line.words = words;
        line.isRow = cells >= 2 && line.text.contains(QStringLiteral(" | "));
        lines.append(line);
    }

    int m_page;
    int m_region;
    double m_height;
};

} // namespace

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

QList<PageLine> linesInOrder(const QList<PageWord>& words, double width, int page, int firstRegion)
{
    constexpr double margin = 0.1; // of the page's width
    QList<PageLine> lines;
    for (const Run run : { Run::Across, Run::Up, Run::Down }) {
        QList<PageWord> running;
        for (const PageWord& word : words) {
            if (word.run == run)
                running.append({ turned(word.box, run), word.text, word.spaceAfter, run });
        }
        if (running.isEmpty())
            continue;
        const bool hasOthers = !lines.isEmpty();
        Cutter cutter(
            page, lines.isEmpty() ? firstRegion : lines.last().region, middleHeight(running));
        cutter.cut(running, 0);
        for (PageLine& line : cutter.lines) {
            for (PageWord& word : line.words)
                word.box = turnedBack(word.box, run);
            const double x = line.words.isEmpty() ? 0 : line.words.constFirst().box.center().x();
            line.aside = run != Run::Across && hasOthers
                && (x < margin * width || x > (1 - margin) * width);
            lines.append(std::move(line));
        }
    }
    return lines;
}

} // namespace assay
