// SPDX-License-Identifier: GPL-3.0-or-later
// Power cuts. Work is recorded call by call; for every moment between two calls, states of the disk
// are made in which any of the writes since a file's last sync may be missing, in sectors of 512
// bytes, and so may folder entries. Each distinct state must open, be sound, and hold every edit
// that had been acknowledged by then.
#include "tests/torture/recordingdisk.h"
#include "tests/torture/torture.h"

#include <QCryptographicHash>
#include <QSqlQuery>
#include <QDir>

#include <sqlite3.h>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sector = 512;

/// Work in the order it happened: calls, and after each commit the events acknowledged so far.
struct Step {
    DiskCall call;
    QSet<QString> acknowledged; ///< not empty: not a call
};

/// A piece of a file that is on its way to the disk.
struct Pending {
    qint64 offset = 0;
    QByteArray bytes;
    bool truncate = false;
};

struct FileState {
    bool exists = false; ///< for sure, after a crash
    bool maybe = false; ///< made or deleted, and the folder not synced since
    QByteArray durable;
    QList<Pending> pending;
};

void applyTo(QByteArray& bytes, const Pending& piece)
{
    if (piece.truncate) {
        bytes.resize(piece.offset);
        return;
    }
    if (bytes.size() < piece.offset + piece.bytes.size())
        bytes.resize(piece.offset + piece.bytes.size(), 0);
    bytes.replace(piece.offset, piece.bytes.size(), piece.bytes);
}

/// The disk as it may be found after a crash.
class Disk {
public:
    explicit Disk(QHash<QString, QByteArray> files)
    {
        for (auto it = files.cbegin(); it != files.cend(); ++it)
            m_files.insert(it.key(), { true, false, it.value(), {} });
    }

    void take(const DiskCall& call)
    {
        FileState& file = m_files[call.file];
        switch (call.kind) {
        case DiskCall::Open:
            if (call.made && !file.exists)
                file = { false, true, {}, {} };
            break;
        case DiskCall::Write:
            for (qsizetype at = 0; at < call.bytes.size();) {
                const qsizetype to
                    = std::min(call.bytes.size(), at + sector - (call.offset + at) % sector);
                file.pending.append({ call.offset + at, call.bytes.sliced(at, to - at), false });
                at = to;
            }
            break;
        case DiskCall::Truncate:
            file.pending.append({ call.offset, {}, true });
            break;
        case DiskCall::Sync:
            for (const Pending& piece : std::as_const(file.pending))
                applyTo(file.durable, piece);
            file.pending.clear();
            file.exists = true; // SQLite syncs the folder with a new journal's first sync
            file.maybe = false;
            break;
        case DiskCall::Delete:
            if (call.syncsFolder)
                file = {};
            else
                file.maybe = true;
            break;
        default:
            break;
        }
    }

    /// One way the crash may have gone: `keep` percent of what was on its way is on the disk.
    QHash<QString, QByteArray> crash(QRandomGenerator& random, int keep) const
    {
        QHash<QString, QByteArray> found;
        for (auto it = m_files.cbegin(); it != m_files.cend(); ++it) {
            if (!it->exists && !it->maybe)
                continue;
            if (it->maybe && random.bounded(100) >= (it->exists ? 100 - keep : keep))
                continue;
            QByteArray bytes = it->durable;
            for (const Pending& piece : it->pending) {
                if (random.bounded(100) < keep)
                    applyTo(bytes, piece);
            }
            found.insert(it.key(), bytes);
        }
        return found;
    }

private:
    QHash<QString, FileState> m_files;
};

/// What the planted faults do to SQLite's own care.
void weaken(Project& project, const QString& fault)
{
    project.storage().runNow([&](Store* store) {
        Database& database = store->database();
        if (fault == "off"_L1) {
            sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
            database.value(u"PRAGMA journal_mode=OFF"_s);
        } else if (fault == "wal"_L1) {
            database.value(u"PRAGMA locking_mode=EXCLUSIVE"_s);
            database.value(u"PRAGMA journal_mode=WAL"_s);
            database.run(u"PRAGMA synchronous=NORMAL"_s).value();
        } else if (fault == "full"_L1) {
            database.run(u"PRAGMA synchronous=FULL"_s).value();
        }
    });
}

QList<Step> work(const QString& path, const Task& task, int edits)
{
    QList<Step> steps;
    const RecordingDisk disk(QFileInfo(path).absolutePath(), [&](const DiskCall& call) {
        if (call.kind != DiskCall::Read && call.kind != DiskCall::Size)
            steps.append({ call, {} });
        return 0;
    });
    QRandomGenerator random(task.seed);
    Project project;
    project.openNow(path).value();
    project.setReviewer(ReviewerId::create(), u"Ann"_s);
    weaken(project, task.fault);
    for (int i = 0; i < edits; ++i) {
        editAtRandom(project, random, 1 + random.bounded(3));
        project.flush().value();
        QSet<QString> keys;
        project.storage().runNow([&](Store* store) {
            const QList<Event> all = *store->events();
            for (const Event& event : all)
                keys.insert(keyOf(event));
        });
        steps.append({ {}, keys });
    }
    return steps;
}

} // namespace

Result power(const Task& task)
{
    Result result;
    const auto folder = fastFolder();
    const QString name = u"p.assay"_s;
    const QString path = folder->filePath(name);
    const auto crashed = fastFolder();
    const int wanted = task.isShort || !task.fault.isEmpty() ? 5000 : 100'000;
    QSet<QByteArray> distinct;
    qsizetype moments = 0;
    int refused = 0;
    int unsound = 0;
    int lost = 0;
    QRandomGenerator random(task.seed);
    for (quint32 round = 0; distinct.size() < wanted && (task.fault.isEmpty() || round < 1);
        ++round) {
        QFile::remove(path);
        makeProject(path);
        QSet<QString> acknowledged = eventKeys(path);
        Disk disk({ { name, fileBytes(path) } });
        Task now = task;
        now.seed += round;
        const QList<Step> steps = work(path, now, 25);
        const int share = task.isShort ? 6 : 40;
        for (const Step& step : steps) {
            if (!step.acknowledged.isEmpty()) {
                acknowledged = step.acknowledged;
                continue;
            }
            disk.take(step.call);
            ++moments;
            for (int i = 0; i < share && distinct.size() < wanted; ++i) {
                const int keep = i == 0 ? 0 : i == 1 ? 100 : 10 * random.bounded(1, 10);
                const QHash<QString, QByteArray> state = disk.crash(random, keep);
                QCryptographicHash hash(QCryptographicHash::Sha1);
                const QStringList names{ name, name + u"-journal"_s, name + u"-wal"_s };
                for (const QString& file : names) {
                    hash.addData(file.toUtf8());
                    hash.addData(state.value(file));
                }
                const QByteArray id = hash.result();
                if (distinct.contains(id))
                    continue;
                distinct.insert(id);
                for (const QString& file : QDir(crashed->path()).entryList(QDir::Files))
                    QFile::remove(crashed->filePath(file));
                for (auto it = state.cbegin(); it != state.cend(); ++it)
                    writeFile(crashed->filePath(it.key()), it.value());
                const QString found = crashed->filePath(name);
                const auto store = Store::open(found, Database::Mode::Existing);
                if (!store) {
                    ++refused;
                    result.expect(false, store.error().message + store.error().detail);
                    continue;
                }
                const QStringList problems = checkProject(**store).problems;
                unsound += !problems.isEmpty();
                result.expect(problems.isEmpty(), problems.join(u' '));
                QSet<QString> there;
                for (const Event& event : (*store)->events().value_or(QList<Event>()))
                    there.insert(keyOf(event));
                const qsizetype missing = (acknowledged - there).size();
                lost += missing > 0;
                result.expect(missing == 0, u"%1 acknowledged events are lost"_s.arg(missing));
            }
        }
    }
    result.figures = { { u"states"_s, distinct.size() }, { u"moments"_s, moments },
        { u"refused"_s, refused }, { u"unsound"_s, unsound }, { u"lost"_s, lost } };
    return result;
}

} // namespace assay::torture
