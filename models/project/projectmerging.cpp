// SPDX-License-Identifier: GPL-3.0-or-later
// A project beside other copies of it: what they lack or bring, merging, and making one.
#include "models/project/project.h"

namespace assay {

void Project::editsSince(
    const QString& snapshot, std::function<void(const Expected<QList<GroupId>>&)> then)
{
    m_storage.run([this, snapshot, then = std::move(then)](Store* store) {
        const auto copy = Store::open(snapshot, Database::Mode::Peek);
        const auto known = std::make_shared<Expected<Fold>>(
            copy ? (*copy)->foldedLog() : std::unexpected(copy.error()));
        const auto here = std::make_shared<Expected<Fold>>(
            store ? store->foldedLog() : fail(tr("No project is open.")));
        Expected<QList<GroupId>> groups;
        if (!*known || !*here)
            groups = std::unexpected((*known ? *here : *known).error());
        else
            groups = (*here)->groupsOutside(**known);
        if (groups)
            groups->removeIf([&](const GroupId& group) {
                const QList<CellRow> said = (*here)->saidBy(group);
                const Field field = said.isEmpty() ? Field::Tag : said.first().cell.field;
                // Also what is undone by now: its undo is taken back, too.
                return field == Field::ReviewerName || field == Field::Erased;
            });
        QMetaObject::invokeMethod(this, [then, groups] { then(groups); }, Qt::QueuedConnection);
    });
}

void Project::planRecovery(std::function<void(const Expected<MergePreview>&)> then)
{
    m_storage.run([this, then = std::move(then)](Store*) {
        const Expected<MergePreview> preview = m_storage.planRecovery();
        QMetaObject::invokeMethod(this, [then, preview] { then(preview); }, Qt::QueuedConnection);
    });
}

void Project::planMerge(
    const QString& path, std::function<void(const Expected<MergePreview>&)> then)
{
    m_storage.run([this, path, then = std::move(then)](Store*) {
        const Expected<MergePreview> preview = m_storage.planMerge(path);
        QMetaObject::invokeMethod(this, [then, preview] { then(preview); }, Qt::QueuedConnection);
    });
}

Expected<MergePreview> Project::planMergeNow(const QString& path)
{
    Expected<MergePreview> preview;
    m_storage.runNow([&, this](Store*) { preview = m_storage.planMerge(path); });
    return preview;
}

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

void Project::bringBack(std::function<void(const Expected<qint64>&)> then)
{
    m_storage.run([this, then = std::move(then)](Store*) {
        const Expected<qint64> missing = m_storage.bringBack();
        QMetaObject::invokeMethod(this, [then, missing] { then(missing); }, Qt::QueuedConnection);
    });
}

void Project::keepOlder(std::function<void()> then)
{
    m_storage.run([this, then = std::move(then)](Store*) {
        m_storage.keepOlder();
        QMetaObject::invokeMethod(this, then, Qt::QueuedConnection);
    });
}

qint64 Project::missingNow()
{
    qint64 missing = 0;
    m_storage.runNow([&, this](Store*) { missing = m_storage.missing(); });
    return missing;
}

Expected<qint64> Project::bringBackNow()
{
    Expected<qint64> missing;
    m_storage.runNow([&, this](Store*) { missing = m_storage.bringBack(); });
    return missing;
}

void Project::keepOlderNow()
{
    m_storage.runNow([this](Store*) { m_storage.keepOlder(); });
}

void Project::saveCopy(const QString& path, std::function<void(const Expected<void>&)> then)
{
    m_storage.run([this, path, then = std::move(then)](Store*) {
        const Expected<void> saved = m_storage.saveCopy(path);
        QMetaObject::invokeMethod(this, [then, saved] { then(saved); }, Qt::QueuedConnection);
    });
}

} // namespace assay
