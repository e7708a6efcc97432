// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/article/rangemap.h"

#include <QHash>

#include <algorithm>

namespace assay {

/// The words of a unit, small, sorted.
static QStringList wordsOf(QStringView text, TextRange range)
{
    QStringList words;
    QString word;
    for (qint32 i = range.start; i <= range.end; ++i) {
        const QChar c = i < range.end ? text[i] : QChar(u' ');
        if (c.isLetterOrNumber()) {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    words.sort();
    return words;
}

/// Dice's coefficient of two sorted lists: twice what they share over what both have.
static double likeness(const QStringList& a, const QStringList& b)
{
    if (a.isEmpty() || b.isEmpty())
        return 0;
    QStringList shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(a.size() + b.size());
}

/// Half-open stretch of units.
using Stretch = std::pair<qsizetype, qsizetype>;

/// Pairs, in order, of units that are not the same but share most of their words. Of long stretches
/// only units near one another are compared, which keeps it linear.
static QList<Stretch> editedUnits(QStringView oldText, const QList<Unit>& oldUnits, Stretch from,
    QStringView newText, const QList<Unit>& newUnits, Stretch to)
{
    constexpr double alike = 0.6;
    constexpr qsizetype window = 8;
    QList<Stretch> pairs;
    if (from.first >= from.second || to.first >= to.second)
        return pairs;
    qsizetype next = to.first;
    for (qsizetype i = from.first; i < from.second && next < to.second; ++i) {
        const QStringList words = wordsOf(oldText, oldUnits[i].range);
        qsizetype best = -1;
        double score = alike;
        for (qsizetype k = next; k < std::min(to.second, next + window); ++k) {
            const double own = likeness(words, wordsOf(newText, newUnits[k].range));
            if (own >= score && words.size() > 2) {
                score = own + 1e-9;
                best = k;
            }
        }
        if (best < 0)
            continue;
        pairs.append({ i, best });
        next = best + 1;
    }
    return pairs;
}

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
    // In a lightly edited unit the ends meet and what lies between keeps its distance from the
    // start.
    const auto placed = [](const Pair& pair, qint32 offset) {
        return offset == pair.from.end
            ? pair.to.end
            : pair.to.start + std::min(offset - pair.from.start, pair.to.length());
    };
    const TextRange to{ placed(*first, range.start), placed(*last, range.end) };
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
    QList<std::pair<qsizetype, qsizetype>> same;
    for (qsizetype at = ends.isEmpty() ? -1 : ends.last(); at >= 0; at = steps[at].before)
        same.prepend({ steps[at].oldUnit, steps[at].newUnit });
    QList<Pair> pairs;
    const auto pair = [&](qsizetype from, qsizetype to) {
        pairs.append({ oldLayout.units[from].range, newLayout.units[to].range });
    };
    // Between two units that stayed, what changed is looked for: its neighbours and its place are
    // the context that tells it from a like sentence elsewhere.
    std::pair<qsizetype, qsizetype> last{ -1, -1 };
    same.append({ oldLayout.units.size(), newLayout.units.size() });
    for (const auto& [from, to] : std::as_const(same)) {
        for (const auto& [a, b] : editedUnits(oldText, oldLayout.units, { last.first + 1, from },
                 newText, newLayout.units, { last.second + 1, to }))
            pair(a, b);
        if (from < oldLayout.units.size())
            pair(from, to);
        last = { from, to };
    }
    return RangeMap(pairs);
}

UnitChanges compareUnits(const RangeMap& map, QStringView oldText, const QList<Unit>& oldUnits,
    QStringView newText, const QList<Unit>& newUnits)
{
    UnitChanges changes;
    for (const Unit& unit : oldUnits) {
        if (unit.kind == UnitKind::Furniture)
            continue;
        const std::optional<TextRange> now = map.forward(unit.range);
        if (!now)
            ++changes.vanished;
        else if (newText.sliced(now->start, now->length())
            == oldText.sliced(unit.range.start, unit.range.length()))
            ++changes.unchanged;
        else
            ++changes.edited;
    }
    changes.added = std::count_if(newUnits.begin(), newUnits.end(), [&](const Unit& unit) {
        return unit.kind != UnitKind::Furniture && !map.backward(unit.range);
    });
    return changes;
}

} // namespace assay
