// SPDX-License-Identifier: GPL-3.0-or-later
// How a store reads its log.
#include "models/project/bounds.h"
#include "models/storage/eventrows.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <numeric>
#include <thread>

namespace assay {

using namespace Qt::StringLiterals;

Event Store::eventOf(const RowReader& row, bool whole)
{
    Event event;
    event.stamp = { row.number(2), { row.uuid(0) }, row.number(1) };
    event.reviewer = { row.uuid(3) };
    event.group = { row.uuid(5) };
    const EventKind kind = eventKindFromName(QLatin1StringView(row.view(6)));
    const QByteArrayView payload = row.view(7);
    // What is out of bounds is kept as it is, and counts for nothing: see problemOfEvent().
    const bool bounded = event.stamp.n >= 1 && event.stamp.lamport >= 1
        && event.stamp.lamport < lamportEnd && !event.stamp.replica.isNull()
        && isBoundedTime(row.view(4));
    const TextFinder text = [this](const QByteArray& hash) {
        const Expected<QByteArray> bytes = content(hash);
        return bytes ? *bytes : QByteArray();
    };
    if (bounded) {
        if (Expected<Change> change
            = decodePayload(kind, QByteArray::fromRawData(payload.data(), payload.size()), text))
            event.change = std::move(*change);
    }
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
        *m_database, eventColumns() + " WHERE (replica, n) > (?, ?) ORDER BY replica, n LIMIT ?");
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
void sortByStamp(QList<Event>& events)
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
    return present ? eventsAfter(known, *present) : std::unexpected(present.error());
}

Expected<QList<Event>> Store::eventsAfter(
    const QHash<ReplicaId, qint64>& known, const QList<Head>& present)
{
    QList<Event> events;
    for (const Head& head : present) {
        const qint64 have = known.value(head.replica);
        if (have >= head.n)
            continue;
        RowReader rows(*m_database, eventColumns() + " WHERE replica = ? AND n > ? ORDER BY n");
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

std::optional<std::pair<qsizetype, QDateTime>> Store::editsSince(const QDateTime& time)
{
    RowReader rows(*m_database,
        "SELECT count(DISTINCT edit), coalesce(max(time), '') FROM event WHERE time >= ?"
        " AND kind <> 'reviewer'");
    const QByteArray from = time.toUTC().toString(Qt::ISODate).toUtf8();
    rows.bindText(0, from);
    if (!rows.next())
        return {};
    return std::pair(
        static_cast<qsizetype>(rows.number(0)), QDateTime::fromString(rows.text(1), Qt::ISODate));
}

} // namespace assay
