// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/articlestate.h"

#include <algorithm>

namespace assay {

ArticleState::ArticleState(ArticleId id, const Revision& first)
    : m_id(id)
    , m_first(revisionKey(first.facts.revision))
    , m_revision(m_first)
    , m_facts(first.facts)
    , m_units(first.layout.units)
{
    m_revisions.insert(m_first, first);
}

void ArticleState::refreshFacts()
{
    m_facts = m_revisions[m_revision].facts;
    if (const QString title = m_meta.value(QStringLiteral("title")); !title.isEmpty())
        m_facts.title = title;
}

const Mark& ArticleState::mark(ReviewerId reviewer, qsizetype unit) const
{
    static const Mark nothing;
    const auto it = m_reviews.constFind(reviewer);
    return it == m_reviews.constEnd() || unit < 0 || unit >= it->marks.size() ? nothing
                                                                              : it->marks[unit];
}

QList<qsizetype> ArticleState::notedUnits(ReviewerId reviewer) const
{
    QList<qsizetype> noted;
    if (const auto it = m_reviews.constFind(reviewer); it != m_reviews.cend()) {
        for (qsizetype i = 0; i < it->marks.size(); ++i) {
            if (!it->marks[i].note.isEmpty())
                noted.append(i);
        }
    }
    return noted;
}

QList<Tag> ArticleState::tags(ReviewerId reviewer) const
{
    QList<Tag> tags(m_units.size(), Tag::Untagged);
    if (const auto it = m_reviews.constFind(reviewer); it != m_reviews.cend()) {
        for (qsizetype i = 0; i < it->marks.size(); ++i)
            tags[i] = it->marks[i].tag;
    }
    return tags;
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

std::optional<CellValue>* ArticleState::Said::field(Field field)
{
    switch (field) {
    case Field::Tag:
        return &tag;
    case Field::Unsure:
        return &unsure;
    case Field::Note:
        return &note;
    case Field::Source:
        return &source;
    default:
        return nullptr;
    }
}

std::pair<qsizetype, qsizetype> ArticleState::apply(const CellRow& row)
{
    const Cell& cell = row.cell;
    const std::pair nothing{ qsizetype(0), qsizetype(-1) };
    switch (cell.field) {
    case Field::Meta:
        m_meta[cell.other] = row.value ? row.value->text : QString();
        refreshFacts();
        return nothing;
    case Field::Revision: {
        const QByteArray hash
            = row.value ? QByteArray::fromHex(row.value->text.toLatin1()) : QByteArray();
        setRevision(hash.isEmpty() ? m_first : revisionKey(hash));
        return nothing;
    }
    case Field::Boundary: {
        auto& boundaries = m_repairs[cell.revision].boundaries;
        if (row.value)
            boundaries[cell.range.start] = row.value->number;
        else
            boundaries.erase(cell.range.start);
        m_stale = true;
        return nothing;
    }
    case Field::BlockKind: {
        auto& kinds = m_repairs[cell.revision].kinds;
        if (row.value)
            kinds[cell.range] = *row.value;
        else
            kinds.erase(cell.range);
        m_stale = true;
        return nothing;
    }
    default:
        break;
    }
    Review& mine = review(cell.reviewer);
    const bool isPresent = cell.revision == m_revision;
    std::optional<CellValue>* field
        = (isPresent ? mine.said : mine.elsewhere[cell.revision])[cell.range].field(cell.field);
    if (!field)
        return nothing;
    *field = row.value;
    std::optional<TextRange> range = cell.range;
    if (isPresent) {
        mine.longest = std::max(mine.longest, range->length());
    } else {
        carry(mine);
        range = inPresent(cell.revision, cell.range);
    }
    const qsizetype first = range ? unitAt(range->start) : -1;
    if (first < 0)
        return nothing;
    qsizetype last = first;
    while (last + 1 < m_units.size() && m_units[last + 1].range.start < range->end)
        ++last;
    refresh(mine, first, last);
    return { first, last };
}

/// Of all that was said of stretches that cover more than half of the unit, the latest counts,
/// field by field. Where nothing does, as after a join of halves, the largest part counts: a tag is
/// never lost.
Mark ArticleState::resolve(const Review& review, const Unit& unit) const
{
    const TextRange range = unit.range;
    struct Best {
        const CellValue* value = nullptr;
        qint32 overlap = 0;
    };
    Best tag;
    Best unsure;
    Best note;
    Best source;
    const auto consider
        = [&range](Best& best, const std::optional<CellValue>& other, qint32 overlap) {
              if (!other)
                  return;
              const bool covers = overlap * 2 > range.length();
              const bool bestCovers = best.overlap * 2 > range.length();
              const bool later = !best.value || best.value->stamp < other->stamp;
              if (covers && bestCovers ? later
                      : covers != bestCovers
                      ? covers
                      : overlap > best.overlap || (overlap == best.overlap && later))
                  best = { &*other, overlap };
          };
    for (const Sayings* sayings : { &review.said, &review.carried }) {
        auto it = sayings->lower_bound({ range.start - review.longest, 0 });
        for (; it != sayings->end() && it->first.start < range.end; ++it) {
            const qint32 overlap
                = std::min(range.end, it->first.end) - std::max(range.start, it->first.start);
            if (overlap <= 0)
                continue;
            consider(tag, it->second.tag, overlap);
            consider(unsure, it->second.unsure, overlap);
            consider(note, it->second.note, overlap);
            consider(source, it->second.source, overlap);
        }
    }
    return { tag.value ? static_cast<Tag>(tag.value->number) : Tag::Untagged,
        unsure.value && unsure.value->number, note.value ? note.value->text : QString(),
        source.value ? source.value->text : QString() };
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

Change changeOf(const ArticleState& article, qsizetype unit, EventKind kind)
{
    Change change;
    change.kind = kind;
    change.article = article.id();
    change.range = article.units()[unit].range;
    return change;
}

} // namespace assay
