// SPDX-License-Identifier: GPL-3.0-or-later
// The texts an article had and has, and how what was said of one is carried to another.
#include "models/project/articlestate.h"

namespace assay {

void ArticleState::learn(const Revision& revision)
{
    const RevisionKey key = revisionKey(revision.facts.revision);
    if (!m_revisions.contains(key))
        m_revisions.insert(key, revision);
}

std::optional<Revision> ArticleState::revisionWith(RevisionKey key) const
{
    const auto known = m_revisions.constFind(key);
    return known == m_revisions.cend() ? std::nullopt : std::optional(*known);
}

QList<RevisionKey> ArticleState::earlierRevisions() const
{
    QList<RevisionKey> earlier;
    RevisionKey key = m_revision;
    while (key != m_first && earlier.size() < m_revisions.size()) {
        key = m_revisions.value(key).from;
        if (!m_revisions.contains(key))
            break;
        earlier.append(key);
    }
    return earlier;
}

/// Where a stretch of one revision stands in the present one: up to the revision both came from,
/// then down.
std::optional<TextRange> ArticleState::inPresent(RevisionKey revision, TextRange range) const
{
    QList<RevisionKey> line{ m_revision };
    while (line.last() != m_first && line.size() <= m_revisions.size())
        line.append(m_revisions.value(line.last()).from);
    std::optional<TextRange> at = range;
    for (qsizetype step = 0; at && !line.contains(revision); ++step) {
        const auto known = m_revisions.constFind(revision);
        if (known == m_revisions.constEnd() || step > m_revisions.size())
            return {};
        at = known->map.backward(*at);
        revision = known->from;
    }
    for (qsizetype i = line.indexOf(revision) - 1; at && i >= 0; --i)
        at = m_revisions.value(line[i]).map.forward(*at);
    return at;
}

/// Finds where everything that was said of other revisions stands in the present one.
void ArticleState::carry(Review& review)
{
    review.carried.clear();
    for (auto it = review.elsewhere.cbegin(); it != review.elsewhere.cend(); ++it) {
        for (const auto& [from, said] : it.value()) {
            const std::optional<TextRange> range = inPresent(it.key(), from);
            if (!range)
                continue;
            review.longest = std::max(review.longest, range->length());
            Said& here = review.carried[*range];
            const auto later = [](std::optional<CellValue>& have, const auto& other) {
                if (other && (!have || have->stamp < other->stamp))
                    have = other;
            };
            later(here.tag, said.tag);
            later(here.unsure, said.unsure);
            later(here.note, said.note);
            later(here.source, said.source);
        }
    }
}

void ArticleState::setRevision(RevisionKey revision)
{
    if (revision == m_revision || !m_revisions.contains(revision))
        return;
    const RevisionKey before = std::exchange(m_revision, revision);
    refreshFacts();
    for (Review& review : m_reviews) {
        review.elsewhere[before] = std::exchange(review.said, {});
        review.said = review.elsewhere.take(revision);
        review.longest = 0;
        for (const auto& [range, said] : review.said)
            review.longest = std::max(review.longest, range.length());
        carry(review);
    }
    m_stale = true;
}

} // namespace assay
