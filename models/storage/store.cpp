// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/store.h"

#include "models/article/layoutcodec.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QVariant>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

Store::Store(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

Expected<std::unique_ptr<Store>> Store::open(const QString& path, Database::Mode mode)
{
    Expected<std::unique_ptr<Database>> database = Database::open(path, mode);
    if (!database)
        return std::unexpected(database.error());
    return std::unique_ptr<Store>(new Store(std::move(*database)));
}

Expected<QSqlQuery*> Store::statement(const QString& sql)
{
    std::shared_ptr<QSqlQuery>& kept = m_statements[sql];
    if (!kept) {
        Expected<QSqlQuery> query = m_database->prepare(sql);
        if (!query)
            return std::unexpected(query.error());
        kept = std::make_shared<QSqlQuery>(std::move(*query));
    }
    return kept.get();
}

Expected<QByteArray> Store::content(const QByteArray& sha256)
{
    const Expected<QSqlQuery*> query
        = statement(u"SELECT codec, bytes FROM content WHERE sha256 = ?"_s);
    if (!query)
        return std::unexpected(query.error());
    (*query)->bindValue(0, sha256);
    if (!(*query)->exec())
        return std::unexpected(m_database->error(**query));
    if (!(*query)->next()) {
        (*query)->finish();
        return fail(say("%1: a text that the log names is missing.").arg(m_database->path()));
    }
    QByteArray bytes = (*query)->value(1).toByteArray();
    const bool compressed = (*query)->value(0).toInt() == 1;
    (*query)->finish();
    // qUncompress trusts the four bytes that say how large the result is: cap it first.
    if (compressed && (bytes.size() < 4 || static_cast<quint8>(bytes[0]) > 0x11))
        return fail(say("%1: a stored text is damaged.").arg(m_database->path()));
    if (compressed)
        bytes = qUncompress(bytes);
    if (contentHash(bytes) != sha256)
        return fail(say("%1: a stored text is damaged.").arg(m_database->path()));
    return bytes;
}

Expected<LoadedProject> Store::load()
{
    LoadedProject loaded;
    loaded.readOnlyReason = m_database->readOnlyReason();
    const auto noNote = [](const QByteArray&) { return QString(); };

    Expected<QSqlQuery> articles
        = m_database->prepare(u"SELECT payload FROM event WHERE kind = 'article-added'"_s);
    if (!articles || !articles->exec())
        return std::unexpected(articles ? m_database->error(*articles) : articles.error());
    while (articles->next()) {
        const Expected<Change> change
            = decodePayload(EventKind::ArticleAdded, articles->value(0).toByteArray(), noNote);
        if (!change)
            return std::unexpected(change.error());
        const Expected<QByteArray> bytes = content(change->facts.layout);
        if (!bytes)
            return std::unexpected(bytes.error());
        Expected<Layout> layout = decodeLayout(*bytes, change->facts.length);
        if (!layout)
            return fail(say("%1: %2").arg(m_database->path(), layout.error().message));
        loaded.articles.append({ change->article, change->facts, std::move(*layout) });
    }

    QHash<qint64, QUuid> names;
    Expected<QSqlQuery> identities = m_database->prepare(u"SELECT id, uuid FROM identity"_s);
    if (!identities || !identities->exec())
        return std::unexpected(identities ? m_database->error(*identities) : identities.error());
    while (identities->next()) {
        const QUuid uuid = QUuid::fromRfc4122(identities->value(1).toByteArray());
        names.insert(identities->value(0).toLongLong(), uuid);
        m_identities.insert(uuid, identities->value(0).toLongLong());
    }

    Expected<QSqlQuery> cells = m_database->prepare(
        u"SELECT article, reviewer, field, start, finish, number, text, lamport, replica, n FROM cell"_s);
    if (!cells || !cells->exec())
        return std::unexpected(cells ? m_database->error(*cells) : cells.error());
    const auto number
        = [&cells](int column) { return static_cast<qint32>(cells->value(column).toLongLong()); };
    while (cells->next()) {
        CellRow row;
        row.cell = { static_cast<Field>(number(2)), { names.value(cells->value(0).toLongLong()) },
            { names.value(cells->value(1).toLongLong()) }, { number(3), number(4) } };
        row.value = CellValue{ number(5), cells->value(6).toString(),
            { cells->value(7).toLongLong(), { names.value(cells->value(8).toLongLong()) },
                cells->value(9).toLongLong() } };
        if (row.cell.field == Field::Note && !row.value->text.isEmpty()) {
            const Expected<QByteArray> note
                = content(QByteArray::fromHex(row.value->text.toLatin1()));
            row.value->text = note ? QString::fromUtf8(*note) : QString();
        }
        loaded.cells.append(std::move(row));
    }

    Expected<QSqlQuery> heads
        = m_database->prepare(u"SELECT replica, n, chain, lamport FROM head"_s);
    if (!heads || !heads->exec())
        return std::unexpected(heads ? m_database->error(*heads) : heads.error());
    while (heads->next()) {
        loaded.heads.append(
            { ReplicaId::fromBytes(heads->value(0).toByteArray()), heads->value(1).toLongLong(),
                heads->value(2).toByteArray(), heads->value(3).toLongLong() });
        loaded.lamport = std::max(loaded.lamport, loaded.heads.last().lamport);
    }
    return loaded;
}

Expected<QList<Event>> Store::events(Detail detail)
{
    Expected<QSqlQuery> query = m_database->prepare(
        u"SELECT replica, n, lamport, reviewer, time, edit, kind, payload, chain FROM event"_s);
    if (!query || !query->exec())
        return std::unexpected(query ? m_database->error(*query) : query.error());
    const auto note = [this](const QByteArray& hash) {
        const Expected<QByteArray> bytes = content(hash);
        return bytes ? QString::fromUtf8(*bytes) : QString();
    };
    QList<Event> events;
    while (query->next()) {
        Event event;
        event.stamp = { query->value(2).toLongLong(),
            ReplicaId::fromBytes(query->value(0).toByteArray()), query->value(1).toLongLong() };
        event.reviewer = ReviewerId::fromBytes(query->value(3).toByteArray());
        event.time = query->value(4).toString();
        event.group = GroupId::fromBytes(query->value(5).toByteArray());
        event.kind = query->value(6).toString();
        event.payload = query->value(7).toByteArray();
        event.chain = query->value(8).toByteArray();
        if (Expected<Change> change
            = decodePayload(eventKindFromName(event.kind), event.payload, note))
            event.change = std::move(*change);
        if (detail == Detail::Meaning) {
            // The window keeps the history in memory: a third of a row is enough to fold and undo.
            event.payload.clear();
            event.chain.clear();
            event.time.clear();
            event.kind.clear();
        }
        events.append(std::move(event));
    }
    if (query->lastError().isValid())
        return std::unexpected(m_database->error(*query));
    std::sort(events.begin(), events.end(),
        [](const Event& a, const Event& b) { return a.stamp < b.stamp; });
    return events;
}

Expected<qint64> Store::identity(const QUuid& uuid)
{
    if (const auto it = m_identities.constFind(uuid); it != m_identities.constEnd())
        return *it;
    // Another process may have named it meanwhile: insert or find.
    for (const QString& sql : { u"INSERT OR IGNORE INTO identity (uuid) VALUES (?)"_s,
             u"SELECT id FROM identity WHERE uuid = ?"_s }) {
        const Expected<QSqlQuery*> query = statement(sql);
        if (!query)
            return std::unexpected(query.error());
        (*query)->bindValue(0, uuid.toRfc4122());
        if (!(*query)->exec())
            return std::unexpected(m_database->error(**query));
        if ((*query)->next()) {
            const qint64 id = (*query)->value(0).toLongLong();
            (*query)->finish();
            m_identities.insert(uuid, id);
            return id;
        }
    }
    return fail(say("%1: the system reports an error.").arg(m_database->path()));
}

Expected<void> Store::insertContent(const Content& content)
{
    const Expected<QSqlQuery*> query = statement(
        u"INSERT OR IGNORE INTO content (sha256, codec, size, bytes) VALUES (?, ?, ?, ?)"_s);
    if (!query)
        return std::unexpected(query.error());
    (*query)->bindValue(0, content.sha256);
    (*query)->bindValue(1, content.compress ? 1 : 0);
    (*query)->bindValue(2, content.bytes.size());
    (*query)->bindValue(3, content.compress ? qCompress(content.bytes) : content.bytes);
    if (!(*query)->exec())
        return std::unexpected(m_database->error(**query));
    return {};
}

Expected<void> Store::writeCell(const CellRow& row)
{
    const Cell& cell = row.cell;
    const Expected<qint64> article = identity(cell.article.uuid);
    const Expected<qint64> reviewer = identity(cell.reviewer.uuid);
    const Expected<qint64> replica = identity(row.value ? row.value->stamp.replica.uuid : QUuid());
    if (!article || !reviewer || !replica)
        return std::unexpected((!article ? article : !reviewer ? reviewer : replica).error());
    const Expected<QSqlQuery*> query = statement(row.value
            ? u"INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s
            : u"DELETE FROM cell WHERE article = ? AND reviewer = ? AND field = ? AND start = ? AND finish = ?"_s);
    if (!query)
        return std::unexpected(query.error());
    (*query)->bindValue(0, *article);
    (*query)->bindValue(1, *reviewer);
    (*query)->bindValue(2, static_cast<int>(cell.field));
    (*query)->bindValue(3, cell.range.start);
    (*query)->bindValue(4, cell.range.end);
    if (row.value) {
        const bool byHash = cell.field == Field::Note && !row.value->text.isEmpty();
        (*query)->bindValue(5, row.value->number);
        (*query)->bindValue(6,
            byHash ? QString::fromLatin1(contentHash(row.value->text.toUtf8()).toHex())
                : row.value->text.isNull() ? u""_s
                                           : row.value->text);
        (*query)->bindValue(7, row.value->stamp.lamport);
        (*query)->bindValue(8, *replica);
        (*query)->bindValue(9, row.value->stamp.n);
    }
    if (!(*query)->exec())
        return std::unexpected(m_database->error(**query));
    return {};
}

Expected<void> Store::write(const QList<Group>& groups)
{
    QHash<ReplicaId, const Event*> heads;
    const Expected<QSqlQuery*> insert
        = statement(u"INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!insert)
        return std::unexpected(insert.error());
    for (const Group& group : groups) {
        for (const Content& content : group.content) {
            if (const Expected<void> done = insertContent(content); !done)
                return done;
        }
        for (const Event& event : group.events) {
            const QVariantList row{ event.stamp.replica.toBytes(), event.stamp.n,
                event.stamp.lamport, event.reviewer.toBytes(), event.time, event.group.toBytes(),
                event.kind, QString::fromUtf8(event.payload), event.chain };
            for (int i = 0; i < row.size(); ++i)
                (*insert)->bindValue(i, row[i]);
            if (!(*insert)->exec())
                return std::unexpected(m_database->error(**insert));
            heads.insert(event.stamp.replica, &event);
        }
        for (const CellRow& row : group.cells) {
            if (const Expected<void> done = writeCell(row); !done)
                return done;
        }
    }
    const Expected<QSqlQuery*> head = statement(
        u"INSERT OR REPLACE INTO head (replica, n, lamport, chain) VALUES (?, ?, ?, ?)"_s);
    if (!head)
        return std::unexpected(head.error());
    for (const Event* event : std::as_const(heads)) {
        (*head)->bindValue(0, event->stamp.replica.toBytes());
        (*head)->bindValue(1, event->stamp.n);
        (*head)->bindValue(2, event->stamp.lamport);
        (*head)->bindValue(3, event->chain);
        if (!(*head)->exec())
            return std::unexpected(m_database->error(**head));
    }
    return {};
}

Expected<void> Store::commit(const QList<Group>& groups)
{
    if (m_database->isReadOnly())
        return fail(say("%1: %2").arg(m_database->path(), m_database->readOnlyReason()));
    if (const Expected<void> begun = m_database->run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Expected<void> done = write(groups);
    if (done)
        done = m_database->run(u"COMMIT"_s);
    if (!done) {
        m_database->run(
            u"ROLLBACK"_s); // fails where SQLite has rolled back itself, which is as good
        m_identities.clear(); // ids given in the lost transaction are void
    }
    return done;
}

Expected<void> Store::rebuild(const QList<CellRow>& rows, const QList<Head>& heads)
{
    if (const Expected<void> begun
        = m_database->run(u"BEGIN IMMEDIATE;\nDELETE FROM cell;\nDELETE FROM head"_s);
        !begun)
        return begun;
    Expected<void> done;
    for (const CellRow& row : rows) {
        if (done)
            done = writeCell(row);
    }
    for (const Head& head : heads) {
        const Expected<QSqlQuery*> query = statement(
            u"INSERT OR REPLACE INTO head (replica, n, lamport, chain) VALUES (?, ?, ?, ?)"_s);
        if (!query || !done)
            break;
        (*query)->bindValue(0, head.replica.toBytes());
        (*query)->bindValue(1, head.n);
        (*query)->bindValue(2, head.lamport);
        (*query)->bindValue(3, head.chain);
        if (!(*query)->exec())
            done = std::unexpected(m_database->error(**query));
    }
    if (done)
        done = m_database->run(u"COMMIT"_s);
    if (!done)
        m_database->run(u"ROLLBACK"_s);
    return done;
}

} // namespace assay
