// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/articlestate.h"

#include <algorithm>

namespace assay {

ArticleState::ArticleState(ArticleId id, ArticleFacts facts, Layout imported)
    : m_id(id)
    , m_facts(std::move(facts))
    , m_imported(std::move(imported))
    , m_units(m_imported.units)
{
}

const Mark& ArticleState::mark(ReviewerId reviewer, qsizetype unit) const
{
    static const Mark nothing;
    const auto it = m_reviews.constFind(reviewer);
    return it == m_reviews.constEnd() || unit < 0 || unit >= it->marks.size() ? nothing
                                                                              : it->marks[unit];
}

Composition ArticleState::composition(ReviewerId reviewer) const
{
    if (const auto it = m_reviews.constFind(reviewer); it != m_reviews.constEnd())
        return it->composition;
    Composition untouched;
    for (const Unit& unit : m_units)
        untouched.count(unit.kind, Tag::Untagged, false, 1);
    return untouched;
}

QList<ReviewerId> ArticleState::reviewers() const
{
    QList<ReviewerId> said;
    for (auto it = m_reviews.cbegin(); it != m_reviews.cend(); ++it) {
        if (std::any_of(it->marks.begin(), it->marks.end(),
                [](const Mark& mark) { return !mark.isEmpty(); }))
            said.append(it.key());
    }
    std::sort(said.begin(), said.end());
    return said;
}

qsizetype ArticleState::unitAt(qint32 offset) const
{
    const auto it = std::upper_bound(m_units.begin(), m_units.end(), offset,
        [](qint32 at, const Unit& unit) { return at < unit.range.end; });
    return it == m_units.end() ? m_units.size() - 1 : it - m_units.begin();
}

qsizetype ArticleState::unitWith(TextRange range) const
{
    const qsizetype at = unitAt(range.start);
    return at >= 0 && m_units[at].range == range ? at : -1;
}

ArticleState::Review& ArticleState::review(ReviewerId reviewer)
{
    auto it = m_reviews.find(reviewer);
    if (it == m_reviews.end()) {
        it = m_reviews.insert(reviewer, {});
        it->marks.resize(m_units.size());
        for (const Unit& unit : m_units)
            it->composition.count(unit.kind, Tag::Untagged, false, 1);
    }
    return *it;
}

std::pair<qsizetype, qsizetype> ArticleState::apply(const CellRow& row)
{
    const TextRange range = row.cell.range;
    if (row.cell.field == Field::Boundary) {
        if (row.value)
            m_boundaries[range.start] = row.value->number;
        else
            m_boundaries.erase(range.start);
        rebuildUnits();
        return { 0, m_units.size() - 1 };
    }
    Review& mine = review(row.cell.reviewer);
    Said& said = mine.said[range];
    mine.longest = std::max(mine.longest, range.length());
    switch (row.cell.field) {
    case Field::Tag:
        said.tag = row.value;
        break;
    case Field::Unsure:
        said.unsure = row.value;
        break;
    case Field::Note:
        said.note = row.value;
        break;
    case Field::Source:
        said.source = row.value;
        break;
    default:
        return { 0, -1 };
    }
    qsizetype first = unitAt(range.start);
    qsizetype last = first;
    while (last + 1 < m_units.size() && m_units[last + 1].range.start < range.end)
        ++last;
    if (first < 0)
        return { 0, -1 };
    refresh(mine, first, last);
    return { first, last };
}

/// Of all that was said of stretches that cover more than half of the unit, the latest counts,
/// field by field.
Mark ArticleState::resolve(const Review& review, const Unit& unit) const
{
    const TextRange range = unit.range;
    const CellValue* tag = nullptr;
    const CellValue* unsure = nullptr;
    const CellValue* note = nullptr;
    const CellValue* source = nullptr;
    const auto later = [](const CellValue*& have, const std::optional<CellValue>& other) {
        if (other && (!have || have->stamp < other->stamp))
            have = &*other;
    };
    auto it = review.said.lower_bound({ range.start - review.longest, 0 });
    for (; it != review.said.end() && it->first.start < range.end; ++it) {
        const qint32 overlap
            = std::min(range.end, it->first.end) - std::max(range.start, it->first.start);
        if (overlap * 2 <= range.length())
            continue;
        later(tag, it->second.tag);
        later(unsure, it->second.unsure);
        later(note, it->second.note);
        later(source, it->second.source);
    }
    return { tag ? static_cast<Tag>(tag->number) : Tag::Untagged, unsure && unsure->number,
        note ? note->text : QString(), source ? source->text : QString() };
}

void ArticleState::refresh(Review& review, qsizetype first, qsizetype last)
{
    for (qsizetype i = first; i <= last; ++i) {
        const Unit& unit = m_units[i];
        Mark& mark = review.marks[i];
        review.composition.count(unit.kind, mark.tag, mark.unsure, -1);
        mark = resolve(review, unit);
        review.composition.count(unit.kind, mark.tag, mark.unsure, 1);
    }
}

void ArticleState::rebuildUnits()
{
    m_units.clear();
    for (Unit unit : m_imported.units) {
        const auto joined = m_boundaries.find(unit.range.start);
        if (joined != m_boundaries.end() && joined->second < 0 && !m_units.isEmpty()) {
            // A join leaves one unit of the kind of the first.
            unit.kind = m_units.back().kind;
            unit.level = m_units.back().level;
            unit.block = m_units.back().block;
            unit.range.start = m_units.takeLast().range.start;
        }
        for (auto it = m_boundaries.upper_bound(unit.range.start);
            it != m_boundaries.end() && it->first < unit.range.end; ++it) {
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
    for (Review& review : m_reviews) {
        review.composition = {};
        review.marks.assign(m_units.size(), {});
        for (const Unit& unit : m_units)
            review.composition.count(unit.kind, Tag::Untagged, false, 1);
        refresh(review, 0, m_units.size() - 1);
    }
}

} // namespace assay
