// SPDX-License-Identifier: GPL-3.0-or-later
// What jobs on the storage thread ask of it: plans for merging, copies, and a look at the file.
#include "models/storage/check.h"
#include "models/storage/storagethread.h"

#include <atomic>

namespace assay {

Expected<MergePreview> StorageThread::planMerge(const QString& path)
{
    return m_store ? keep(assay::planMerge(*m_store, path)) : fail(tr("No project is open."));
}

Expected<MergePreview> StorageThread::planRecovery()
{
    if (!m_store || !m_copies.journal())
        return MergePreview();
    return keep(assay::planRecovery(*m_store, *m_copies.journal()));
}

Expected<MergePreview> StorageThread::keep(const Expected<std::shared_ptr<MergePlan>>& plan)
{
    if (!plan)
        return std::unexpected(plan.error());
    if ((*plan)->events.isEmpty()) {
        MergePreview nothing;
        nothing.path = (*plan)->path;
        return nothing;
    }
    Expected<MergePreview> preview = previewMerge(*m_store, **plan);
    if (preview) {
        static std::atomic_int number = 0;
        preview->plan = ++number;
        m_plans[preview->plan] = *plan;
    }
    return preview;
}

Expected<qint64> StorageThread::bringBack()
{
    if (!m_store || !m_copies.journal())
        return fail(tr("No copies are kept."));
    const Expected<std::shared_ptr<MergePlan>> plan
        = assay::planRecovery(*m_store, *m_copies.journal());
    if (!plan)
        return std::unexpected(plan.error());
    const Expected<qint64> lost = m_store->putBack(**plan);
    const Expected<qint64> missing
        = lost ? m_copies.lookForMissing(*m_store) : std::unexpected(lost.error());
    if (!missing)
        return missing;
    const qint64 still = std::max(*lost, *missing);
    if (still == 0) {
        m_copies.remember(*m_store);
        m_held = false;
        lookHere();
        retry();
    }
    return still;
}

void StorageThread::keepOlder()
{
    if (!m_store)
        return;
    m_copies.remember(*m_store);
    m_held = false;
    setOlder({});
}

Expected<void> StorageThread::saveCopy(const QString& path)
{
    if (!m_store)
        return fail(tr("No project is open."));
    QList<Group> groups;
    {
        const std::lock_guard lock(m_mutex);
        groups = QList<Group>(m_groups.begin(), m_groups.end());
    }
    for (Group& group : groups)
        group.merge = group.plan ? m_plans[group.plan] : nullptr;
    // Of a file that went back, the copy is to be what it should be.
    std::shared_ptr<MergePlan> missing;
    if (m_older && m_copies.journal()) {
        const auto plan = assay::planRecovery(*m_store, *m_copies.journal());
        if (!plan)
            return std::unexpected(plan.error());
        missing = *plan;
    }
    return assay::saveCopy(*m_store, groups, path, missing.get());
}

QList<Event> StorageThread::unseen()
{
    return m_store ? m_copies.unseen(*m_store) : QList<Event>();
}

QStringList StorageThread::lookOver()
{
    return m_store ? structureProblems(*m_store, m_copies.endedByForce()) : QStringList();
}

Expected<Snapshot> StorageThread::makeSnapshot()
{
    return m_store ? m_copies.makeSnapshot(*m_store) : fail(tr("No project is open."));
}

} // namespace assay
