// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/store.h"

#include "models/article/layoutcodec.h"
#include "models/project/bounds.h"
#include "models/storage/datafolder.h"
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

} // namespace assay
