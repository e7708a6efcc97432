// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/article/rangemap.h"

#include <QHash>

#include <algorithm>

namespace assay {

static bool byFrom(const RangeMap::Pair& a, const RangeMap::Pair& b)
{
    return a.from < b.from;
}

RangeMap::RangeMap(QList<Pair> pairs)
    : m_pairs(std::move(pairs))
{
    std::sort(m_pairs.begin(), m_pairs.end(), byFrom);
    for (const Pair& pair : std::as_const(m_pairs))
        m_reverse.append({ pair.to, pair.from });
    std::sort(m_reverse.begin(), m_reverse.end(), byFrom);
}

std::optional<TextRange> RangeMap::mapped(const QList<Pair>& pairs, TextRange range)
{
    // Two units that follow one another in both texts may be joined under one tag, and a tag may
    // sit on a part of a unit that was split: both ends are looked for on their own.
    const auto holding = [&](qint32 offset) {
        auto it = std::upper_bound(pairs.begin(), pairs.end(), offset,
            [](qint32 at, const Pair& pair) { return at < pair.from.start; });
        return it == pairs.begin() || (--it)->from.end < offset ? pairs.end() : it;
    };
    const auto first = holding(range.start);
    auto last = holding(range.end);
    if (first == pairs.end() || last == pairs.end() || last < first)
        return {};
    if (last->from.start == range.end && last != first)
        --last; // the range ends where the next unit starts
    for (auto it = first; it != last; ++it) {
        if ((it + 1)->to.start < it->to.end)
            return {};
    }
    const TextRange to{ first->to.start + range.start - first->from.start,
        last->to.start + range.end - last->from.start };
    return to.end >= to.start ? std::optional(to) : std::nullopt;
}

RangeMap RangeMap::between(
    QStringView oldText, const Layout& oldLayout, QStringView newText, const Layout& newLayout)
{
    const auto words = [](QStringView text, const Unit& unit) {
        return text.sliced(unit.range.start, unit.range.length());
    };
    // Hunt and Szymanski (1977): candidates of each old unit from the last to the first, then the
    // longest increasing sequence of their places. Near linear where few sentences repeat.
    QMultiHash<QStringView, qsizetype> places;
    for (qsizetype i = 0; i < newLayout.units.size(); ++i)
        places.insert(words(newText, newLayout.units[i]), i);
    struct Step {
        qsizetype before; ///< index into steps, or -1
        qsizetype oldUnit;
        qsizetype newUnit;
    };
    QList<Step> steps;
    QList<qsizetype> ends; ///< step at which the best sequence of each length ends
    for (qsizetype i = 0; i < oldLayout.units.size(); ++i) {
        QList<qsizetype> at = places.values(words(oldText, oldLayout.units[i]));
        constexpr qsizetype mostRepeats = 64; // of one sentence: beyond, only the first ones count
        std::sort(at.begin(), at.end());
        at.resize(std::min(at.size(), mostRepeats));
        for (auto place = at.rbegin(); place != at.rend(); ++place) {
            const auto slot = std::lower_bound(ends.begin(), ends.end(), *place,
                [&](qsizetype end, qsizetype value) { return steps[end].newUnit < value; });
            steps.append({ slot == ends.begin() ? -1 : *(slot - 1), i, *place });
            if (slot == ends.end())
                ends.append(steps.size() - 1);
            else
                *slot = steps.size() - 1;
        }
    }
    QList<Pair> pairs;
    for (qsizetype at = ends.isEmpty() ? -1 : ends.last(); at >= 0; at = steps[at].before)
        pairs.append(
            { oldLayout.units[steps[at].oldUnit].range, newLayout.units[steps[at].newUnit].range });
    return RangeMap(pairs);
}

} // namespace assay
