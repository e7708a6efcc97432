// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/store.h"

#include "models/article/layoutcodec.h"
#include "models/storage/rowreader.h"

#include <QCoreApplication>
#include <QVariant>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <numeric>
#include <thread>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

static const QByteArray eventColumns
    = "SELECT replica, n, lamport, reviewer, time, edit, kind, payload, chain FROM event";

Store::Store(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_uuid(m_database->value(u"SELECT value FROM meta WHERE key = 'project'"_s).toString())
{
}

Store::~Store()
{
    m_insertEvent.reset(); // before the connection it belongs to
}

Expected<std::unique_ptr<Store>> Store::open(const QString& path, Database::Mode mode)
{
    Expected<std::unique_ptr<Database>> database = Database::open(path, mode);
    if (!database)
        return std::unexpected(database.error());
    std::unique_ptr<Store> store(new Store(std::move(*database)));
    store->m_salvaging = mode == Database::Mode::Salvage;
    if (store->m_database->needsMigration() && !store->m_database->isReadOnly()) {
        if (const Expected<void> done = store->rebuild(); !done)
            return std::unexpected(done.error());
    }
    return store;
}

Expected<QByteArray> Store::content(const QByteArray& sha256)
{
    std::optional<ContentRow> row = contentRow(sha256);
    if (!row)
        return fail(say("%1: a text that the log names is missing.").arg(m_database->path()));
    const auto damaged
        = [this] { return fail(say("%1: a stored text is damaged.").arg(m_database->path())); };
    // qUncompress trusts the four bytes that say how large the result is: cap it first.
    if (row->codec == 1 && (row->bytes.size() < 4 || static_cast<quint8>(row->bytes[0]) > 0x11))
        return damaged();
    QByteArray bytes = row->codec == 1 ? qUncompress(row->bytes) : row->bytes;
    if (contentHash(bytes) != sha256)
        return damaged();
    return bytes;
}

std::optional<Store::ContentRow> Store::contentRow(const QByteArray& sha256)
{
    const Expected<QSqlQuery*> query
        = statement(u"SELECT codec, size, bytes FROM content WHERE sha256 = ?"_s);
    if (!query)
        return {};
    (*query)->bindValue(0, sha256);
    std::optional<ContentRow> row;
    if (!(*query)->exec())
        m_readFailure = m_database->error(**query);
    else if ((*query)->next())
        row = { (*query)->value(0).toInt(), (*query)->value(1).toLongLong(),
            (*query)->value(2).toByteArray() };
    (*query)->finish();
    return row;
}

bool Store::hasContent(const QByteArray& sha256)
{
    const Expected<QSqlQuery*> query = statement(u"SELECT 1 FROM content WHERE sha256 = ?"_s);
    if (!query)
        return false;
    (*query)->bindValue(0, sha256);
    const bool there = (*query)->exec() && (*query)->next();
    (*query)->finish();
    return there;
}

Expected<void> Store::readFailure()
{
    const std::optional<Error> failure = std::exchange(m_readFailure, {});
    if (failure && !m_salvaging)
        return std::unexpected(*failure);
    return {};
}

Event Store::eventOf(const RowReader& row, bool whole)
{
    Event event;
    event.stamp = { row.number(2), { row.uuid(0) }, row.number(1) };
    event.reviewer = { row.uuid(3) };
    event.group = { row.uuid(5) };
    const EventKind kind = eventKindFromName(QLatin1StringView(row.view(6)));
    const QByteArrayView payload = row.view(7);
    const TextFinder text = [this](const QByteArray& hash) {
        const Expected<QByteArray> bytes = content(hash);
        return bytes ? *bytes : QByteArray();
    };
    if (Expected<Change> change
        = decodePayload(kind, QByteArray::fromRawData(payload.data(), payload.size()), text))
        event.change = std::move(*change);
    if (whole) {
        event.kind = row.text(6);
        event.payload = row.bytes(7);
        event.time = row.text(4);
        event.chain = row.bytes(8);
    }
    return event;
}

Expected<qsizetype> Store::scan(std::pair<ReplicaId, qint64>& from, qsizetype limit, bool whole,
    const std::function<void(Event&)>& take)
{
    RowReader rows(
        *m_database, eventColumns + " WHERE (replica, n) > (?, ?) ORDER BY replica, n LIMIT ?");
    rows.bind(0, from.first.isNull() ? QByteArray("") : from.first.toBytes());
    rows.bind(1, from.second);
    rows.bind(2, limit);
    qsizetype count = 0;
    m_readFailure.reset();
    while (rows.next()) {
        Event event = eventOf(rows, whole);
        if (const Expected<void> read = readFailure(); !read)
            return std::unexpected(read.error());
        from = { event.stamp.replica, event.stamp.n };
        take(event);
        ++count;
    }
    if (rows.error())
        return std::unexpected(*rows.error());
    return count;
}

/// Events are large: sorted by their places, then moved once.
static void sortByStamp(QList<Event>& events)
{
    QList<qsizetype> order(events.size());
    std::iota(order.begin(), order.end(), qsizetype(0));
    std::sort(order.begin(), order.end(),
        [&](qsizetype a, qsizetype b) { return events[a].stamp < events[b].stamp; });
    QList<Event> sorted;
    sorted.reserve(events.size());
    for (const qsizetype at : std::as_const(order))
        sorted.append(std::move(events[at]));
    events = std::move(sorted);
}

Expected<QList<Event>> Store::events()
{
    QList<Event> events;
    std::pair<ReplicaId, qint64> from;
    const Expected<qsizetype> read
        = scan(from, -1, true, [&](Event& event) { events.append(std::move(event)); });
    if (!read)
        return std::unexpected(read.error());
    sortByStamp(events);
    return events;
}

Expected<QList<Event>> Store::eventsAfter(const QHash<ReplicaId, qint64>& known)
{
    const Expected<QList<Head>> present = heads();
    if (!present)
        return std::unexpected(present.error());
    QList<Event> events;
    for (const Head& head : *present) {
        const qint64 have = known.value(head.replica);
        if (have >= head.n)
            continue;
        RowReader rows(*m_database, eventColumns + " WHERE replica = ? AND n > ? ORDER BY n");
        rows.bind(0, head.replica.toBytes());
        rows.bind(1, have);
        m_readFailure.reset();
        while (rows.next())
            events.append(eventOf(rows, true));
        const Expected<void> read = readFailure();
        if (rows.error() || !read)
            return std::unexpected(read ? *rows.error() : read.error());
    }
    sortByStamp(events);
    return events;
}

/// Reads on this thread while another folds what was read.
Expected<Fold> Store::foldedLog()
{
    constexpr qsizetype batchSize = 2000;
    Fold fold;
    std::deque<std::vector<Event>> batches;
    std::mutex mutex;
    std::condition_variable wake;
    bool done = false;
    std::thread folding([&] {
        std::unique_lock lock(mutex);
        for (;;) {
            wake.wait(lock, [&] { return done || !batches.empty(); });
            if (batches.empty())
                return;
            const std::vector<Event> batch = std::move(batches.front());
            batches.pop_front();
            lock.unlock();
            wake.notify_all();
            for (const Event& event : batch)
                fold.take(event);
            lock.lock();
        }
    });
    std::vector<Event> batch;
    const auto pass = [&] {
        std::unique_lock lock(mutex);
        wake.wait(lock, [&] { return batches.size() < 16; });
        batches.push_back(std::exchange(batch, {}));
        batch.reserve(batchSize);
        lock.unlock();
        wake.notify_all();
    };
    std::pair<ReplicaId, qint64> from;
    const Expected<qsizetype> read = scan(from, -1, false, [&](Event& event) {
        batch.push_back(std::move(event));
        if (batch.size() == static_cast<size_t>(batchSize))
            pass();
    });
    pass();
    {
        const std::lock_guard lock(mutex);
        done = true;
    }
    wake.notify_all();
    folding.join();
    return read ? Expected<Fold>(std::move(fold)) : std::unexpected(read.error());
}

static Expected<QList<Head>> readHeads(Database& database, const QByteArray& sql)
{
    RowReader rows(database, sql);
    QList<Head> heads;
    while (rows.next())
        heads.append({ { rows.uuid(0) }, rows.number(1), rows.bytes(2), rows.number(3),
            rows.number(4) != 0 });
    if (rows.error())
        return std::unexpected(*rows.error());
    return heads;
}

Expected<const Fold*> Store::logFold()
{
    if (!m_fold) {
        Expected<Fold> fold = foldedLog();
        if (!fold)
            return std::unexpected(fold.error());
        m_fold = std::move(*fold);
    }
    return &*m_fold;
}

Expected<QList<Head>> Store::heads()
{
    return m_database->needsMigration()
        ? logHeads()
        : readHeads(*m_database, "SELECT replica, n, chain, lamport, seen FROM head");
}

void markSeen(QList<Head>& heads, const QList<Head>& recorded)
{
    QSet<std::pair<ReplicaId, qint64>> seen;
    for (const Head& head : recorded)
        seen.insert({ head.replica, head.n });
    for (Head& head : heads)
        head.seen = seen.contains({ head.replica, head.n });
}

Expected<QList<Head>> Store::recordedByAll()
{
    QList<Head> recorded;
    RowReader rows(*m_database, "SELECT payload FROM event WHERE n = 1");
    while (rows.next())
        recorded += recordedHeads(rows.bytes(0));
    if (rows.error())
        return std::unexpected(*rows.error());
    return recorded;
}

Expected<QList<Head>> Store::logHeads()
{
    Expected<QList<Head>> heads = readHeads(*m_database,
        "SELECT e.replica, e.n, e.chain, e.lamport, 0 FROM event e JOIN"
        " (SELECT replica, max(n) AS n FROM event GROUP BY replica) USING (replica, n)");
    const Expected<QList<Head>> recorded = recordedByAll();
    if (!heads || !recorded)
        return heads ? recorded : heads;
    assay::markSeen(*heads, *recorded);
    return heads;
}

Expected<QList<LoadedRevision>> Store::revisionsOf(
    const QList<Event>& events, QStringList* problems)
{
    QList<LoadedRevision> revisions;
    for (const Event& event : events) {
        const Change& change = event.change;
        if (change.kind != EventKind::ArticleAdded && change.kind != EventKind::TextRevision)
            continue;
        m_readFailure.reset();
        const Expected<QByteArray> bytes = content(change.facts.layout);
        if (const Expected<void> read = readFailure(); !read)
            return std::unexpected(read.error());
        Expected<Layout> layout
            = bytes ? decodeLayout(*bytes, change.facts.length) : std::unexpected(bytes.error());
        if (!layout) {
            if (problems)
                problems->append(say("The text of “%1” is missing or damaged.")
                        .arg(change.facts.title.isEmpty() ? change.article.toString()
                                                          : change.facts.title));
            continue;
        }
        revisions.append(
            { change.article, { change.facts, std::move(*layout), change.from, change.map } });
    }
    std::stable_sort(
        revisions.begin(), revisions.end(), [](const LoadedRevision& a, const LoadedRevision& b) {
            return (a.revision.from == 0) > (b.revision.from == 0);
        });
    return revisions;
}

Expected<void> Store::loadCells(LoadedProject& loaded)
{
    QHash<qint64, QUuid> names;
    RowReader identities(*m_database, "SELECT id, uuid FROM identity");
    while (identities.next()) {
        names.insert(identities.number(0), identities.uuid(1));
        m_identities.insert(identities.uuid(1), identities.number(0));
    }
    if (identities.error())
        return std::unexpected(*identities.error());
    RowReader rows(*m_database,
        "SELECT article, reviewer, field, start, finish, revision, other, number, text, lamport,"
        " replica, n FROM cell");
    const auto small = [&rows](int column) { return static_cast<qint32>(rows.number(column)); };
    while (rows.next()) {
        CellRow row;
        row.cell = { static_cast<Field>(small(2)), { names.value(rows.number(0)) },
            { names.value(rows.number(1)) }, { small(3), small(4) },
            static_cast<RevisionKey>(rows.number(5)), rows.text(6) };
        row.value = CellValue{ small(7), rows.text(8),
            { rows.number(9), { names.value(rows.number(10)) }, rows.number(11) } };
        if (isContent(row.cell.field) && !row.value->text.isEmpty()) {
            m_readFailure.reset();
            const Expected<QByteArray> words
                = content(QByteArray::fromHex(row.value->text.toLatin1()));
            if (const Expected<void> read = readFailure(); !read)
                return read;
            row.value->text = words ? QString::fromUtf8(*words) : QString();
        }
        loaded.cells.append(std::move(row));
    }
    return rows.error() ? Expected<void>(std::unexpected(*rows.error())) : Expected<void>();
}

Expected<LoadedProject> Store::load()
{
    LoadedProject loaded;
    loaded.uuid = m_uuid;
    loaded.readOnlyReason = m_database->readOnlyReason();
    // One transaction: another process may be writing.
    if (const Expected<void> begun = m_database->run(u"BEGIN"_s); !begun)
        return std::unexpected(begun.error());
    const auto end = [this] { m_database->run(u"COMMIT"_s); };
    QList<Event> articles;
    {
        RowReader rows(
            *m_database, eventColumns + " WHERE kind IN ('article-added', 'text-revision')");
        m_readFailure.reset();
        while (rows.next())
            articles.append(eventOf(rows, true));
        const Expected<void> read = readFailure();
        if (rows.error() || !read) {
            end();
            return std::unexpected(read ? *rows.error() : read.error());
        }
    }
    Expected<void> done;
    if (!m_database->needsMigration()) {
        done = loadCells(loaded);
    } else { // read-only and of an older schema
        const Expected<Fold> fold = foldedLog();
        if (fold)
            loaded.cells = fold->rows();
        else
            done = std::unexpected(fold.error());
    }
    const Expected<QList<Head>> present = heads();
    m_dataVersion = m_database->dataVersion();
    end();
    if (!done || !present)
        return std::unexpected(done ? present.error() : done.error());
    QSet<ArticleId> erased;
    for (const CellRow& row : std::as_const(loaded.cells)) {
        if (row.cell.field == Field::Erased)
            erased.insert(row.cell.article);
    }
    articles.removeIf([&](const Event& event) { return erased.contains(event.change.article); });
    sortByStamp(articles);
    Expected<QList<LoadedRevision>> revisions = revisionsOf(articles, &loaded.problems);
    if (!revisions)
        return std::unexpected(revisions.error());
    loaded.revisions = std::move(*revisions);
    loaded.heads = *present;
    for (const Head& head : std::as_const(loaded.heads)) {
        loaded.lamport = std::max(loaded.lamport, head.lamport);
        m_known.insert(head.replica, head.n);
    }
    return loaded;
}

Expected<void> Store::seeOthers()
{
    const qint64 version = m_database->dataVersion();
    if (version == m_dataVersion)
        return {};
    Expected<QList<Event>> fresh = eventsAfter(m_known);
    if (!fresh)
        return std::unexpected(fresh.error());
    const Expected<QList<LoadedRevision>> revisions = revisionsOf(*fresh, nullptr);
    if (!revisions)
        return std::unexpected(revisions.error());
    if (fresh->isEmpty()) {
        m_dataVersion = version;
        return {};
    }
    if (m_fold) {
        for (const Event& event : std::as_const(*fresh))
            m_fold->take(event);
    } else if (const Expected<const Fold*> fold = logFold(); !fold) {
        return std::unexpected(fold.error());
    }
    for (const Event& event : std::as_const(*fresh)) {
        qint64& known = m_known[event.stamp.replica];
        known = std::max(known, event.stamp.n);
    }
    m_dataVersion = version;
    m_othersWrite = true;
    m_incoming.revisions += *revisions;
    m_incoming.events += *fresh;
    return {};
}

Expected<void> Store::look()
{
    if (m_dataVersion == m_database->dataVersion())
        return {};
    if (const Expected<void> begun = m_database->run(u"BEGIN"_s); !begun)
        return begun;
    const Expected<void> seen = seeOthers();
    m_database->run(u"COMMIT"_s);
    return seen;
}

Expected<QSet<QByteArray>> Store::erasedContent()
{
    QSet<QByteArray> gone;
    QSet<QByteArray> kept;
    QSet<ArticleId> erased;
    const Expected<QSqlQuery*> query
        = statement(u"SELECT payload FROM event WHERE kind = 'article-erased'"_s);
    if (!query)
        return std::unexpected(query.error());
    if (!(*query)->exec())
        return std::unexpected(m_database->error(**query));
    while ((*query)->next()) {
        if (const auto change = decodePayload(
                EventKind::ArticleErased, (*query)->value(0).toByteArray(), TextFinder()))
            erased.insert(change->article);
    }
    (*query)->finish();
    if (erased.isEmpty())
        return gone;
    RowReader rows(*m_database, "SELECT kind, payload FROM event");
    while (rows.next()) {
        const EventKind kind = eventKindFromName(rows.text(0));
        const QByteArray payload = rows.bytes(1);
        const QList<QByteArray> names = contentNames(kind, payload);
        if (names.isEmpty())
            continue;
        const auto change
            = decodePayload(kind, payload, [](const QByteArray&) { return QByteArray(); });
        QSet<QByteArray>& set = change && erased.contains(change->article) ? gone : kept;
        for (const QByteArray& name : names)
            set.insert(name);
    }
    if (rows.error())
        return std::unexpected(*rows.error());
    return gone.subtract(kept);
}

} // namespace assay
