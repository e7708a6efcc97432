// SPDX-License-Identifier: GPL-3.0-or-later
// What reviewers said of an article elsewhere.
#include "models/project/project.h"

namespace assay {

using namespace Qt::StringLiterals;

Expected<GroupId> Project::takeReviews(
    ArticleId article, const QString& file, const QList<ReviewerChanges>& reviewers, GroupId group)
{
    bool any = false;
    if (const auto allowed = validated({}); !allowed)
        return std::unexpected(allowed.error());
    for (const ReviewerChanges& reviewer : reviewers) {
        any = any || !reviewer.changes.isEmpty();
        for (const Change& change : reviewer.changes) {
            if (const Expected<void> valid = validate(change); !valid)
                return std::unexpected(valid.error());
        }
    }
    if (!any)
        return GroupId();
    const std::optional<History::Step> latest = m_history.latest();
    if (group.isNull() || !latest || latest->edit != group)
        group = GroupId::create();
    introduceReviewer();
    for (const ReviewerChanges& reviewer : reviewers) {
        if (!reviewer.changes.isEmpty() && m_state.reviewerName(reviewer.id).isEmpty())
            introduce(reviewer.id, reviewer.name);
    }
    // An edit is its first event's reviewer's: mine, to be undone by me.
    Change brought;
    brought.kind = EventKind::ArticleMeta;
    brought.article = article;
    brought.field = u"review-from"_s;
    brought.text = file;
    Group made = makeGroup({ brought }, group);
    for (const ReviewerChanges& reviewer : reviewers) {
        Group own = makeGroupOf(reviewer.id, reviewer.changes, group);
        made.events += own.events;
        made.content += own.content;
    }
    commit(std::move(made));
    m_history.add(group);
    emit historyChanged();
    return group;
}

} // namespace assay
