// SPDX-License-Identifier: GPL-3.0-or-later
// What reviewers said of matches by hand, from the log's links and refusals.
#include "models/compare/comparer.h"

#include <algorithm>
#include <map>

namespace assay {

namespace {

/// A link or refusal between two units that are there now.
struct Said {
    quint32 a = 0;
    quint32 b = 0;
    std::optional<Relation> relation; ///< nothing: refused
    bool mine = false;
    Stamp stamp;
};

/// The unit an end of a link stands for in the article's present text, or -1.
qsizetype unitOf(const ArticleState& article, TextRange range, RevisionKey revision)
{
    if (revision != 0 && revision != article.revision())
        return -1; // said of another save
    return article.unitWith(range);
}

QList<Said> saidOf(const ProjectState& state, ArticleId a, ArticleId b, ReviewerId reviewer)
{
    QList<Said> all;
    const ArticleState* articleA = state.article(a);
    const ArticleState* articleB = state.article(b);
    for (const CellRow& row : articleA&& articleB ? state.links() : QList<CellRow>()) {
        const bool link = row.cell.field == Field::Link;
        const std::optional<Relation> relation
            = link ? relationFromName(row.value->text) : std::nullopt;
        if (link ? !relation : row.value->number == 0)
            continue; // taken back, or a relation of a newer program
        const Target other = targetFromText(row.cell.other);
        const auto take = [&](bool straight) {
            const qsizetype from
                = unitOf(straight ? *articleA : *articleB, row.cell.range, row.cell.revision);
            const qsizetype to
                = unitOf(straight ? *articleB : *articleA, other.range, other.revision);
            if (from < 0 || to < 0)
                return;
            all.append({ static_cast<quint32>(straight ? from : to),
                static_cast<quint32>(straight ? to : from), relation, row.cell.reviewer == reviewer,
                row.value->stamp });
        };
        if (row.cell.article == a && other.article == b)
            take(true);
        if (row.cell.article == b && other.article == a)
            take(false);
    }
    // Oldest first, one's own last: the last one said of a pair counts.
    std::ranges::stable_sort(all,
        [](const Said& x, const Said& y) { return x.mine != y.mine ? y.mine : x.stamp < y.stamp; });
    return all;
}

/// The cell in which this reviewer already said something of the two ends, either way round.
std::optional<Cell> knownCell(const ProjectState& state, ReviewerId reviewer, Field field,
    const Target& from, const Target& to)
{
    for (const CellRow& row : state.links()) {
        if (row.cell.field != field || row.cell.reviewer != reviewer)
            continue;
        const Target other = targetFromText(row.cell.other);
        const auto same = [](ArticleId article, TextRange range, const Target& target) {
            return article == target.article && range == target.range;
        };
        if ((same(row.cell.article, row.cell.range, from) && same(other.article, other.range, to))
            || (same(row.cell.article, row.cell.range, to)
                && same(other.article, other.range, from)))
            return row.cell;
    }
    return {};
}

Change changeBetween(const ProjectState& state, ReviewerId reviewer, Field field,
    const Target& from, const Target& to)
{
    Change change;
    change.kind = field == Field::Link ? EventKind::Link : EventKind::Refuse;
    change.article = from.article;
    change.range = from.range;
    change.other = to;
    if (const std::optional<Cell> cell = knownCell(state, reviewer, field, from, to)) {
        change.article = cell->article;
        change.range = cell->range;
        change.other = targetFromText(cell->other);
    } else if (const ArticleState* other = state.article(to.article)) {
        change.other.revision = other->revision();
    }
    return change;
}

} // namespace

Comparison withHandLinks(
    const ComparedArticles& compared, const ProjectState& state, ReviewerId reviewer)
{
    Comparison found = compared.comparison;
    const ArticleState* a = state.article(compared.a);
    const ArticleState* b = state.article(compared.b);
    if (!a || !b || a->units() != compared.unitsA || b->units() != compared.unitsB)
        return found; // sentences were split or joined: another comparison is on its way
    const QList<Said> all = saidOf(state, compared.a, compared.b, reviewer);
    if (all.isEmpty())
        return found;
    std::map<std::pair<quint32, quint32>, std::optional<Relation>> last; // of each pair
    for (const Said& said : all)
        last.insert_or_assign({ said.a, said.b }, said.relation);
    std::erase_if(found.matches, [&](const Match& match) {
        return std::ranges::any_of(match.a, [&](quint32 one) {
            return std::ranges::any_of(
                match.b, [&](quint32 two) { return last.contains({ one, two }); });
        });
    });
    for (const auto& [units, relation] : last) {
        if (relation)
            found.matches.push_back({ { units.first }, { units.second }, *relation, 1, true });
    }
    std::ranges::sort(found.matches,
        [](const Match& x, const Match& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    fillUnmatched(found, *compared.preparedA, *compared.preparedB);
    return found;
}

std::shared_ptr<const Comparison> sharedWithHandLinks(
    const std::shared_ptr<const ComparedArticles>& compared, const ProjectState& state,
    ReviewerId reviewer)
{
    if (saidOf(state, compared->a, compared->b, reviewer).isEmpty())
        return { compared, &compared->comparison };
    return std::make_shared<const Comparison>(withHandLinks(*compared, state, reviewer));
}

Change linkChange(const ProjectState& state, ReviewerId reviewer, const Target& from,
    const Target& to, std::optional<Relation> relation)
{
    Change change = changeBetween(state, reviewer, Field::Link, from, to);
    change.text = relation ? relationName(*relation) : QString();
    return change;
}

Change refuseChange(const ProjectState& state, ReviewerId reviewer, const Target& from,
    const Target& to, bool refused)
{
    Change change = changeBetween(state, reviewer, Field::Refuse, from, to);
    change.flag = refused;
    return change;
}

QList<qsizetype> unsupportedClaims(
    const ProjectState& state, ArticleId article, ReviewerId reviewer)
{
    const ArticleState* of = state.article(article);
    if (!of)
        return {};
    QSet<qsizetype> supported;
    for (const CellRow& row : state.links()) {
        if (row.cell.field != Field::Link || row.value->text != relationName(Relation::Supports))
            continue;
        const Target other = targetFromText(row.cell.other);
        if (row.cell.article == article)
            supported.insert(unitOf(*of, row.cell.range, row.cell.revision));
        if (other.article == article)
            supported.insert(unitOf(*of, other.range, other.revision));
    }
    QList<qsizetype> claims;
    for (qsizetype unit = 0; unit < of->units().size(); ++unit) {
        if (of->tag(reviewer, unit) == Tag::Marketing && !supported.contains(unit))
            claims.append(unit);
    }
    return claims;
}

} // namespace assay
