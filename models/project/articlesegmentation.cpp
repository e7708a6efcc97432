// SPDX-License-Identifier: GPL-3.0-or-later
// How the present text falls into units: as it came in, and with what was repaired by hand.
#include "models/project/articlestate.h"

#include <algorithm>

namespace assay {

/// Repairs made in this revision, and those that others carry here.
ArticleState::Repairs ArticleState::presentRepairs() const
{
    Repairs all = m_repairs.value(m_revision);
    for (auto it = m_repairs.cbegin(); it != m_repairs.cend(); ++it) {
        if (it.key() == m_revision)
            continue;
        for (const auto& [start, end] : it->boundaries) {
            if (const auto at = inPresent(it.key(), { end < 0 ? start : end, start }))
                all.boundaries.try_emplace(at->end, end < 0 ? -1 : at->start);
        }
        for (const auto& [range, kind] : it->kinds) {
            if (const auto at = inPresent(it.key(), range))
                all.kinds.try_emplace(*at, kind);
        }
    }
    return all;
}

void ArticleState::settle()
{
    m_stale = false;
    const Repairs repairs = presentRepairs();
    m_units.clear();
    for (Unit unit : m_revisions[m_revision].layout.units) {
        const auto joined = repairs.boundaries.find(unit.range.start);
        if (joined != repairs.boundaries.end() && joined->second < 0 && !m_units.isEmpty()) {
            // A join leaves one unit of the kind of the first.
            unit.kind = m_units.back().kind;
            unit.level = m_units.back().level;
            unit.block = m_units.back().block;
            unit.form = m_units.back().form;
            unit.range.start = m_units.takeLast().range.start;
        }
        for (auto it = repairs.boundaries.upper_bound(unit.range.start);
            it != repairs.boundaries.end() && it->first < unit.range.end; ++it) {
            if (it->second <= unit.range.start || it->second > it->first)
                continue;
            Unit left = unit;
            left.range.end = it->second;
            m_units.append(left);
            unit.range.start = it->first;
            if (unit.kind == UnitKind::ListItem)
                unit.kind = UnitKind::Sentence;
        }
        m_units.append(unit);
    }
    applyKinds(repairs);
    for (Review& review : m_reviews) {
        review.composition = {};
        review.marks.assign(m_units.size(), {});
        for (const Unit& unit : m_units)
            review.composition.count(unit.kind, Tag::Untagged, false, 1);
        refresh(review, 0, m_units.size() - 1);
    }
}

/// The latest kind that was given to more than half of a unit is its kind.
void ArticleState::applyKinds(const Repairs& repairs)
{
    QHash<qsizetype, Stamp> given;
    for (const auto& [range, kind] : repairs.kinds) {
        for (qsizetype i = std::max<qsizetype>(0, unitAt(range.start));
            i < m_units.size() && m_units[i].range.start < range.end; ++i) {
            Unit& unit = m_units[i];
            const qint32 overlap
                = std::min(range.end, unit.range.end) - std::max(range.start, unit.range.start);
            if (overlap * 2 <= unit.range.length()
                || (given.contains(i) && kind.stamp < given.value(i)))
                continue;
            given[i] = kind.stamp;
            unit.kind = static_cast<UnitKind>(kind.number);
            if (unit.kind != UnitKind::Heading)
                unit.level = 0;
        }
    }
}

UnitKind ArticleState::foundKind(TextRange range) const
{
    const QList<Unit>& found = m_revisions[m_revision].layout.units;
    const auto at = std::lower_bound(found.begin(), found.end(), range,
        [](const Unit& unit, const TextRange& wanted) { return unit.range < wanted; });
    return at != found.end() && at->range == range ? at->kind : UnitKind::Sentence;
}

} // namespace assay
