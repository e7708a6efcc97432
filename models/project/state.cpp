// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/state.h"

#include <algorithm>

namespace assay {

void ProjectState::learn(ArticleId id, const Revision& revision)
{
    if (const auto known = m_articles.value(id)) {
        known->learn(revision);
        return;
    }
    const auto article = std::make_shared<ArticleState>(id, revision);
    article->setPresent(false);
    m_articles.insert(id, article);
}

ArticleId ProjectState::learnEarlier(ArticleId id, RevisionKey key)
{
    const auto article = m_articles.value(id);
    const std::optional<Revision> revision = article ? article->revisionWith(key) : std::nullopt;
    if (!revision)
        return {};
    const ArticleId earlier{ QUuid::createUuidV5(id.uuid, QByteArray::number(key)) };
    if (!m_articles.contains(earlier)) {
        Revision alone = *revision;
        alone.from = 0;
        alone.map = {};
        learn(earlier, alone);
        m_articles.value(earlier)->setEarlier();
    }
    return earlier;
}

ChangeSet ProjectState::apply(const QList<CellRow>& rows)
{
    ChangeSet changes;
    for (const CellRow& row : rows)
        apply(row, changes);
    for (const CellRow& row : rows) {
        const auto article = m_articles.value(row.cell.article);
        if (!article || !article->isStale())
            continue;
        article->settle();
        // What was told of it before counts units that are no longer these.
        changes.units.removeIf(
            [&](const ChangeSet::Units& each) { return each.article == article->id(); });
        changes.units.append({ article->id(), 0, article->units().size() - 1, true });
    }
    return changes;
}

void ProjectState::apply(const CellRow& row, ChangeSet& changes)
{
    switch (row.cell.field) {
    case Field::ReviewerName:
        if (row.value)
            m_reviewers.insert(row.cell.reviewer, row.value->text);
        else
            m_reviewers.remove(row.cell.reviewer);
        changes.reviewers = true;
        return;
    case Field::Link:
    case Field::Refuse:
        if (row.value)
            m_links.insert(row.cell, *row.value);
        else
            m_links.remove(row.cell);
        changes.links = true;
        return;
    case Field::Erased:
        if (row.value)
            m_erased.insert(row.cell.article);
        else
            m_erased.remove(row.cell.article);
        refreshPresence(row.cell.article, changes);
        return;
    case Field::Presence:
        if (row.value)
            m_presence.insert(row.cell.article, *row.value);
        else
            m_presence.remove(row.cell.article);
        refreshPresence(row.cell.article, changes);
        return;
    default:
        break;
    }
    const auto article = m_articles.value(row.cell.article);
    if (!article)
        return; // erased: nothing of it is kept
    const RevisionKey before = article->revision();
    const auto [first, last] = article->apply(row);
    if (row.cell.field == Field::Meta)
        changes.articles = true;
    if (article->revision() != before)
        changes.texts.append(article->id());
    if (first <= last)
        changes.units.append({ row.cell.article, first, last, false });
}

ChangeSet ProjectState::setGone(const QSet<ArticleId>& articles)
{
    ChangeSet changes;
    const QSet<ArticleId> before = std::exchange(m_gone, articles);
    for (const ArticleId& id : before + articles)
        refreshPresence(id, changes);
    return changes;
}

void ProjectState::refreshPresence(ArticleId id, ChangeSet& changes)
{
    const auto article = m_articles.value(id);
    const auto value = m_presence.constFind(id);
    const bool present = value != m_presence.cend() && value->number != 0 && !m_erased.contains(id)
        && !m_gone.contains(id);
    if (!article || present == article->isPresent())
        return;
    article->setPresent(present);
    changes.articles = true;
    m_order.removeOne(id);
    if (!present)
        return;
    m_since[id] = value->stamp;
    const auto at = std::upper_bound(m_order.begin(), m_order.end(), value->stamp,
        [this](
            const Stamp& stamp, const ArticleId& other) { return stamp < m_since.value(other); });
    m_order.insert(at, id);
}

QList<CellRow> ProjectState::links() const
{
    QList<CellRow> rows;
    for (auto it = m_links.cbegin(); it != m_links.cend(); ++it)
        rows.append({ it.key(), it.value() });
    return rows;
}

const ArticleState* ProjectState::article(ArticleId id) const
{
    const auto it = m_articles.constFind(id);
    return it == m_articles.constEnd() ? nullptr : it->get();
}

QList<ReviewerId> ProjectState::reviewers() const
{
    QList<ReviewerId> ids = m_reviewers.keys();
    std::sort(ids.begin(), ids.end(), [this](const ReviewerId& a, const ReviewerId& b) {
        return std::pair(m_reviewers.value(a), a) < std::pair(m_reviewers.value(b), b);
    });
    return ids;
}

QList<ReviewerId> ProjectState::reviewersNamed(const QString& name) const
{
    return m_reviewers.keys(name);
}

Composition ProjectState::composition(ReviewerId reviewer) const
{
    Composition sum;
    for (const ArticleId& id : m_order)
        sum += article(id)->composition(reviewer);
    return sum;
}

QList<Tag> ProjectState::tagsBy(ReviewerId reviewer) const
{
    QList<Tag> tags;
    for (const ArticleId& id : m_order) {
        const ArticleState* each = article(id);
        for (qsizetype i = 0; i < each->units().size(); ++i) {
            if (each->units()[i].kind != UnitKind::Furniture)
                tags.append(each->mark(reviewer, i).tag);
        }
    }
    return tags;
}

} // namespace assay
