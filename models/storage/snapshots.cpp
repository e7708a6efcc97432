// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/snapshots.h"

#include "models/storage/rowreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <filesystem>

namespace assay {

using namespace Qt::StringLiterals;

static constexpr qint64 budget = 200LL * 1024 * 1024; // bytes of snapshots a project may keep
static constexpr qsizetype mostSnapshots = 40;
/// Content beyond this many stored bytes lies beside the journal instead of in every snapshot.
static constexpr int smallContent = 64 * 1024;

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

static QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

QList<Snapshot> snapshotsIn(const QString& folder)
{
    QList<Snapshot> found;
    const QString place = insideFolder(folder, u"snapshots"_s);
    if (place.isEmpty())
        return found;
    const QFileInfoList files
        = QDir(place).entryInfoList({ u"*.assay"_s }, QDir::Files | QDir::NoSymLinks, QDir::Name);
    for (const QFileInfo& file : files) {
        QDateTime time = QDateTime::fromString(
            file.completeBaseName().first(std::min<qsizetype>(19, file.completeBaseName().size())),
            u"yyyyMMdd-HHmmss-zzz"_s);
        time.setTimeZone(QTimeZone::UTC);
        if (time.isValid())
            found.prepend({ file.absoluteFilePath(), time, file.size() });
    }
    return found;
}

void forgetSnapshots(const QString& folder, const QString& kept)
{
    const QString place = insideFolder(folder, u"snapshots"_s);
    if (place.isEmpty())
        return;
    for (const QFileInfo& file : QDir(place).entryInfoList(QDir::Files | QDir::System)) {
        if (file.absoluteFilePath() != QFileInfo(kept).absoluteFilePath())
            QFile::remove(file.absoluteFilePath());
    }
    syncFolder(place);
}

static void prune(const QString& folder)
{
    const QList<Snapshot> all = snapshotsIn(folder);
    qint64 bytes = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        bytes += all[i].bytes;
        if (i > 0 && (bytes > budget || i >= mostSnapshots))
            QFile::remove(all[i].path);
    }
}

/// Gives a finished file its name, so that it is there whole or not at all.
static Expected<void> moveIntoPlace(const QString& part, const QString& path)
{
    QFile file(part);
    const bool synced = file.open(QIODevice::ReadOnly) && syncFolder(QFileInfo(path).path());
    file.close();
    std::error_code error; // QFile::rename() would not replace a file
    if (synced)
        std::filesystem::rename(
            QFileInfo(part).filesystemFilePath(), QFileInfo(path).filesystemFilePath(), error);
    if (!synced || error) {
        QFile::remove(part);
        return fail(say("%1 cannot be written.").arg(path),
            error ? QString::fromStdString(error.message()) : qt_error_string());
    }
    syncFolder(QFileInfo(path).path());
    return {};
}

Expected<Snapshot> makeSnapshot(Store& store, const Journal& journal)
{
    // The copy is made of what lies at the path: another file, or an older state, is not what the
    // journal may go for.
    if (store.database().hasMoved())
        return fail(say("%1 was moved or replaced: no snapshot of it was made.")
                .arg(store.database().path()));
    if (const Expected<void> whole = store.look(); !whole)
        return std::unexpected(whole.error());
    const QString folder = insideFolder(journal.folder(), u"snapshots"_s);
    if (!makeOwnFolder(folder))
        return fail(say("%1 cannot be made.").arg(journal.folder()));
    RowReader large(store.database(),
        "SELECT sha256 FROM content WHERE length(bytes) > " + QByteArray::number(smallContent));
    while (large.next()) {
        const QByteArray name = large.bytes(0);
        const Expected<QByteArray> bytes = store.content(name);
        if (const Expected<void> kept
            = bytes ? journal.keepContent(name, *bytes) : std::unexpected(bytes.error());
            !kept)
            return std::unexpected(kept.error());
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString path = folder + u'/' + now.toString(u"yyyyMMdd-HHmmss-zzz"_s) + u".assay"_s;
    const QString part = path + u".part"_s;
    QFile::remove(part);
    QUrl live = QUrl::fromLocalFile(QFileInfo(store.database().path()).absoluteFilePath());
    live.setQuery(u"mode=ro"_s);
    {
        Expected<std::unique_ptr<Database>> copy = Database::open(part, Database::Mode::New);
        if (!copy)
            return std::unexpected(copy.error());
        const QString columns = u"INSERT INTO %1 SELECT * FROM live.%1"_s;
        QStringList steps{ u"ATTACH %1 AS live"_s.arg(
                               quoted(QString::fromLatin1(live.toEncoded()))),
            u"BEGIN IMMEDIATE"_s, u"DELETE FROM meta"_s };
        QList<const char*> tables{ "meta", "event", "head", "identity", "cell" };
        if (store.database().hasTable(u"waiting"_s)) // a file of an earlier Assay has none
            tables.append("waiting");
        for (const char* table : std::as_const(tables))
            steps.append(columns.arg(QLatin1StringView(table)));
        steps.append(columns.arg("content"_L1) + u" WHERE length(bytes) <= %1"_s.arg(smallContent));
        steps += { u"COMMIT"_s, u"DETACH live"_s };
        if (const Expected<void> done = (*copy)->run(steps.join(u";\n"_s)); !done) {
            copy->reset();
            QFile::remove(part);
            return std::unexpected(done.error());
        }
    }
    if (const Expected<void> moved = moveIntoPlace(part, path); !moved)
        return std::unexpected(moved.error());
    journal.turnOver(store);
    prune(journal.folder());
    return Snapshot{ path, now, QFileInfo(path).size() };
}

/// Copies the open database into a new file, whatever became of its name.
static Expected<void> vacuumInto(Database& database, const QString& path)
{
    // The file is made first, for its owner alone: SQLite takes an empty one.
    if (QFile file(path);
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        file.close();
    const Expected<void> done = database.run(u"VACUUM INTO %1"_s.arg(quoted(path)));
    if (done)
        return {};
    // The error names the project, which is not what is wrong.
    return fail(say("A copy cannot be written to %1: the folder is gone, full or not yours to "
                    "write. The project and your edits are as they were.")
                    .arg(QFileInfo(path).absolutePath()),
        done.error().message + u' ' + done.error().detail);
}

/// Whether the file that a copy is to be written to may be replaced.
static Expected<void> mayReplace(const QString& path)
{
    // A journal there is of a write that was cut off: it would be played back into the copy.
    if (QFileInfo::exists(path + u"-journal"_s))
        return fail(
            say("%1 is being written by another program, and was left as it is.").arg(path));
    return {};
}

Expected<void> restoreSnapshot(const QString& snapshot, const Journal& journal, const QString& path)
{
    if (const Expected<void> may = mayReplace(path); !may)
        return may;
    const QString part = path + u".part"_s;
    QFile::remove(part);
    {
        Expected<std::unique_ptr<Store>> from = Store::open(snapshot, Database::Mode::Peek);
        if (!from)
            return std::unexpected(from.error());
        if (!QFile::copy(snapshot, part))
            return fail(say("%1 cannot be written.").arg(path), qt_error_string());
        Expected<std::unique_ptr<Store>> to = Store::open(part, Database::Mode::Existing);
        const Expected<QList<Event>> events = (*from)->events();
        if (!to || !events)
            return std::unexpected(to ? events.error() : to.error());
        Group group;
        for (const Event& event : *events) {
            for (const QByteArray& name :
                contentNames(eventKindFromName(event.kind), event.payload)) {
                const std::optional<QByteArray> bytes
                    = (*from)->hasContent(name) ? std::nullopt : journal.content(name);
                if (bytes)
                    group.content.append({ name, *bytes, true });
            }
        }
        if (const Expected<void> done = (*to)->commit({ group }); !done) {
            to->reset();
            QFile::remove(part);
            return done;
        }
    }
    return moveIntoPlace(part, path);
}

Expected<void> saveCopy(
    Store& store, const QList<Group>& waiting, const QString& path, const MergePlan* missing)
{
    std::error_code error;
    if (std::filesystem::equivalent(QFileInfo(path).filesystemFilePath(),
            QFileInfo(store.database().path()).filesystemFilePath(), error))
        return fail(say("%1 is the project that is open: a copy needs another name.").arg(path));
    if (const Expected<void> may = mayReplace(path); !may)
        return may;
    const QString part = path + u".part"_s;
    QFile::remove(part);
    Expected<void> done = vacuumInto(store.database(), part);
    if (done && (!waiting.isEmpty() || missing)) {
        Expected<std::unique_ptr<Store>> copy = Store::open(part, Database::Mode::Existing);
        done = copy ? Expected<void>() : std::unexpected(copy.error());
        if (done && missing) {
            const Expected<qint64> lost = (*copy)->putBack(*missing).and_then(
                [&](qint64) { return (*copy)->missingOf(store.knownHeads()); });
            done = lost ? Expected<void>() : std::unexpected(lost.error());
            if (lost && *lost > 0)
                done
                    = fail(say("%1 was not written: %2 events that the project lost are in no copy "
                               "on this computer.")
                            .arg(path, QString::number(*lost)));
        }
        if (done && !waiting.isEmpty())
            done = (*copy)->commit(waiting);
    }
    if (!done) {
        QFile::remove(part);
        return done;
    }
    return moveIntoPlace(part, path);
}

} // namespace assay
