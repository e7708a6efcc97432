// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/recovery.h"

#include "models/storage/proof.h"

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
    QHash<ReplicaId, Head> here;
    for (const Head& head : *heads)
        here.insert(head.replica, head);
    auto plan = std::make_shared<MergePlan>();
    plan->path = journal.folder();
    Sessions sessions;
    const auto record = std::make_shared<Journal::Record>(journal.read());
    for (const Event& event : std::as_const(record->events)) {
        if (event.stamp.n > here.value(event.stamp.replica).n)
            sessions.add(event);
    }
    std::shared_ptr<Store> copy;
    const QList<Snapshot> snapshots = snapshotsIn(journal.folder());
    if (!snapshots.isEmpty()) {
        if (auto opened = Store::open(snapshots.first().path, Database::Mode::Peek))
            copy = std::move(*opened);
    }
    QHash<ReplicaId, qint64> known;
    for (const Head& head : *heads)
        known.insert(head.replica, head.n);
    if (const auto missing = copy ? copy->eventsAfter(known) : Expected<QList<Event>>()) {
        for (const Event& event : *missing)
            sessions.add(event);
    }
    for (const ReplicaId& replica : sessions.replicas()) {
        const Head head = here.value(replica, { replica, 0, {}, 0 });
        const QList<Event> proven = sessions.provenAfter(head);
        if (proven.isEmpty())
            continue;
        plan->events += proven;
        const Event& last = proven.last();
        plan->heads.append({ replica, last.stamp.n, last.chain, last.stamp.lamport });
        plan->spans.append({ replica, head.n + 1, last.stamp.n });
        plan->lamport = std::max(plan->lamport, last.stamp.lamport);
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
    return plan;
}

void rememberPlace(const QString& root, const QString& uuid, const QString& path)
{
    const QString folder = recoveryFolder(root, uuid);
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    // A copy that is opened has the same uuid: the original's place stays known.
    constexpr qsizetype mostPlaces = 32;
    const QString name = folder + u"/place"_s;
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
        file.write(places.join('\n'));
        file.commit();
    }
}

QString folderOfPlace(const QString& root, const QString& path)
{
    const QByteArray wanted = QFileInfo(path).absoluteFilePath().toUtf8();
    QString latest;
    QDateTime when;
    for (const QFileInfo& folder : QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
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
