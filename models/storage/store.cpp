// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/store.h"

#include "models/article/layoutcodec.h"
#include "models/project/bounds.h"
#include "models/storage/datafolder.h"
#include "models/storage/eventrows.h"
#include "models/storage/mergeplan.h"

#include <QCoreApplication>
#include <QFile>
#include <QVariant>

#include <QtEndian>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

Store::Store(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_uuid(m_database->value(u"SELECT value FROM meta WHERE key = 'project'"_s).toString())
    , m_uuidProof(
          m_database->value(u"SELECT value FROM meta WHERE key = 'project_sha256'"_s).toString())
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
    // It names the folder of the project's copies: nothing else may ever come to stand there.
    if (!store->m_salvaging && !isProjectUuid(store->m_uuid))
        return fail(say("%1: the number that tells this project from others is none. The file was "
                        "left as it is.")
                        .arg(path),
            {}, Error::Cause::Damaged);
    if (store->m_database->needsMigration() && !store->m_database->isReadOnly()) {
        if (const Expected<void> done = store->rebuild(); !done)
            return std::unexpected(done.error());
    }
    return store;
}

bool Store::removeIfEmpty()
{
    if (m_database->hasMoved() || !m_database->run(u"BEGIN EXCLUSIVE"_s))
        return false;
    const QVariant any = m_database->value(u"SELECT count(*) FROM event"_s);
    const bool removed
        = any.isValid() && any.toLongLong() == 0 && QFile::remove(m_database->path());
    m_database->run(u"ROLLBACK"_s);
    return removed;
}

bool isBomb(qsizetype packed, qsizetype size)
{
    constexpr qsizetype largest = 0x11ffffff; // beyond what an original may have
    constexpr qsizetype harmless = 20'000'000;
    return size > largest || (size > harmless && size / 200 > packed);
}

std::optional<QByteArray> contentBytes(const ContentRow& row, const QByteArray& sha256)
{
    // qUncompress trusts the four bytes that say how large the result is: cap it first.
    if (row.codec == 1
        && (row.bytes.size() < 4
            || isBomb(row.bytes.size(), qFromBigEndian<quint32>(row.bytes.constData()))))
        return {};
    QByteArray bytes = row.codec == 1 ? qUncompress(row.bytes) : row.bytes;
    return contentHash(bytes) == sha256 ? std::optional(std::move(bytes)) : std::nullopt;
}

Expected<QByteArray> Store::content(const QByteArray& sha256)
{
    const std::optional<ContentRow> row = contentRow(sha256);
    if (!row)
        return fail(say("%1: a text that the log names is missing.").arg(m_database->path()));
    std::optional<QByteArray> bytes = contentBytes(*row, sha256);
    if (!bytes || (bytes->size() != row->size && !m_salvaging))
        return fail(say("%1: a stored text is damaged.").arg(m_database->path()));
    return std::move(*bytes);
}

std::optional<ContentRow> Store::contentRow(const QByteArray& sha256)
{
    // A size that is not the bytes' own is a sign of damage, or of somebody who wants huge ones
    // read; length() does not read them. Salvaging trusts the hash alone.
    const Expected<QSqlQuery*> query = statement(m_salvaging
            ? u"SELECT codec, size, bytes FROM content WHERE sha256 = ?"_s
            : u"SELECT codec, size, CASE WHEN codec = 0 AND size <> length(bytes) THEN x'' ELSE"
              u" bytes END FROM content WHERE sha256 = ?"_s);
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
    const auto isSmall = [&rows](int column) {
        return rows.number(column) >= -1 && rows.number(column) <= maximumTextLength;
    };
    while (rows.next()) {
        if (!isSmall(2) || !isSmall(3) || !isSmall(4) || !isSmall(7)
            || rows.number(9) >= lamportEnd)
            continue; // no log says so; the check tells
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
            *m_database, eventColumns() + " WHERE kind IN ('article-added', 'text-revision')");
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
    const Expected<Erasures> known = erasures();
    m_dataVersion = m_database->dataVersion();
    end();
    if (!done || !present || !known)
        return std::unexpected(!done ? done.error() : !present ? present.error() : known.error());
    loaded.erased = known->done;
    loaded.waiting = known->waiting;
    m_waiting.clear();
    for (const WaitingErasure& each : std::as_const(loaded.waiting))
        m_waiting.insert(each.article);
    articles.removeIf(
        [&](const Event& event) { return loaded.erased.contains(event.change.article); });
    sortByStamp(articles);
    // One that waits may have lost its text elsewhere, and nobody sees it.
    QList<Event> hidden;
    for (const Event& event : std::as_const(articles)) {
        if (m_waiting.contains(event.change.article))
            hidden.append(event);
    }
    articles.removeIf([&](const Event& event) { return m_waiting.contains(event.change.article); });
    Expected<QList<LoadedRevision>> revisions = revisionsOf(articles, &loaded.problems);
    const Expected<QList<LoadedRevision>> unseen = revisionsOf(hidden, nullptr);
    if (!revisions || !unseen)
        return std::unexpected((!revisions ? revisions : unseen).error());
    loaded.revisions = *revisions + *unseen;
    loaded.heads = *present;
    for (const Head& head : std::as_const(loaded.heads)) {
        loaded.lamport = std::max(loaded.lamport, head.lamport);
        m_known.insert(head.replica, { head.n, head.chain });
    }
    m_database->noteState();
    return loaded;
}

/// `touched`: what Database::wasTouched() said before the transaction began.
Expected<void> Store::seeOthers(bool touched)
{
    const qint64 version = m_database->dataVersion();
    if (version == m_dataVersion && !touched)
        return {};
    const Expected<QList<Head>> present = heads();
    const Expected<qint64> missing
        = present ? missingOf(knownHeads(), *present) : std::unexpected(present.error());
    if (!missing)
        return std::unexpected(missing.error());
    if (*missing > 0)
        return std::unexpected(older(*missing));
    if (const Expected<void> noticed = noticeWaiting(); !noticed)
        return noticed;
    QHash<ReplicaId, qint64> read;
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it)
        read.insert(it.key(), it->n);
    Expected<QList<Event>> fresh = eventsAfter(read, *present);
    if (!fresh)
        return std::unexpected(fresh.error());
    const Expected<QList<LoadedRevision>> revisions = revisionsOf(*fresh, nullptr);
    if (!revisions)
        return std::unexpected(revisions.error());
    if (fresh->isEmpty()) {
        m_dataVersion = version;
        m_database->noteState();
        return {};
    }
    if (m_fold) {
        for (const Event& event : std::as_const(*fresh))
            m_fold->take(event);
    } else if (const Expected<const Fold*> fold = logFold(); !fold) {
        return std::unexpected(fold.error());
    }
    for (const Event& event : std::as_const(*fresh)) {
        End& known = m_known[event.stamp.replica];
        if (known.n < event.stamp.n)
            known = { event.stamp.n, event.chain };
    }
    m_dataVersion = version;
    m_database->noteState();
    m_othersWrite = true;
    m_incoming.revisions += *revisions;
    m_incoming.events += *fresh;
    return {};
}

QList<Head> Store::knownHeads() const
{
    QList<Head> heads;
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it)
        heads.append({ it.key(), it->n, it->chain });
    return heads;
}

Error Store::older(qint64 missing) const
{
    return { say("%1 is an older state: %2 events that were saved in it are missing.")
                 .arg(m_database->path(), QString::number(missing)),
        {}, Error::Cause::Older };
}

QByteArray Store::linkAt(ReplicaId replica, qint64 n)
{
    RowReader row(*m_database, "SELECT chain FROM event WHERE replica = ? AND n = ?");
    row.bind(0, replica.toBytes());
    row.bind(1, n);
    return row.next() ? row.bytes(0) : QByteArray();
}

Expected<Head> Store::wholeUpTo(ReplicaId replica)
{
    Head whole{ replica, 0, {}, 0 };
    RowReader rows(*m_database, "SELECT n, chain, lamport FROM event WHERE replica = ? ORDER BY n");
    rows.bind(0, replica.toBytes());
    while (rows.next() && rows.number(0) == whole.n + 1)
        whole = { replica, rows.number(0), rows.bytes(1), rows.number(2) };
    if (rows.error())
        return std::unexpected(*rows.error());
    return whole;
}

Expected<qint64> Store::missingOf(const QList<Head>& known)
{
    const Expected<QList<Head>> present = heads();
    return present ? missingOf(known, *present) : std::unexpected(present.error());
}

/// By session, not by the highest number of all: another copy may have more of one and less of
/// another.
Expected<qint64> Store::missingOf(const QList<Head>& known, const QList<Head>& present)
{
    QHash<ReplicaId, const Head*> here;
    for (const Head& head : present)
        here.insert(head.replica, &head);
    qint64 missing = 0;
    for (const Head& head : known) {
        const Head* const last = here.value(head.replica);
        if (!last || last->n < head.n)
            missing += head.n - (last ? last->n : 0);
        else if ((last->n == head.n ? last->chain : linkAt(head.replica, head.n)) != head.chain)
            ++missing; // another event stands in its place
    }
    return missing;
}

Expected<qint64> Store::putBack(const MergePlan& plan)
{
    const QList<Head> known = knownHeads();
    const Expected<qint64> lacked = missingOf(known);
    if (!lacked)
        return lacked;
    const Expected<void> done = inTransaction([&]() -> Expected<void> {
        // The copies are of all copies of the project on this computer: what was erased in another
        // one is a wish in this one, as ever.
        const Expected<Erasures> before = erasures();
        if (!before)
            return std::unexpected(before.error());
        return writeMerged(plan)
            .and_then([&] { return noteErasures(plan, before->done); })
            .and_then([this] { return purgeErased(); })
            .and_then([this] { return rebuildHere(); });
    });
    if (!done)
        return std::unexpected(done.error());
    const Expected<qint64> missing = missingOf(known);
    if (!missing)
        return missing;
    if (*missing > 0) {
        m_known.clear();
        for (const Head& head : heads().value_or(QList<Head>()))
            m_known.insert(head.replica, { head.n, head.chain });
    }
    // Whoever opened the file as it was has not heard of what filled a gap.
    for (const Event& event : *lacked == 0 ? plan.events : QList<Event>()) {
        if (event.stamp.n <= m_known.value(event.stamp.replica).n)
            m_incoming.events.append(event);
    }
    noticeWaiting();
    m_dataVersion = -1; // the next look sees what else the file has
    m_othersWrite = true;
    m_fold.reset();
    return missing;
}

Expected<void> Store::look()
{
    const bool touched = m_database->wasTouched();
    if (m_dataVersion == m_database->dataVersion() && !touched)
        return {};
    if (const Expected<void> begun = m_database->run(u"BEGIN"_s); !begun)
        return begun;
    const Expected<void> seen = seeOthers(touched);
    m_database->run(u"COMMIT"_s);
    return seen;
}

} // namespace assay
