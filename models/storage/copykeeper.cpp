// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/copykeeper.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <csignal>

namespace assay {

/// After how much rest a snapshot is made.
static constexpr std::chrono::minutes snapshotRest{ 5 };
/// How long after opening the first one is made, and after how much rest.
static constexpr std::chrono::seconds firstRest{ 10 };
static constexpr std::chrono::seconds briefRest{ 2 };

static QString purgeMark()
{
    return QStringLiteral("purge");
}

static QString openMark(qint64 process)
{
    return QStringLiteral("open-%1").arg(process);
}

void CopyKeeper::keepAt(const QString& root, bool snapshots)
{
    m_root = root;
    m_snapshots = snapshots;
}

void CopyKeeper::open(Store& store, const QString& path)
{
    const QString own = recoveryFolder(m_root, store.uuid());
    if (own.isEmpty())
        return;
    m_journal.emplace(own);
    m_memory.emplace(own, path);
    m_path = path;
    endPurge(store);
    if (lookForMissing(store).value_or(0) == 0)
        remember(store);
    rememberPlace(m_root, store.uuid(), path);
    m_opened = std::chrono::steady_clock::now();
    m_first = m_snapshots && snapshotsIn(folder()).isEmpty();
    if (m_snapshots)
        comeIn();
}

Expected<qint64> CopyKeeper::lookForMissing(Store& store)
{
    const Expected<qint64> missing
        = m_memory ? store.missingOf(m_memory->heads()) : Expected<qint64>(0);
    m_missing = missing.value_or(m_missing);
    return missing;
}

/// Only ends that no other session stands for: all others are missing only where these are.
void CopyKeeper::remember(Store& store)
{
    m_missing = 0;
    if (!m_memory)
        return;
    Expected<QList<Head>> heads = store.heads();
    if (!heads)
        return;
    heads->removeIf([](const Head& head) { return head.seen; });
    m_memory->replace(*heads);
}

/// Leaves a mark that the file is open here, and finds the marks of those that never left.
void CopyKeeper::comeIn()
{
    const QDir marks(folder());
    for (const QString& mark : marks.entryList({ openMark(0).replace(u'0', u'*') }, QDir::Files)) {
        const qint64 process = QStringView(mark).sliced(5).toLongLong();
        if (process == QCoreApplication::applicationPid()
            || ::kill(static_cast<pid_t>(process), 0) == 0)
            continue;
        m_endedByForce = true;
        QFile::remove(marks.filePath(mark));
    }
    QFile mark(marks.filePath(openMark(QCoreApplication::applicationPid())));
    mark.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner);
}

void CopyKeeper::leave(Store& store)
{
    if (!m_snapshots || !m_journal)
        return;
    if (m_fresh)
        makeSnapshot(store);
    const QDir marks(folder());
    QJsonArray seen;
    for (const Head& head : store.heads().value_or(QList<Head>()))
        seen.append(QJsonValue(QJsonArray{ head.replica.toString(), head.n }));
    QSaveFile file(marks.filePath(QStringLiteral("seen.json")));
    if (marks.exists() && file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(QJsonDocument(seen).toJson(QJsonDocument::Compact)) > 0)
        file.commit();
    QFile::remove(marks.filePath(openMark(QCoreApplication::applicationPid())));
}

QList<Event> CopyKeeper::unseen(Store& store) const
{
    QFile file(folder() + QStringLiteral("/seen.json"));
    if (!m_journal || !file.open(QIODevice::ReadOnly))
        return {}; // the first time here: nothing to compare with
    QHash<ReplicaId, qint64> seen;
    for (const QJsonValue& head : QJsonDocument::fromJson(file.readAll()).array())
        seen.insert(ReplicaId::fromString(head[0].toString()), head[1].toInteger());
    return store.eventsAfter(seen).value_or(QList<Event>());
}

Expected<Snapshot> CopyKeeper::makeSnapshot(Store& store)
{
    if (!m_journal)
        return fail(QCoreApplication::translate("Storage", "No copies are kept."));
    Expected<Snapshot> made = assay::makeSnapshot(store, *m_journal);
    m_fresh = m_fresh && !made;
    m_first = m_first && !made;
    return made;
}

Expected<void> CopyKeeper::rest(Store& store)
{
    const auto now = std::chrono::steady_clock::now();
    const bool first = m_first && now - m_opened > firstRest && now - m_lastCommit > briefRest;
    if (!first && (!m_snapshots || !m_fresh || now - m_lastCommit < snapshotRest))
        return {};
    if (store.database().hasMoved())
        return {}; // which is told, and no snapshot would be of this file
    m_first = false;
    m_lastCommit = now; // a failure is not tried again at every turn
    return makeSnapshot(store).transform([](const Snapshot&) { });
}

Expected<void> CopyKeeper::record(const QList<Group>& groups, bool committed)
{
    m_lastCommit = std::chrono::steady_clock::now();
    m_fresh = m_fresh || committed;
    if (committed && m_memory) {
        QList<Head> ends;
        for (const Group& group : groups) {
            if (group.merge)
                ends += group.merge->heads;
            if (!group.events.isEmpty()) {
                const Event& last = group.events.last();
                ends.append({ last.stamp.replica, last.stamp.n, last.chain });
            }
        }
        m_memory->add(ends);
    }
    // A command that cannot commit fails as a whole; only a window goes on trying.
    if (!m_journal || (!committed && !m_snapshots))
        return {};
    const Expected<void> kept
        = m_journal->append(groups.sliced(std::min(m_journaled, groups.size())));
    m_journaled = committed ? 0 : kept ? groups.size() : m_journaled;
    return kept;
}

Expected<void> CopyKeeper::recordOthers(Store& store, const QList<Event>& events)
{
    constexpr qsizetype mostLines = 1000; // more come into a snapshot sooner than into the journal
    if (!m_journal || events.isEmpty())
        return {};
    m_fresh = true;
    QHash<ReplicaId, Head> ends;
    for (const Event& event : events) {
        if (ends.value(event.stamp.replica).n < event.stamp.n)
            ends[event.stamp.replica] = { event.stamp.replica, event.stamp.n, event.chain };
    }
    if (m_memory)
        m_memory->add(ends.values());
    if (std::ranges::any_of(events, isErasure)) {
        // Carried out in this very file by another program; what only came in waits.
        const QSet<ArticleId> done = store.erasures().value_or(Store::Erasures()).done;
        const bool here = std::ranges::any_of(events, [&](const Event& event) {
            return isErasure(event) && done.contains(event.change.article);
        });
        if (here) {
            announcePurge(done);
            return purge(store);
        }
    }
    if (m_snapshots && events.size() > mostLines)
        return makeSnapshot(store).transform([](const Snapshot&) { });
    Group group;
    group.events = events;
    QSet<QByteArray> named;
    for (const Event& event : events) {
        for (const QByteArray& name : contentNames(eventKindFromName(event.kind), event.payload)) {
            if (named.contains(name) || m_journal->content(name))
                continue;
            named.insert(name);
            if (const Expected<QByteArray> bytes = store.content(name)) // or erased by now
                group.content.append({ name, *bytes, false });
        }
    }
    return m_journal->append({ group });
}

void CopyKeeper::announcePurge(const QSet<ArticleId>& articles)
{
    QSaveFile file(insideFolder(folder(), purgeMark()));
    if (!m_journal || !makeOwnFolder(folder()) || !file.open(QIODevice::WriteOnly))
        return; // only a crash in the next moment would leave copies
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const ArticleId& article : articles)
        file.write(article.toString().toLatin1() + '\n');
    if (file.commit())
        syncFolder(folder());
}

/// The mark was made before the erasure was written: if that came to the disk, the copies go now.
void CopyKeeper::endPurge(Store& store)
{
    QFile mark(insideFolder(folder(), purgeMark()));
    if (mark.fileName().isEmpty() || !mark.open(QIODevice::ReadOnly))
        return;
    const Expected<Store::Erasures> known = store.erasures();
    if (!known)
        return;
    bool done = true;
    for (const QByteArray& line : mark.readAll().split('\n')) {
        const ArticleId article = ArticleId::fromString(QString::fromLatin1(line));
        done = done && (article.isNull() || known->done.contains(article));
    }
    if (done)
        purge(store);
    else
        mark.remove();
}

Expected<void> CopyKeeper::purge(Store& store)
{
    if (!m_journal)
        return {};
    // What the file lacks is in these copies alone. The mark stays, so that they go once it is in.
    if (m_missing > 0)
        return {};
    // The new copy first: at no moment is there none. Without it the mark stays, too.
    const Expected<Snapshot> made = makeSnapshot(store);
    if (!made)
        return std::unexpected(made.error());
    forgetSnapshots(folder(), made->path);
    m_journal->forget(store);
    if (const QString mark = insideFolder(folder(), purgeMark()); !mark.isEmpty())
        QFile::remove(mark);
    return {};
}

QStringList CopyKeeper::setAside() const
{
    QStringList places{ QFileInfo(m_path).absoluteFilePath() };
    if (QFile before(insideFolder(folder(), QStringLiteral("place")));
        !before.fileName().isEmpty() && before.open(QIODevice::ReadOnly)) {
        for (const QByteArray& place : before.readAll().split('\n'))
            places.append(QString::fromUtf8(place));
    }
    places.removeDuplicates();
    QStringList found;
    for (const QString& place : std::as_const(places)) {
        const QFileInfo info(place);
        const QString base = info.completeBaseName() + u'.';
        for (const QString& name : QDir(info.path()).entryList(QDir::Files)) {
            if (name.startsWith(base + QStringLiteral("damaged-"))
                || name.startsWith(base + QStringLiteral("unproven-")))
                found.append(info.path() + u'/' + name);
        }
    }
    found.removeDuplicates();
    return found;
}

} // namespace assay
