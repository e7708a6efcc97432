// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/xycut.h"

#include <algorithm>

namespace assay {

namespace {

/// The usual room between a line and the next, from each word to the one below it. A page set in
/// double spacing has as much of it as another has between paragraphs. 0 where lines touch, and on
/// pages of few words in each line, like a slide's, whose lines are blocks of their own.
double usualLeading(QList<PageWord> words, double height)
{
    constexpr qsizetype reach = 200; // words further on, some lines of a wide page
    constexpr qsizetype fewWords = 5; // in a line
    constexpr double mostRoom = 1.8; // line heights; double spacing has 1.6 at most
    std::sort(words.begin(), words.end(),
        [](const PageWord& a, const PageWord& b) { return a.box.top() < b.box.top(); });
    QList<double> rooms;
    qsizetype lines = 0;
    double reached = -1e9;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QRectF& box = words[i].box;
        if (box.top() > reached + 0.5 * height) {
            ++lines;
            reached = box.top();
        }
        const qsizetype end = std::min(words.size(), i + reach);
        for (qsizetype j = i + 1; j < end; ++j) {
            const QRectF& below = words[j].box;
            if (below.top() > box.bottom() + 3 * height)
                break; // nothing near
            if (below.top() < box.center().y() || below.left() > box.right()
                || below.right() < box.left())
                continue;
            rooms.append(std::max(0.0, below.top() - box.bottom()));
            break;
        }
    }
    if (rooms.isEmpty())
        return 0;
    std::nth_element(rooms.begin(), rooms.begin() + rooms.size() / 2, rooms.end());
    const double room = rooms[rooms.size() / 2];
    return words.size() >= fewWords * lines && room < mostRoom * height ? room : 0;
}

/// An empty strip between words.
struct Gap {
    double width = 0;
    double middle = 0;
};

class Cutter {
public:
    /// Rows are cut where there is clearly more room than `leading`, as usualLeading() gives it.
    Cutter(int page, int region, double height, double leading)
        : m_page(page)
        , m_region(region)
        , m_height(height)
        , m_rowGap(std::max(0.9 * height, 1.5 * leading))
    {
    }

    void cut(const QList<PageWord>& words, int depth)
    {
        const Gap across = widest(words, false);
        const Gap down = widest(words, true);
        const bool columns = down.width >= 0.9 * m_height && depth < 40 && areColumns(words, down);
        const bool rows = across.width >= m_rowGap && depth < 40;
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

    /// Both sides hold lines of their own, more than one; a table's cells stand side by side in
    /// every line and hold a few words each.
    bool areColumns(const QList<PageWord>& words, const Gap& gap)
    {
        QList<PageWord> sides[2];
        for (const PageWord& word : words)
            sides[word.box.center().x() > gap.middle].append(word);
        const QList<double> left = baselines(sides[0]);
        const QList<double> right = baselines(sides[1]);
        if (baselines(words).size() < 2)
            return false;
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
    double m_rowGap;
};

} // namespace

QList<PageLine> cutIntoLines(const QList<PageWord>& words, int page, int firstRegion)
{
    const double height = middleHeight(words);
    Cutter cutter(page, firstRegion, height, usualLeading(words, height));
    cutter.cut(words, 0);
    return cutter.lines;
}

} // namespace assay
