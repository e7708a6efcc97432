// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/salvagereading.h"

#include "models/storage/rawpages.h"
#include "models/storage/recovery.h"
#include "models/storage/rowreader.h"
#include "models/storage/uuidproof.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace assay {

namespace {

/// Reads every event that the tables still give: behind a page that cannot be read, the search goes
/// on further and further along. False when something could not be read.
bool readEvents(Store& store, const std::function<void(const Event&)>& take)
{
    std::pair<ReplicaId, qint64> from;
    qint64 skip = 1;
    const Expected<QList<Head>> heads = store.heads();
    for (int tries = 0; tries < 10'000; ++tries) {
        const auto before = from;
        const Expected<qsizetype> read
            = store.scan(from, -1, true, [&](const Event& event) { take(event); });
        if (read)
            return tries == 0;
        // In a damaged tree what comes behind may have a smaller key: never back, or it has no end.
        const bool isFurther = before < from;
        from = isFurther ? from : before;
        skip = isFurther ? 1 : skip * 2;
        from.second += skip;
        if (skip < (1LL << 22))
            continue;
        // Nothing more of this session: on with the next that the head table knows.
        if (!heads)
            return false;
        const auto next
            = std::min_element(heads->begin(), heads->end(), [&](const Head& a, const Head& b) {
                  const bool aAfter = from.first < a.replica;
                  const bool bAfter = from.first < b.replica;
                  return aAfter != bAfter ? aAfter : a.replica < b.replica;
              });
        if (next == heads->end() || !(from.first < next->replica))
            return false;
        from = { next->replica, 0 };
        skip = 1;
    }
    return false;
}

bool readContent(Store& store, QHash<QByteArray, QByteArray>& content)
{
    qint64 from = 0;
    qint64 skip = 1;
    bool whole = true;
    while (skip < (1LL << 22)) {
        RowReader rows(store.database(), "SELECT id, sha256 FROM content WHERE id > ? ORDER BY id");
        rows.bind(0, from);
        const qint64 before = from;
        while (rows.next()) {
            from = std::max(from, rows.number(0)); // likewise
            const QByteArray name = rows.bytes(1);
            if (content.contains(name))
                continue;
            if (const Expected<QByteArray> bytes = store.content(name))
                content.insert(name, *bytes);
            else
                whole = false;
        }
        if (!rows.error())
            return whole;
        whole = false;
        skip = from == before ? skip * 2 : 1;
        from += skip;
    }
    return whole;
}

/// What stands in the bytes themselves: the tables may have lost the way to it without a word.
void readPages(const Database& database, SalvageFinds& found, bool isProject)
{
    const QByteArray bytes = database.fileBytes();
    const RawFinds raw = findInPages(bytes);
    found.content.insert(raw.content);
    // Whoever filled the pages with tales of one event leaves room for what copies tell of it.
    constexpr int few = 16;
    for (const Event& event : raw.events) {
        found.sessions.add(event, few);
        if (isProject)
            found.inFile.insert({ event.stamp.replica, event.stamp.n });
    }
}

} // namespace

void readDamaged(const QString& path, SalvageFinds& found)
{
    if (auto damaged = Store::open(path, Database::Mode::Salvage)) {
        found.uuid = mendedUuid((*damaged)->uuid(), (*damaged)->uuidProof());
        const bool whole = readEvents(**damaged, [&](const Event& event) {
            found.sessions.add(event);
            found.inFile.insert({ event.stamp.replica, event.stamp.n });
        });
        readContent(**damaged, found.content);
        const bool tells = (*damaged)->database().hasTable(QStringLiteral("waiting"))
            || (*damaged)->database().value(QStringLiteral("PRAGMA user_version")).toInt() < 3;
        if (const auto erasures = (*damaged)->erasures(); erasures && whole && tells) {
            found.waiting.emplace();
            for (const WaitingErasure& each : erasures->waiting)
                found.waiting->insert(each.article);
        }
        for (const Head& head : (*damaged)->heads().value_or(QList<Head>()))
            found.sessions.addLink(head);
        readPages((*damaged)->database(), found, true);
    }
}

void readCopies(const Journal& journal, SalvageFinds& found)
{
    const Journal::Record record = journal.read();
    found.content.insert(record.texts);
    for (const Event& event : record.events)
        found.sessions.add(event);
    for (const Snapshot& snapshot : snapshotsIn(journal.folder())) {
        const auto copy = Store::open(snapshot.path, Database::Mode::Salvage);
        if (!copy)
            continue;
        const bool events
            = readEvents(**copy, [&](const Event& event) { found.sessions.add(event); });
        if (!readContent(**copy, found.content) || !events)
            readPages((*copy)->database(), found, false);
    }
}

QString copiesOf(const SalvageFinds& found, const QString& root, const QString& path)
{
    const QString own = recoveryFolder(root, found.uuid);
    if (!own.isEmpty() && QFileInfo::exists(own))
        return own;
    const QString placed = folderOfPlace(root, path);
    if (found.inFile.isEmpty())
        return placed;
    const auto hasTheSame = [&](const QString& folder) {
        SalvageFinds copies;
        readCopies(Journal(folder), copies);
        const QList<ReplicaId> replicas = copies.sessions.replicas();
        return std::any_of(replicas.begin(), replicas.end(),
            [&](const ReplicaId& replica) { return found.sessions.contains(replica); });
    };
    if (!placed.isEmpty() && hasTheSame(placed))
        return placed;
    // Moved or renamed since, and without its number: what it still says tells.
    for (const QFileInfo& folder :
        QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        if (isProjectUuid(folder.fileName()) && folder.absoluteFilePath() != placed
            && hasTheSame(folder.absoluteFilePath()))
            return folder.absoluteFilePath();
    }
    return {};
}

} // namespace assay
