// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/mergeplan.h"
#include "models/storage/rowreader.h"
#include "models/storage/store.h"
#include "models/storage/uuidproof.h"

#include <QCoreApplication>
#include <QVariant>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

Expected<QSqlQuery*> Store::statement(const QString& sql)
{
    std::shared_ptr<QSqlQuery>& kept = m_statements[sql];
    if (!kept) {
        Expected<QSqlQuery> query = m_database->prepare(sql);
        if (!query)
            return std::unexpected(query.error());
        kept = std::make_shared<QSqlQuery>(std::move(*query));
    }
    return kept.get();
}

Expected<qint64> Store::identity(const QUuid& uuid)
{
    if (const auto it = m_identities.constFind(uuid); it != m_identities.constEnd())
        return *it;
    // Another process may have named it meanwhile: insert or find.
    for (const QString& sql : { u"INSERT OR IGNORE INTO identity (uuid) VALUES (?)"_s,
             u"SELECT id FROM identity WHERE uuid = ?"_s }) {
        const Expected<QSqlQuery*> query = statement(sql);
        if (!query)
            return std::unexpected(query.error());
        (*query)->bindValue(0, uuid.toRfc4122());
        if (!(*query)->exec())
            return std::unexpected(m_database->error(**query));
        if ((*query)->next()) {
            const qint64 id = (*query)->value(0).toLongLong();
            (*query)->finish();
            m_identities.insert(uuid, id);
            return id;
        }
    }
    return fail(say("%1: the system reports an error.").arg(m_database->path()));
}

Expected<void> Store::insertRow(const QByteArray& sha256, const ContentRow& row)
{
    const Expected<QSqlQuery*> query = statement(
        u"INSERT OR IGNORE INTO content (sha256, codec, size, bytes) VALUES (?, ?, ?, ?)"_s);
    if (!query)
        return std::unexpected(query.error());
    (*query)->bindValue(0, sha256);
    (*query)->bindValue(1, row.codec);
    (*query)->bindValue(2, row.size);
    (*query)->bindValue(3, row.bytes);
    if (!(*query)->exec())
        return std::unexpected(m_database->error(**query));
    return {};
}

Expected<void> Store::insertContent(const Content& content)
{
    const QByteArray packed = content.compress ? qCompress(content.bytes) : QByteArray();
    const bool pack = content.compress && !isBomb(packed.size(), content.bytes.size());
    return insertRow(
        content.sha256, { pack ? 1 : 0, content.bytes.size(), pack ? packed : content.bytes });
}

/// An event may be there already: from a merge by another process, or after a commit that the
/// system called failed and that was done. Keys are never given twice, so it is the same one.
Expected<void> Store::writeEvent(const Event& event)
{
    if (!m_insertEvent)
        m_insertEvent = std::make_unique<RowReader>(
            *m_database, "INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    RowReader& insert = *m_insertEvent;
    insert.bind(0, event.stamp.replica.toBytes());
    insert.bind(1, event.stamp.n);
    insert.bind(2, event.stamp.lamport);
    insert.bind(3, event.reviewer.toBytes());
    insert.bindText(4, event.time.toUtf8());
    insert.bind(5, event.group.toBytes());
    insert.bindText(6, event.kind.toUtf8());
    insert.bindText(7, event.payload);
    insert.bind(8, event.chain);
    Expected<void> done = insert.run();
    if (!done)
        m_insertEvent.reset(); // it may be its preparation that failed
    return done;
}

Expected<void> Store::writeHead(const Head& head)
{
    const Expected<QSqlQuery*> query = statement(
        u"INSERT OR REPLACE INTO head (replica, n, lamport, chain, seen) VALUES (?, ?, ?, ?, ?)"_s);
    if (!query)
        return std::unexpected(query.error());
    (*query)->bindValue(0, head.replica.toBytes());
    (*query)->bindValue(1, head.n);
    (*query)->bindValue(2, head.lamport);
    (*query)->bindValue(3, head.chain);
    (*query)->bindValue(4, head.seen ? 1 : 0);
    if (!(*query)->exec())
        return std::unexpected(m_database->error(**query));
    return {};
}

/// Heads that a session's first event records need not be recorded again.
Expected<void> Store::markSeen(const QList<Head>& recorded)
{
    for (const Head& head : recorded) {
        const Expected<QSqlQuery*> query
            = statement(u"UPDATE head SET seen = 1 WHERE replica = ? AND n = ?"_s);
        if (!query)
            return std::unexpected(query.error());
        (*query)->bindValue(0, head.replica.toBytes());
        (*query)->bindValue(1, head.n);
        if (!(*query)->exec())
            return std::unexpected(m_database->error(**query));
    }
    return {};
}

Expected<void> Store::writeMerged(const MergePlan& plan)
{
    for (const Event& event : plan.events) {
        if (const Expected<void> done = writeEvent(event); !done)
            return done;
        for (const QByteArray& name : contentNames(eventKindFromName(event.kind), event.payload)) {
            if (hasContent(name))
                continue;
            const std::optional<ContentRow> row = plan.content(name);
            if (!row)
                continue; // erased there
            if (const Expected<void> done = insertRow(name, *row); !done)
                return done;
        }
    }
    for (const Head& head : plan.heads) {
        if (const Expected<void> done = writeHead(head); !done)
            return done;
    }
    const Expected<QList<Head>> recorded = recordedByAll();
    return recorded ? markSeen(*recorded) : std::unexpected(recorded.error());
}

Expected<void> Store::write(const QList<Group>& groups)
{
    QHash<ReplicaId, const Event*> last;
    QList<Head> recorded;
    bool erases = false;
    for (const Group& group : groups) {
        for (const ArticleId& article : group.accepted) {
            if (const Expected<void> done = setWaiting(article, false); !done)
                return done;
            erases = true;
        }
        for (const Content& content : group.content) {
            if (const Expected<void> done = insertContent(content); !done)
                return done;
        }
        erases = erases || group.merge; // it may bring an erasure, or more of what was erased here
        for (const Event& event : group.events) {
            // No session ever gets a gap: the file lacks what came before.
            const qint64 before = event.stamp.n - 1;
            if (before > 0 && m_known.value(event.stamp.replica).n < before
                && !last.contains(event.stamp.replica)
                && linkAt(event.stamp.replica, before).isEmpty())
                return std::unexpected(older(before - m_known.value(event.stamp.replica).n));
            if (const Expected<void> done = writeEvent(event); !done)
                return done;
            last.insert(event.stamp.replica, &event);
            recorded += recordedHeads(event.payload);
            if (!isErasure(event))
                continue;
            erases = true; // by whoever is at this file: no wish, or no longer one
            if (const Expected<void> done = setWaiting(event.change.article, false); !done)
                return done;
        }
    }
    for (const Event* event : std::as_const(last)) {
        const Head head{ event->stamp.replica, event->stamp.n, event->chain, event->stamp.lamport };
        if (const Expected<void> done = writeHead(head); !done)
            return done;
    }
    const Expected<void> done = markSeen(recorded).and_then([&] { return writeCells(groups); });
    if (!done)
        return done;
    if (!erases) {
        const Expected<bool> late = saysOfErased(groups);
        if (!late)
            return std::unexpected(late.error());
        erases = *late;
    }
    return erases ? purgeErased() : Expected<void>();
}

Expected<void> Store::inTransaction(const std::function<Expected<void>()>& work)
{
    if (const Expected<void> begun = m_database->run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Expected<void> done = work();
    if (done)
        done = m_database->run(u"COMMIT"_s);
    if (!done) {
        m_database->run(
            u"ROLLBACK"_s); // fails where SQLite has rolled back itself, which is as good
        m_identities.clear(); // ids given in the lost transaction are void
        m_fold.reset(); // and so is what it folded
    }
    return done;
}

Expected<void> Store::commit(const QList<Group>& groups)
{
    if (m_database->isReadOnly())
        return fail(say("%1: %2").arg(m_database->path(), m_database->readOnlyReason()));
    m_purged = false;
    bool merges = false;
    for (const Group& group : groups)
        merges = merges || group.merge;
    QList<LoadedRevision> revisions;
    const bool touched = m_database->wasTouched();
    const Expected<void> done = inTransaction([&]() -> Expected<void> {
        if (const Expected<void> seen = seeOthers(touched); !seen)
            return seen;
        // After a commit that failed, others' events may be known but not folded.
        if (merges || m_othersWrite) {
            if (const Expected<const Fold*> fold = logFold(); !fold)
                return std::unexpected(fold.error());
        }
        for (const Group& group : groups) {
            if (!group.merge)
                continue;
            const Expected<Erasures> before = erasures();
            const Expected<void> written = before ? writeMerged(*group.merge).and_then([&] {
                return noteErasures(*group.merge, before->done);
            })
                                                  : std::unexpected(before.error());
            const Expected<QList<LoadedRevision>> read = written
                ? revisionsOf(group.merge->events, nullptr)
                : std::unexpected(written.error());
            if (!read)
                return std::unexpected(read.error());
            revisions += *read;
        }
        // A file of an earlier Assay has no proof of its uuid yet.
        if (m_uuidProof.isEmpty() && !m_uuid.isEmpty()) {
            if (const Expected<void> proven = setUuid(m_uuid); !proven)
                return proven;
        }
        return write(groups);
    });
    const bool changesErasures = m_purged || std::ranges::any_of(groups, [](const Group& group) {
        return !group.accepted.isEmpty() || std::ranges::any_of(group.events, isErasure)
            || (group.merge && std::ranges::any_of(group.merge->events, isErasure));
    });
    if (!done)
        return done;
    m_incoming.revisions += revisions;
    for (const Group& group : groups) {
        if (group.merge) {
            m_othersWrite = true; // the project hears of them later
            m_incoming.events += group.merge->events;
            for (const Head& head : group.merge->heads)
                if (m_known.value(head.replica).n < head.n)
                    m_known[head.replica] = { head.n, head.chain };
        }
        for (const Event& event : group.events)
            m_known[event.stamp.replica] = { event.stamp.n, event.chain };
    }
    m_database->noteState();
    // It is on the disk; that this cannot be read back now is no failure of the edit.
    if (changesErasures)
        noticeWaiting();
    return done;
}

Expected<void> Store::setUuid(const QString& uuid)
{
    const Expected<QSqlQuery*> query
        = statement(u"INSERT OR REPLACE INTO meta VALUES ('project', ?), ('project_sha256', ?)"_s);
    if (!query)
        return std::unexpected(query.error());
    (*query)->bindValue(0, uuid);
    (*query)->bindValue(1, proofOfUuid(uuid));
    if (!(*query)->exec())
        return std::unexpected(m_database->error(**query));
    m_uuid = uuid;
    m_uuidProof = proofOfUuid(uuid);
    return {};
}

} // namespace assay
