// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/storagethread.h"

#include <algorithm>
#include <future>

namespace assay {

/// How long a failed commit rests before it is tried again.
static constexpr std::chrono::seconds retryRest{ 2 };
/// How often the file is looked at for what others wrote.
static constexpr std::chrono::milliseconds lookRest{ 500 };

StorageThread::StorageThread(QObject* parent)
    : QObject(parent)
    , m_thread([this] { loop(); })
{
}

StorageThread::~StorageThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void StorageThread::open(const QString& path, Database::Mode mode,
    std::move_only_function<void(Expected<LoadedProject>)> then)
{
    run([this, path, mode, then = std::move(then)](Store*) mutable {
        auto result = std::make_shared<Expected<LoadedProject>>(openHere(path, mode));
        auto callback = std::make_shared<decltype(then)>(std::move(then));
        QMetaObject::invokeMethod(
            this, [result, callback] { (*callback)(std::move(*result)); }, Qt::QueuedConnection);
    });
}

Expected<LoadedProject> StorageThread::openHere(const QString& path, Database::Mode mode)
{
    Expected<std::unique_ptr<Store>> store = Store::open(path, mode);
    if (!store)
        return std::unexpected(store.error());
    Expected<LoadedProject> loaded = (*store)->load();
    if (!loaded)
        return loaded;
    m_store = std::move(*store);
    m_copies.open(*m_store, path);
    if (m_copies.missing() > 0 && !m_store->database().isReadOnly()) {
        setOlder(m_store->older(m_copies.missing()));
        m_held = true;
    }
    return loaded;
}

void StorageThread::keepCopies(const QString& root, bool snapshots)
{
    m_copies.keepAt(root, snapshots);
}

void StorageThread::run(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_all();
}

void StorageThread::runNow(Job job)
{
    std::promise<void> done;
    run([&job, &done](Store* store) {
        job(store);
        done.set_value();
    });
    done.get_future().wait();
}

void StorageThread::commit(Group group)
{
    {
        const std::lock_guard lock(m_mutex);
        m_groups.push_back(std::move(group));
        m_retry = true;
    }
    m_wake.notify_all();
}

void StorageThread::retry()
{
    {
        const std::lock_guard lock(m_mutex);
        m_retry = true;
    }
    m_wake.notify_all();
}

Expected<void> StorageThread::flush()
{
    std::unique_lock lock(m_mutex);
    m_retry = true;
    m_wake.notify_all();
    m_idle.wait(lock, [this] {
        return !m_busy && m_jobs.empty() && (m_groups.empty() || (m_failed && !m_retry));
    });
    if (m_groups.empty())
        return {};
    return std::unexpected(*m_failed);
}

qsizetype StorageThread::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qsizetype>(m_groups.size());
}

void StorageThread::setCommitDelay(int milliseconds)
{
    const std::lock_guard lock(m_mutex);
    m_delay = milliseconds;
}

void StorageThread::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto work
            = [this] { return m_stop || !m_jobs.empty() || (!m_groups.empty() && m_retry); };
        const bool woken = m_wake.wait_for(lock, lookRest, work);
        if (!woken && !m_groups.empty() && std::chrono::steady_clock::now() >= m_nextTry)
            m_retry = true;
        // A retry that was asked for when nothing waited (flush()) is no reason not to look.
        if (!woken && (!m_retry || m_groups.empty()) && m_store) {
            lock.unlock();
            look();
            lock.lock();
            continue;
        }
        if (!m_jobs.empty()) {
            Job job = std::move(m_jobs.front());
            m_jobs.pop_front();
            m_busy = true;
            lock.unlock();
            job(m_store.get());
            job = nullptr; // what it holds may be large, and somebody may wait for the lock
            lock.lock();
            m_busy = false;
        } else if (!m_groups.empty() && (m_retry || m_stop)) {
            commitWaiting(lock);
        }
        if (m_jobs.empty())
            m_idle.notify_all();
        if (m_stop && m_jobs.empty() && (m_groups.empty() || m_failed))
            break;
    }
    lock.unlock();
    m_plans.clear();
    if (m_store)
        m_copies.leave(*m_store);
    m_store.reset(); // the connection must die on the thread that made it
}

void StorageThread::commitWaiting(std::unique_lock<std::mutex>& lock)
{
    QList<Group> groups(m_groups.begin(), m_groups.end());
    m_retry = false;
    m_busy = true;
    const int delay = m_delay;
    lock.unlock();
    if (delay > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(delay));
    for (Group& group : groups)
        group.merge = group.plan ? m_plans[group.plan] : nullptr;
    QSet<ArticleId> erased;
    for (const Group& group : std::as_const(groups)) {
        erased += QSet<ArticleId>(group.accepted.begin(), group.accepted.end());
        for (const Event& event : group.events) {
            if (isErasure(event))
                erased.insert(event.change.article);
        }
    }
    if (!erased.isEmpty()) // no crash may leave a copy of what is erased
        m_copies.announcePurge(erased);
    const Expected<void> done = !m_store ? fail(tr("No project is open."))
        : m_held                         ? std::unexpected(*m_older)
                                         : m_store->commit(groups);
    tell(m_copies.record(groups, done.has_value()));
    if (m_store && done && (!erased.isEmpty() || m_store->hasPurged())) {
        tell(m_copies.purge(*m_store));
        if (const QStringList aside = m_copies.setAside(); !aside.isEmpty())
            emit notReached(aside);
    }
    if (m_store) {
        setOlder(done ? std::nullopt : std::optional(done.error()));
        handOver();
    }
    for (const Group& group : groups) {
        if (done)
            m_plans.erase(group.plan);
    }
    lock.lock();
    m_busy = false;
    if (done) {
        m_groups.erase(m_groups.begin(), m_groups.begin() + groups.size());
        m_failed.reset();
        m_retry = m_retry || !m_groups.empty();
        emit committed(groups.size());
        lock.unlock(); // freeing a merge takes longer than a frame may
        groups.clear();
        lock.lock();
    } else {
        m_failed = done.error();
        m_nextTry = std::chrono::steady_clock::now() + retryRest;
        emit commitFailed(done.error());
    }
}

/// The project is safe without its copies, so a failure is told and nothing stops.
void StorageThread::tell(const Expected<void>& kept)
{
    if (!kept)
        emit copyFailed(kept.error());
}

void StorageThread::look()
{
    tell(m_copies.rest(*m_store));
    const bool away = m_store->database().hasMoved();
    if (std::exchange(m_away, away) != away)
        emit moved(away);
    lookHere();
}

void StorageThread::lookHere()
{
    if (!m_store)
        return;
    const Expected<void> looked = m_store->look(); // another failure shows at the next commit
    setOlder(looked ? std::nullopt : std::optional(looked.error()));
    if (looked)
        handOver();
}

void StorageThread::setOlder(const std::optional<Error>& error)
{
    std::optional<Error> older
        = error && error->cause == Error::Cause::Older ? error : std::nullopt;
    if ((error && !older) || m_held)
        return; // it does not tell, or nothing is decided yet
    if (m_older == older)
        return;
    m_older = older;
    emit wentBack(m_older.value_or(Error()));
}

void StorageThread::abandon()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return !m_busy; });
    m_groups.clear();
    m_failed.reset();
}

void StorageThread::handOver()
{
    auto incoming = std::make_shared<Incoming>(m_store->takeIncoming());
    if (incoming->isEmpty())
        return;
    const QList<Event> events = incoming->events;
    emit received(std::move(incoming));
    tell(m_copies.recordOthers(*m_store, events));
}

} // namespace assay
