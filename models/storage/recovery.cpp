// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/recovery.h"

#include "models/project/bounds.h"
#include "models/storage/proof.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static ContentRow plain(const QByteArray& bytes)
{
    return { 0, bytes.size(), bytes };
}

Expected<std::shared_ptr<MergePlan>> planRecovery(Store& store, const Journal& journal)
{
    const Expected<QList<Head>> heads = store.heads();
    if (!heads)
        return std::unexpected(heads.error());
    QHash<ReplicaId, Head> last;
    for (const Head& head : *heads)
        last.insert(head.replica, head);
    // As a set: a file that went back and was written to again has a gap in a session, and its last
    // event tells nothing of those before it.
    QHash<ReplicaId, Head> whole;
    std::optional<Error> unread;
    const auto here = [&](ReplicaId replica) {
        const auto found = whole.constFind(replica);
        if (found != whole.constEnd())
            return *found;
        Head upTo{ replica, 0, {}, 0 };
        if (last.contains(replica)) {
            if (const Expected<Head> read = store.wholeUpTo(replica))
                upTo = *read;
            else
                unread = read.error();
        }
        return *whole.insert(replica, upTo);
    };
    auto plan = std::make_shared<MergePlan>();
    plan->path = journal.folder();
    Sessions sessions;
    const auto record = std::make_shared<Journal::Record>(journal.read());
    for (const Event& event : std::as_const(record->events)) {
        if (event.stamp.n > here(event.stamp.replica).n)
            sessions.add(event);
    }
    std::shared_ptr<Store> copy;
    const QList<Snapshot> snapshots = snapshotsIn(journal.folder());
    if (!snapshots.isEmpty()) {
        if (auto opened = Store::open(snapshots.first().path, Database::Mode::Peek))
            copy = std::move(*opened);
    }
    QHash<ReplicaId, qint64> known;
    if (copy) {
        for (const Head& head : copy->heads().value_or(QList<Head>()))
            known.insert(head.replica, here(head.replica).n);
    }
    if (unread)
        return std::unexpected(*unread);
    if (const auto missing = copy ? copy->eventsAfter(known) : Expected<QList<Event>>()) {
        for (const Event& event : *missing)
            sessions.add(event);
    }
    for (const ReplicaId& replica : sessions.replicas()) {
        const Head head = here(replica);
        QList<Event> proven = sessions.provenAfter(head);
        const bool hasGap = last.value(replica).n > head.n;
        if (hasGap)
            proven.removeIf([&](const Event& event) {
                return store.linkAt(replica, event.stamp.n) == event.chain;
            });
        if (proven.isEmpty())
            continue;
        plan->events += proven;
        const Event& end = proven.last();
        if (end.stamp.n > last.value(replica).n)
            plan->heads.append({ replica, end.stamp.n, end.chain, end.stamp.lamport });
        plan->spans.append({ replica, proven.first().stamp.n, end.stamp.n });
        plan->lamport = std::max(plan->lamport, end.stamp.lamport);
    }
    plan->content = [record, copy, journal](const QByteArray& name) -> std::optional<ContentRow> {
        if (const auto it = record->texts.constFind(name); it != record->texts.constEnd())
            return plain(*it);
        if (const auto row = copy ? copy->contentRow(name) : std::nullopt)
            return row;
        const std::optional<QByteArray> bytes = journal.content(name);
        return bytes ? std::optional(plain(*bytes)) : std::nullopt;
    };
    plan->settle();
    qint64 highest = 0;
    for (const Head& head : *heads)
        highest = std::max(highest, head.lamport);
    QList<Event> bounded = plan->events;
    bounded.removeIf([](const Event& event) { // an earlier Assay took names of any length
        return event.change.kind == EventKind::Reviewer;
    });
    if (const QString problem = problemOfArrivals(bounded, highest); !problem.isEmpty())
        return fail(QCoreApplication::translate(
            "Merge", "%1 holds what no Assay writes, so nothing of it was taken over: %2")
                .arg(journal.folder(), problem));
    return plan;
}

void rememberPlace(const QString& root, const QString& uuid, const QString& path)
{
    const QString folder = recoveryFolder(root, uuid);
    if (!makeOwnFolder(folder))
        return;
    // A copy that is opened has the same uuid: the original's place stays known.
    constexpr qsizetype mostPlaces = 32;
    const QString name = insideFolder(folder, u"place"_s);
    if (name.isEmpty())
        return;
    const QByteArray here = QFileInfo(path).absoluteFilePath().toUtf8();
    QList<QByteArray> places{ here };
    if (QFile before(name); before.open(QIODevice::ReadOnly)) {
        for (const QByteArray& place : before.readAll().split('\n')) {
            if (!place.isEmpty() && place != here && places.size() < mostPlaces)
                places.append(place);
        }
    }
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(places.join('\n'));
        file.commit();
    }
}

QString folderOfPlace(const QString& root, const QString& path)
{
    const QByteArray wanted = QFileInfo(path).absoluteFilePath().toUtf8();
    QString latest;
    QDateTime when;
    for (const QFileInfo& folder :
        QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        if (!isProjectUuid(folder.fileName()))
            continue;
        QFile file(folder.absoluteFilePath() + u"/place"_s);
        const QDateTime changed = QFileInfo(file).lastModified();
        if (file.open(QIODevice::ReadOnly) && file.readAll().split('\n').contains(wanted)
            && (latest.isEmpty() || changed > when)) {
            latest = folder.absoluteFilePath();
            when = changed;
        }
    }
    return latest;
}

} // namespace assay
