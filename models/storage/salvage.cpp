// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/salvage.h"

#include "models/storage/check.h"
#include "models/storage/proof.h"
#include "models/storage/rawpages.h"
#include "models/storage/recovery.h"
#include "models/storage/rowreader.h"
#include "models/storage/uuidproof.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

namespace {

/// Everything that file, snapshots and journal still give.
struct Found {
    Sessions sessions;
    QSet<std::pair<ReplicaId, qint64>> inFile;
    QHash<QByteArray, QByteArray> content;
    QString uuid;
};

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
void readPages(const Database& database, Found& found, bool isProject)
{
    const QByteArray bytes = database.fileBytes();
    const RawFinds raw = findInPages(bytes);
    found.content.insert(raw.content);
    for (const Event& event : raw.events) {
        found.sessions.add(event);
        if (isProject)
            found.inFile.insert({ event.stamp.replica, event.stamp.n });
    }
}

void readProject(const QString& path, Found& found)
{
    if (auto damaged = Store::open(path, Database::Mode::Salvage)) {
        found.uuid = mendedUuid((*damaged)->uuid(), (*damaged)->uuidProof());
        readEvents(**damaged, [&](const Event& event) {
            found.sessions.add(event);
            found.inFile.insert({ event.stamp.replica, event.stamp.n });
        });
        readContent(**damaged, found.content);
        for (const Head& head : (*damaged)->heads().value_or(QList<Head>()))
            found.sessions.addLink(head);
        readPages((*damaged)->database(), found, true);
    }
}

void readCopies(const Journal& journal, Found& found)
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

/// The recovery folder that belongs to what was found in the file at `path`. The file's own uuid
/// may be damaged, and another project may have taken the place of the one that was seen there: a
/// folder found by place alone has to share a session with the file.
QString copiesOf(const Found& found, const QString& root, const QString& path)
{
    const QString own = recoveryFolder(root, found.uuid);
    if (!QUuid::fromString(found.uuid).isNull() && QFileInfo::exists(own))
        return own;
    const QString placed = folderOfPlace(root, path);
    if (placed.isEmpty() || found.inFile.isEmpty())
        return placed;
    Found copies;
    readCopies(Journal(placed), copies);
    const QList<ReplicaId> replicas = copies.sessions.replicas();
    const bool shared = std::any_of(replicas.begin(), replicas.end(),
        [&](const ReplicaId& replica) { return found.sessions.contains(replica); });
    return shared ? placed : QString();
}

/// The events as a session of their own, in fold order, each with its rank. The same events make
/// the same session, wherever they are salvaged.
QList<Event> inOwnSession(QList<Event> events)
{
    std::sort(events.begin(), events.end(),
        [](const Event& a, const Event& b) { return a.stamp < b.stamp; });
    QByteArray all;
    for (const Event& event : std::as_const(events))
        all += event.chain;
    static const QUuid space = QUuid::fromString(u"3f1c8a52-6f0e-4c61-9d0b-7a5e2d94c1b3"_s);
    const ReplicaId replica{ QUuid::createUuidV5(space, contentHash(all)) };
    QByteArray previous;
    qint64 n = 0;
    for (Event& event : events) {
        event.stamp = { event.stamp.lamport, replica, ++n };
        event.chain = chainLink(event, previous);
        previous = event.chain;
    }
    return events;
}

/// One journal-like line an event, for people who want to look at what no chain proves.
Expected<QString> writeUnproven(const QString& path, const QList<Event>& events)
{
    if (events.isEmpty())
        return QString();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(say("%1 cannot be written.").arg(path));
    for (const Event& event : events)
        file.write(eventLine(event));
    if (!file.commit())
        return fail(say("%1 cannot be written.").arg(path));
    return path;
}

/// Events for the new file, and those that no chain proves.
std::shared_ptr<MergePlan> planOf(const Found& found, QList<Event>& unproven, SalvageReport& report)
{
    auto plan = std::make_shared<MergePlan>();
    QList<Event> behindGaps;
    for (const ReplicaId& replica : found.sessions.replicas()) {
        const QList<Event> proven = found.sessions.provenAfter({ replica, 0, {}, 0 });
        for (const Event& event : proven)
            report.fromFile += found.inFile.contains({ replica, event.stamp.n });
        plan->events += proven;
        behindGaps += found.sessions.linkedBehindGap(replica, proven.size());
        unproven += found.sessions.unlinkedAfter(replica, proven.size());
        if (!proven.isEmpty())
            plan->heads.append({ replica, proven.last().stamp.n, proven.last().chain,
                proven.last().stamp.lamport });
    }
    if (!behindGaps.isEmpty()) {
        for (const Event& event : std::as_const(behindGaps))
            report.fromFile += found.inFile.contains({ event.stamp.replica, event.stamp.n });
        report.behindGaps = behindGaps.size();
        const QList<Event> own = inOwnSession(std::move(behindGaps));
        const Event& last = own.last();
        plan->heads.append({ last.stamp.replica, last.stamp.n, last.chain, last.stamp.lamport });
        plan->events += own;
    }
    report.events = plan->events.size();
    report.mended = found.sessions.mended();
    report.unproven = unproven.size();
    return plan;
}

/// Writes the new project to `part`.
Expected<void> writeProject(const QString& part, const QString& uuid,
    const std::shared_ptr<MergePlan>& plan, SalvageReport& report)
{
    auto made = Store::open(part, Database::Mode::New);
    Expected<void> done = made ? Expected<void>() : std::unexpected(made.error());
    if (done && !QUuid::fromString(uuid).isNull())
        done = (*made)->setUuid(uuid);
    Group group;
    group.merge = plan;
    if (done)
        done = (*made)->commit({ group });
    if (done)
        report.problems = checkProject(**made).problems;
    else if (made)
        made->reset();
    if (!done)
        QFile::remove(part);
    return done;
}

} // namespace

Expected<SalvageReport> salvage(const QString& path, const QString& root)
{
    SalvageReport report;
    Found found;
    if (auto tried = Store::open(path, Database::Mode::Peek);
        !tried && tried.error().cause == Error::Cause::Locked)
        return std::unexpected(tried.error()); // it may be whole
    readProject(path, found);
    const QString folder = copiesOf(found, root, path);
    const Journal journal(folder);
    if (!folder.isEmpty()) {
        found.uuid = QFileInfo(folder).fileName();
        readCopies(journal, found);
    }
    QList<Event> unproven;
    const std::shared_ptr<MergePlan> plan = planOf(found, unproven, report);
    if (plan->events.isEmpty())
        return fail(say("Nothing could be salvaged of %1: neither the file nor copies on this "
                        "computer hold an event that can be proved. It was left as it is.")
                .arg(path));
    plan->content = [&](const QByteArray& name) -> std::optional<ContentRow> {
        if (const auto it = found.content.constFind(name); it != found.content.constEnd())
            return ContentRow{ 0, it->size(), *it };
        const auto bytes = folder.isEmpty() ? std::nullopt : journal.content(name);
        return bytes ? std::optional(ContentRow{ 0, bytes->size(), *bytes }) : std::nullopt;
    };
    plan->settle();

    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QFileInfo info(path);
    const QString base = info.path() + u'/' + info.completeBaseName();
    const QString part = base + u".salvaged-"_s + stamp + u".assay.part"_s;
    if (const Expected<void> written = writeProject(part, found.uuid, plan, report); !written)
        return std::unexpected(written.error());
    const Expected<QString> rest
        = writeUnproven(base + u".unproven-"_s + stamp + u".jsonl"_s, unproven);
    if (!rest)
        return std::unexpected(rest.error());
    report.unprovenPath = *rest;
    const QString damaged = base + u".damaged-"_s + stamp + u".assay"_s;
    if (info.exists()) {
        if (!QFile::rename(path, damaged))
            return fail(say("%1 cannot be renamed; what was salvaged is in %2.").arg(path, part));
        report.damaged = damaged;
    }
    // A rollback journal of the damaged file must not be played into the new one.
    QFile::rename(path + u"-journal"_s, damaged + u"-journal"_s);
    if (!QFile::rename(part, path))
        return fail(say("What was salvaged is in %1.").arg(part));
    syncFolder(info.path());
    return report;
}

} // namespace assay
