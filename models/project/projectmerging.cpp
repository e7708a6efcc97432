// SPDX-License-Identifier: GPL-3.0-or-later
// A project beside other copies of it: what they lack or bring, merging, and making one.
#include "models/project/project.h"

namespace assay {

Expected<void> Project::merge(const MergePreview& preview, bool undoable)
{
    if (!m_readOnly.isEmpty())
        return fail(tr("%1: %2").arg(m_path, m_readOnly));
    if (preview.events == 0)
        return {};
    m_writer.follow(preview.lamport);
    m_fold.reach(preview.lamport);
    Group group;
    if (undoable) {
        introduceReviewer();
        Change change;
        change.kind = EventKind::Merge;
        change.spans = preview.spans;
        group = makeGroup({ change }, GroupId::create());
        m_history.add(group.events.first().group);
    }
    group.plan = preview.plan;
    commit(std::move(group));
    emit historyChanged();
    return {};
}

QList<WaitingErasure> Project::waitingErasures() const
{
    QList<WaitingErasure> waiting = m_waiting;
    waiting.removeIf([this](const WaitingErasure& each) { // shown again since
        return !m_state.isCalledErased(each.article);
    });
    return waiting;
}

Expected<void> Project::acceptErasures(const QList<ArticleId>& articles)
{
    if (!m_readOnly.isEmpty())
        return fail(tr("%1: %2").arg(m_path, m_readOnly));
    Group group;
    group.accepted = articles;
    if (articles.isEmpty())
        return {};
    for (const ArticleId& id : articles) {
        const QByteArray revision = revisionOf(id);
        if (m_state.article(id) && !isTextShared(id))
            m_texts.remove(revision);
    }
    commit(std::move(group));
    return {};
}

Expected<GroupId> Project::refuseErasures(const QList<ArticleId>& articles)
{
    QList<GroupId> groups;
    for (const ArticleId& id : articles) {
        for (const GroupId& group : m_fold.groupsAbout({ Field::Erased, id, {}, {}, 0, {} }))
            groups.append(group);
    }
    return revokeAll(groups);
}

void Project::saveCopy(const QString& path, std::function<void(const Expected<void>&)> then)
{
    m_storage.run([this, path, then = std::move(then)](Store*) {
        const Expected<void> saved = m_storage.saveCopy(path);
        QMetaObject::invokeMethod(this, [then, saved] { then(saved); }, Qt::QueuedConnection);
    });
}

} // namespace assay
