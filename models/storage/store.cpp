// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/store.h"

#include "models/article/layoutcodec.h"
#include "models/storage/eventrows.h"

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

} // namespace assay
