// SPDX-License-Identifier: GPL-3.0-or-later
// What the file is beside what is known of it: what others wrote, and what it lost.
#include "models/storage/eventrows.h"
#include "models/storage/mergeplan.h"

#include <QCoreApplication>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

/// `touched`: what Database::wasTouched() said before the transaction began.
Expected<void> Store::seeOthers(bool touched)
{
    const qint64 version = m_database->dataVersion();
    if (version == m_dataVersion && !touched)
        return {};
    const Expected<QList<Head>> present = heads();
    const Expected<qint64> missing
        = present ? missingOf(knownHeads(), *present) : std::unexpected(present.error());
    if (!missing)
        return std::unexpected(missing.error());
    if (*missing > 0)
        return std::unexpected(older(*missing));
    if (const Expected<void> noticed = noticeWaiting(); !noticed)
        return noticed;
    QHash<ReplicaId, qint64> read;
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it)
        read.insert(it.key(), it->n);
    Expected<QList<Event>> fresh = eventsAfter(read, *present);
    if (!fresh)
        return std::unexpected(fresh.error());
    const Expected<QList<LoadedRevision>> revisions = revisionsOf(*fresh, nullptr);
    if (!revisions)
        return std::unexpected(revisions.error());
    if (fresh->isEmpty()) {
        m_dataVersion = version;
        m_database->noteState();
        return {};
    }
    if (m_fold) {
        for (const Event& event : std::as_const(*fresh))
            m_fold->take(event);
    } else if (const Expected<const Fold*> fold = logFold(); !fold) {
        return std::unexpected(fold.error());
    }
    for (const Event& event : std::as_const(*fresh)) {
        End& known = m_known[event.stamp.replica];
        if (known.n < event.stamp.n)
            known = { event.stamp.n, event.chain };
    }
    m_dataVersion = version;
    m_database->noteState();
    m_othersWrite = true;
    m_incoming.revisions += *revisions;
    m_incoming.events += *fresh;
    return {};
}

QList<Head> Store::knownHeads() const
{
    QList<Head> heads;
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it)
        heads.append({ it.key(), it->n, it->chain });
    return heads;
}

Error Store::older(qint64 missing) const
{
    return { say("%1 is an older state: %2 events that were saved in it are missing.")
                 .arg(m_database->path(), QString::number(missing)),
        {}, Error::Cause::Older };
}

QByteArray Store::linkAt(ReplicaId replica, qint64 n)
{
    RowReader row(*m_database, "SELECT chain FROM event WHERE replica = ? AND n = ?");
    row.bind(0, replica.toBytes());
    row.bind(1, n);
    return row.next() ? row.bytes(0) : QByteArray();
}

Expected<Head> Store::wholeUpTo(ReplicaId replica)
{
    Head whole{ replica, 0, {}, 0 };
    RowReader rows(*m_database, "SELECT n, chain, lamport FROM event WHERE replica = ? ORDER BY n");
    rows.bind(0, replica.toBytes());
    while (rows.next() && rows.number(0) == whole.n + 1)
        whole = { replica, rows.number(0), rows.bytes(1), rows.number(2) };
    if (rows.error())
        return std::unexpected(*rows.error());
    return whole;
}

Expected<qint64> Store::missingOf(const QList<Head>& known)
{
    const Expected<QList<Head>> present = heads();
    return present ? missingOf(known, *present) : std::unexpected(present.error());
}

/// By session, not by the highest number of all: another copy may have more of one and less of
/// another.
Expected<qint64> Store::missingOf(const QList<Head>& known, const QList<Head>& present)
{
    QHash<ReplicaId, const Head*> here;
    for (const Head& head : present)
        here.insert(head.replica, &head);
    qint64 missing = 0;
    for (const Head& head : known) {
        const Head* const last = here.value(head.replica);
        if (!last || last->n < head.n)
            missing += head.n - (last ? last->n : 0);
        else if ((last->n == head.n ? last->chain : linkAt(head.replica, head.n)) != head.chain)
            ++missing; // another event stands in its place
    }
    return missing;
}

Expected<qint64> Store::putBack(const MergePlan& plan)
{
    const QList<Head> known = knownHeads();
    const Expected<qint64> lacked = missingOf(known);
    if (!lacked)
        return lacked;
    const Expected<void> done = inTransaction([&]() -> Expected<void> {
        // The copies are of all copies of the project on this computer: what was erased in another
        // one is a wish in this one, as ever.
        const Expected<Erasures> before = erasures();
        if (!before)
            return std::unexpected(before.error());
        return writeMerged(plan)
            .and_then([&] { return noteErasures(plan, before->done); })
            .and_then([this] { return purgeErased(); })
            .and_then([this] { return rebuildHere(); });
    });
    if (!done)
        return std::unexpected(done.error());
    const Expected<qint64> missing = missingOf(known);
    if (!missing)
        return missing;
    if (*missing > 0) {
        m_known.clear();
        for (const Head& head : heads().value_or(QList<Head>()))
            m_known.insert(head.replica, { head.n, head.chain });
    }
    // Whoever opened the file as it was has not heard of what filled a gap.
    for (const Event& event : *lacked == 0 ? plan.events : QList<Event>()) {
        if (event.stamp.n <= m_known.value(event.stamp.replica).n)
            m_incoming.events.append(event);
    }
    noticeWaiting();
    m_dataVersion = -1; // the next look sees what else the file has
    m_othersWrite = true;
    m_fold.reset();
    return missing;
}

Expected<void> Store::look()
{
    const bool touched = m_database->wasTouched();
    if (m_dataVersion == m_database->dataVersion() && !touched)
        return {};
    if (const Expected<void> begun = m_database->run(u"BEGIN"_s); !begun)
        return begun;
    const Expected<void> seen = seeOthers(touched);
    m_database->run(u"COMMIT"_s);
    return seen;
}

} // namespace assay
