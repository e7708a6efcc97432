// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/copykeeper.h"

#include <QCoreApplication>
#include <QDir>
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

static QString openMark(qint64 process)
{
    return QStringLiteral("open-%1").arg(process);
}

void CopyKeeper::keepAt(const QString& root, bool snapshots)
{
    m_root = root;
    m_snapshots = snapshots;
}

void CopyKeeper::open(const Store& store, const QString& path)
{
    if (m_root.isEmpty() || store.uuid().isEmpty())
        return;
    m_journal.emplace(recoveryFolder(m_root, store.uuid()));
    rememberPlace(m_root, store.uuid(), path);
    m_opened = std::chrono::steady_clock::now();
    m_first = m_snapshots && snapshotsIn(folder()).isEmpty();
    if (m_snapshots)
        comeIn();
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
    mark.open(QIODevice::WriteOnly);
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
    m_first = false;
    m_lastCommit = now; // a failure is not tried again at every turn
    return makeSnapshot(store).transform([](const Snapshot&) { });
}

Expected<void> CopyKeeper::record(const QList<Group>& groups, bool committed)
{
    m_lastCommit = std::chrono::steady_clock::now();
    m_fresh = m_fresh || committed;
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
    const bool erases = std::ranges::any_of(events, isErasure);
    if (erases)
        forget();
    if (erases || (m_snapshots && events.size() > mostLines))
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

void CopyKeeper::forget()
{
    if (!m_journal)
        return;
    forgetSnapshots(m_journal->folder());
    m_journal->forget();
}

} // namespace assay
