// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/recovery.h"

#include "models/storage/check.h"
#include "models/storage/rowreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <map>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

/// Events of one session by their number. Where two tell of the same one, both are kept until a
/// chain decides.
using Session = std::multimap<qint64, Event>;
using Sessions = std::map<ReplicaId, Session>;

static void add(Sessions& sessions, const Event& event)
{
    Session& session = sessions[event.stamp.replica];
    const auto [from, to] = session.equal_range(event.stamp.n);
    const bool known
        = std::any_of(from, to, [&](const auto& each) { return each.second.chain == event.chain; });
    if (!known)
        session.emplace(event.stamp.n, event);
}

/// The events of a session behind `head` that follow link by link.
static QList<Event> provenAfter(const Session& session, const Head& head)
{
    QList<Event> proven;
    QByteArray previous = head.chain;
    for (qint64 n = head.n + 1;; ++n) {
        const auto [from, to] = session.equal_range(n);
        const auto it = std::find_if(from, to, [&](const auto& each) {
            return chainLink(each.second, previous) == each.second.chain;
        });
        if (it == to)
            return proven;
        proven.append(it->second);
        previous = it->second.chain;
    }
}

/// Finds content in any of several places.
using ContentFinder = std::function<std::optional<Store::ContentRow>(const QByteArray& sha256)>;

static Store::ContentRow plain(const QByteArray& bytes)
{
    return { 0, bytes.size(), bytes };
}

/// In fold order, and with the words that any of the places had: the one an event was read from may
/// have lost them.
static void settle(MergePlan& plan)
{
    std::sort(plan.events.begin(), plan.events.end(),
        [](const Event& a, const Event& b) { return a.stamp < b.stamp; });
    const TextFinder text = [&plan](const QByteArray& name) {
        const std::optional<Store::ContentRow> row = plan.content(name);
        return !row ? QByteArray() : row->codec == 1 ? qUncompress(row->bytes) : row->bytes;
    };
    for (Event& event : plan.events) {
        if (auto change = decodePayload(eventKindFromName(event.kind), event.payload, text))
            event.change = std::move(*change);
    }
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
            add(sessions, event);
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
            add(sessions, event);
    }
    for (const auto& [replica, session] : sessions) {
        const Head head = here.value(replica, { replica, 0, {}, 0 });
        const QList<Event> proven = provenAfter(session, head);
        if (proven.isEmpty())
            continue;
        plan->events += proven;
        const Event& last = proven.last();
        plan->heads.append({ replica, last.stamp.n, last.chain, last.stamp.lamport });
        plan->spans.append({ replica, head.n + 1, last.stamp.n });
        plan->lamport = std::max(plan->lamport, last.stamp.lamport);
    }
    plan->content
        = [record, copy, journal](const QByteArray& name) -> std::optional<Store::ContentRow> {
        if (const auto it = record->texts.constFind(name); it != record->texts.constEnd())
            return plain(*it);
        if (const auto row = copy ? copy->contentRow(name) : std::nullopt)
            return row;
        const std::optional<QByteArray> bytes = journal.content(name);
        return bytes ? std::optional(plain(*bytes)) : std::nullopt;
    };
    settle(*plan);
    return plan;
}

void rememberPlace(const QString& root, const QString& uuid, const QString& path)
{
    const QString folder = recoveryFolder(root, uuid);
    QSaveFile file(folder + u"/place"_s);
    if (!folder.isEmpty() && QDir().mkpath(folder) && file.open(QIODevice::WriteOnly)) {
        file.write(QFileInfo(path).absoluteFilePath().toUtf8());
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
        if (file.open(QIODevice::ReadOnly) && file.readAll() == wanted
            && (latest.isEmpty() || changed > when)) {
            latest = folder.absoluteFilePath();
            when = changed;
        }
    }
    return latest;
}

/// Reads every event that the file still gives: behind a page that cannot be read, the search goes
/// on further and further along.
static void readEvents(Store& store, const std::function<void(const Event&)>& take)
{
    std::pair<ReplicaId, qint64> from;
    qint64 skip = 1;
    const Expected<QList<Head>> heads = store.heads();
    for (int tries = 0; tries < 10'000; ++tries) {
        const auto before = from;
        const Expected<qsizetype> read
            = store.scan(from, -1, true, [&](const Event& event) { take(event); });
        if (read)
            return;
        skip = from == before ? skip * 2 : 1;
        from.second += skip;
        if (skip < (1LL << 22))
            continue;
        // Nothing more of this session: on with the next that the head table knows.
        if (!heads)
            return;
        const auto next
            = std::min_element(heads->begin(), heads->end(), [&](const Head& a, const Head& b) {
                  const bool aAfter = from.first < a.replica;
                  const bool bAfter = from.first < b.replica;
                  return aAfter != bAfter ? aAfter : a.replica < b.replica;
              });
        if (next == heads->end() || !(from.first < next->replica))
            return;
        from = { next->replica, 0 };
        skip = 1;
    }
}

static void readContent(Store& store, QHash<QByteArray, QByteArray>& content)
{
    qint64 from = 0;
    qint64 skip = 1;
    while (skip < (1LL << 22)) {
        RowReader rows(store.database(), "SELECT id, sha256 FROM content WHERE id > ? ORDER BY id");
        rows.bind(0, from);
        const qint64 before = from;
        while (rows.next()) {
            from = rows.number(0);
            const QByteArray name = rows.bytes(1);
            if (const Expected<QByteArray> bytes = store.content(name))
                content.insert(name, *bytes);
        }
        if (!rows.error())
            return;
        skip = from == before ? skip * 2 : 1;
        from += skip;
    }
}

/// One journal-like line an event, for people who want to look at what no chain proves.
static Expected<QString> writeUnproven(const QString& path, const QList<Event>& events)
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

Expected<SalvageReport> salvage(const QString& path, const QString& root)
{
    SalvageReport report;
    Sessions sessions;
    QSet<std::pair<ReplicaId, qint64>> inFile;
    QHash<QByteArray, QByteArray> content;
    QString uuid;
    if (auto damaged = Store::open(path, Database::Mode::Salvage)) {
        uuid = (*damaged)->uuid();
        readEvents(**damaged, [&](const Event& event) {
            add(sessions, event);
            inFile.insert({ event.stamp.replica, event.stamp.n });
        });
        readContent(**damaged, content);
    }
    const QString folder
        = QUuid::fromString(uuid).isNull() ? folderOfPlace(root, path) : recoveryFolder(root, uuid);
    const Journal journal(folder);
    if (!folder.isEmpty()) {
        uuid = QFileInfo(folder).fileName();
        const Journal::Record record = journal.read();
        content.insert(record.texts);
        for (const Event& event : record.events)
            add(sessions, event);
        for (const Snapshot& snapshot : snapshotsIn(folder)) {
            const auto copy = Store::open(snapshot.path, Database::Mode::Peek);
            const auto events = copy ? (*copy)->events() : std::unexpected(copy.error());
            if (!events)
                continue;
            for (const Event& event : *events)
                add(sessions, event);
            readContent(**copy, content);
        }
    }
    auto plan = std::make_shared<MergePlan>();
    QList<Event> unproven;
    for (const auto& [replica, session] : sessions) {
        const QList<Event> proven = provenAfter(session, { replica, 0, {}, 0 });
        plan->events += proven;
        for (const auto& [n, event] : session) {
            if (n > proven.size())
                unproven.append(event);
        }
        if (!proven.isEmpty())
            plan->heads.append({ replica, proven.last().stamp.n, proven.last().chain,
                proven.last().stamp.lamport });
    }
    if (plan->events.isEmpty())
        return fail(say("Nothing could be salvaged of %1: neither the file nor copies on this "
                        "computer hold an event that can be proved. It was left as it is.")
                .arg(path));
    for (const Event& event : std::as_const(plan->events))
        report.fromFile += inFile.contains({ event.stamp.replica, event.stamp.n });
    report.events = plan->events.size();
    report.unproven = unproven.size();
    plan->content = [&](const QByteArray& name) -> std::optional<Store::ContentRow> {
        if (const auto it = content.constFind(name); it != content.constEnd())
            return plain(*it);
        const auto bytes = folder.isEmpty() ? std::nullopt : journal.content(name);
        return bytes ? std::optional(plain(*bytes)) : std::nullopt;
    };
    settle(*plan);

    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QFileInfo info(path);
    const QString base = info.path() + u'/' + info.completeBaseName();
    const QString part = base + u".salvaged-"_s + stamp + u".assay.part"_s;
    {
        auto made = Store::open(part, Database::Mode::New);
        Expected<void> done = made ? Expected<void>() : std::unexpected(made.error());
        if (done && !uuid.isEmpty())
            done = (*made)->setUuid(uuid);
        Group group;
        group.merge = plan;
        if (done)
            done = (*made)->commit({ group });
        if (!done) {
            if (made)
                made->reset();
            QFile::remove(part);
            return std::unexpected(done.error());
        }
        report.problems = checkProject(**made).problems;
    }
    const Expected<QString> rest
        = writeUnproven(base + u".unproven-"_s + stamp + u".jsonl"_s, unproven);
    if (!rest)
        return std::unexpected(rest.error());
    report.unprovenPath = *rest;
    report.damaged = base + u".damaged-"_s + stamp + u".assay"_s;
    const bool hadFile = info.exists();
    if (hadFile && !QFile::rename(path, report.damaged))
        return fail(say("%1 cannot be renamed; what was salvaged is in %2.").arg(path, part));
    if (!hadFile)
        report.damaged.clear();
    if (!QFile::rename(part, path))
        return fail(say("What was salvaged is in %1.").arg(part));
    // A rollback journal of the damaged file must not be played into the new one.
    QFile::rename(path + u"-journal"_s, report.damaged + u"-journal"_s);
    syncFolder(info.path());
    return report;
}

} // namespace assay
