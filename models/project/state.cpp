// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/state.h"

#include <algorithm>

namespace assay {

void ProjectState::learn(ArticleId id, const ArticleFacts& facts, const Layout& layout)
{
    if (knows(id))
        return;
    const auto article = std::make_shared<ArticleState>(id, facts, layout);
    article->setPresent(false);
    m_articles.insert(id, article);
}

void ProjectState::apply(const CellRow& row, ChangeSet& changes)
{
    if (row.cell.field == Field::ReviewerName) {
        if (row.value)
            m_reviewers.insert(row.cell.reviewer, row.value->text);
        else
            m_reviewers.remove(row.cell.reviewer);
        changes.reviewers = true;
        return;
    }
    const auto article = m_articles.value(row.cell.article);
    if (!article)
        return; // a target whose article this file does not hold (yet)
    if (row.cell.field == Field::Presence) {
        const bool present = row.value && row.value->number != 0;
        if (present == article->isPresent())
            return;
        article->setPresent(present);
        changes.articles = true;
        m_order.removeOne(row.cell.article);
        if (present) {
            m_since[row.cell.article] = row.value->stamp;
            const auto at = std::upper_bound(m_order.begin(), m_order.end(), row.value->stamp,
                [this](
                    const Stamp& stamp, const ArticleId& id) { return stamp < m_since.value(id); });
            m_order.insert(at, row.cell.article);
        }
        return;
    }
    const auto [first, last] = article->apply(row);
    if (first <= last)
        changes.units.append({ row.cell.article, first, last, row.cell.field == Field::Boundary });
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

} // namespace assay
