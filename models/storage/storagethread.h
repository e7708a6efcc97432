// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/copykeeper.h"

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace assay {

/// Owns the only connection to the project file, on a thread of its own, so that nobody waits for
/// the disk. Groups are committed in order, several in one transaction; a failed one stays in the
/// queue and is retried.
class StorageThread : public QObject {
    Q_OBJECT

public:
    explicit StorageThread(QObject* parent = nullptr);
    /// Tries once more to commit what is queued, then closes the file.
    ~StorageThread() override;

    using Job = std::move_only_function<void(Store* store)>;

    /// Where copies of projects are kept, by their uuid; to be called before open(). Without it,
    /// nothing but the project file is written. With `snapshots`, one is made when the file is left
    /// and after five minutes of rest, where something was written since the last.
    void keepCopies(const QString& root, bool snapshots);
    /// The folder of the open project's copies; empty without one. From a job only.
    QString copies() const { return m_copies.folder(); }

    /// Opens the project and runs `then` with the result on this object's thread.
    void open(const QString& path, Database::Mode mode,
        std::move_only_function<void(Expected<LoadedProject>)> then);
    /// Opens the project; to be called from a job only.
    Expected<LoadedProject> openHere(const QString& path, Database::Mode mode);
    /// Runs `job` on the storage thread, before waiting commits; `store` is null when no file is
    /// open.
    void run(Job job);
    /// Runs `job` on the storage thread and waits for it. Only for programs without a window, and
    /// tests.
    void runNow(Job job);
    /// How many events the file lacks that were in it at its place when it was last left here. From
    /// a job only.
    qint64 missing() const { return m_copies.missing(); }
    /// Puts back what the copies on this computer have of what the file lacks. Returns how many
    /// events are missing still. From a job only.
    Expected<qint64> bringBack();
    /// Takes the file as it is. From a job only.
    void keepOlder();
    void lookHere(); ///< Looks for what others wrote; received() follows. From a job only.
    /// Takes all groups that wait out of the queue.
    void abandon();
    /// Reads the copy of this project at `path` and keeps the plan for a group that names it. To be
    /// called from a job only.
    Expected<MergePreview> planMerge(const QString& path);
    /// Looks for what was done here and is not in the file, as planMerge() does. From a job only.
    Expected<MergePreview> planRecovery();
    /// Writes the project with everything that waits to `path`, wherever its own file may be. From
    /// a job only.
    Expected<void> saveCopy(const QString& path);
    Expected<Snapshot> makeSnapshot(); ///< from a job only
    /// What came into the file since it was last left by a window here. From a job only.
    QList<Event> unseen();
    /// What is wrong with the file's structure or its uuid: looks at every index after an end by
    /// force. From a job only.
    QStringList lookOver();
    /// Queues a group of events. committed() or commitFailed() follows.
    void commit(Group group);
    /// Tries again what failed, now.
    void retry();
    /// Waits until everything queued is committed or has failed. Returns the failure.
    Expected<void> flush();
    /// Bytes that a group brings which is not yet on the disk.
    std::optional<QByteArray> waitingContent(const QByteArray& sha256) const
    {
        const std::lock_guard lock(m_mutex);
        for (const Group& group : m_groups) {
            for (const Content& content : group.content) {
                if (content.sha256 == sha256)
                    return content.bytes;
            }
        }
        return {};
    }
    /// Groups that are not yet on the disk.
    qsizetype waiting() const;

    /// Makes every commit take this much longer: for tests of what a slow disk does to the window.
    void setCommitDelay(int milliseconds);

signals:
    /// Others wrote, or a merge came in. Emitted after the events are in the file.
    void received(std::shared_ptr<assay::Incoming> incoming);
    /// A copy could not be kept: the project itself is safe.
    void copyFailed(const assay::Error& error);
    /// The file was moved, deleted or replaced, or is back.
    void moved(bool away);
    /// Something was erased for good, and these files that a repair set aside may still hold it.
    void notReached(const QStringList& files);
    /// The file was put back to an older state (Error::Cause::Older), so that nothing is saved in
    /// it; or, without a message, it is whole again.
    void wentBack(const assay::Error& error);
    void committed(qsizetype groups);
    void commitFailed(const assay::Error& error);

private:
    void loop();
    void commitWaiting(std::unique_lock<std::mutex>& lock);
    void look();
    void handOver();
    void setOlder(const std::optional<Error>& error);
    Expected<MergePreview> keep(const Expected<std::shared_ptr<MergePlan>>& plan);
    void tell(const Expected<void>& kept);

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    std::deque<Job> m_jobs;
    std::deque<Group> m_groups;
    std::optional<Error> m_failed; ///< why the first waiting group is not on the disk
    bool m_retry = false;
    bool m_busy = false;
    bool m_stop = false;
    int m_delay = 0; ///< milliseconds
    bool m_away = false;
    std::optional<Error> m_older; ///< as last told
    bool m_held
        = false; ///< it was older when it was opened: nothing is committed until it is decided
    std::chrono::steady_clock::time_point m_nextTry{}; ///< of what failed
    // Touched by the storage thread alone, from here on.
    CopyKeeper m_copies;
    std::map<int, std::shared_ptr<MergePlan>> m_plans;
    std::unique_ptr<Store> m_store;
    std::thread m_thread;
};

} // namespace assay
