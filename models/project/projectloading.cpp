// SPDX-License-Identifier: GPL-3.0-or-later
// How a project comes into memory: opening, the history behind it, and what others write.
#include "models/project/project.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace assay {

/// Events read in one go while the history loads: commits and texts go in between.
static constexpr qsizetype historySlice = 20'000;
/// How long the window's thread takes in others' events before it looks after the person again.
static constexpr qint64 receiveSlice = 1; // milliseconds, a third of what a slice takes

Project::Project(QObject* parent)
    : QObject(parent)
{
    connect(&m_storage, &StorageThread::committed, this, [this](qsizetype groups) {
        m_unsaved = std::max<qsizetype>(0, m_unsaved - groups); // fewer where some were abandoned
        m_saveError.reset();
        emit saveStateChanged();
    });
    connect(&m_storage, &StorageThread::commitFailed, this, [this](const Error& error) {
        m_saveError = error;
        emit saveStateChanged();
    });
    connect(&m_storage, &StorageThread::moved, this, &Project::fileMoved);
    connect(&m_storage, &StorageThread::notReached, this, &Project::notReached);
    connect(&m_storage, &StorageThread::wentBack, this, [this](const Error& error) {
        m_older = error.message.isEmpty() ? std::nullopt : std::optional(error);
        emit wentBack();
        emit saveStateChanged();
    });
    connect(&m_storage, &StorageThread::received, this,
        [this](const std::shared_ptr<Incoming>& incoming) {
            m_incoming.push_back(incoming);
            m_receiving.start();
        });
    connect(&m_receiving, &QTimer::timeout, this, &Project::receiveSome);
}

void Project::open(const QString& path, Database::Mode mode)
{
    m_path = path;
    m_storage.open(path, mode, [this](Expected<LoadedProject> loaded) {
        if (!loaded) {
            emit openFailed(loaded.error());
            return;
        }
        take(std::move(*loaded));
        emit opened();
        loadHistory();
    });
}

Expected<void> Project::openNow(const QString& path, Database::Mode mode)
{
    m_path = path;
    Expected<LoadedProject> loaded;
    Expected<Fold> fold;
    m_storage.runNow([&, this](Store*) { loaded = m_storage.openHere(path, mode); });
    if (!loaded)
        return std::unexpected(loaded.error());
    m_storage.runNow([&](Store* store) { fold = store->foldedLog(); });
    if (!fold)
        return std::unexpected(fold.error());
    take(std::move(*loaded));
    takeHistory(std::make_shared<Fold>(std::move(*fold)));
    return {};
}

void Project::take(LoadedProject loaded)
{
    m_uuid = loaded.uuid;
    m_readOnly = loaded.readOnlyReason;
    m_problems = loaded.problems;
    m_writer.see(loaded.heads);
    for (const LoadedRevision& each : std::as_const(loaded.revisions))
        m_state.learn(each.article, each.revision);
    m_state.setGone(loaded.erased);
    m_waiting = loaded.waiting;
    m_state.apply(loaded.cells);
    for (const CellRow& row : std::as_const(loaded.cells))
        m_fold.seed(row);
    m_fold.reach(m_writer.lamport());
    m_open = true;
}

void Project::loadHistory()
{
    scanHistory(std::make_shared<Fold>(), {});
}

void Project::scanHistory(std::shared_ptr<Fold> fold, std::pair<ReplicaId, qint64> from)
{
    m_storage.run([this, fold, from](Store* store) mutable {
        if (!store)
            return;
        const Expected<qsizetype> read = store->scan(
            from, historySlice, false, [&fold](const Event& event) { fold->take(event); });
        if (read && *read == historySlice)
            scanHistory(fold, from);
        else if (read)
            QMetaObject::invokeMethod(
                this, [this, fold] { takeHistory(fold); }, Qt::QueuedConnection);
    });
}

void Project::takeHistory(std::shared_ptr<Fold> fold)
{
    // What was made or received while the log was read stands in both or only here; adding twice
    // changes nothing.
    for (const Event& event : std::as_const(m_recent))
        fold->add(event);
    m_recent.clear();
    m_fold = std::move(*fold);
    m_history = History::of(m_fold, m_reviewer);
    m_historyReady = true;
    emit historyChanged();
}

void Project::receiveSome()
{
    QElapsedTimer timer;
    timer.start();
    QList<Event> taken;
    QSet<Cell> cells;
    bool mine = false;
    bool others = false; ///< other erasures wait
    ChangeSet changes;
    while (!m_incoming.empty() && timer.elapsed() < receiveSlice) {
        // The lists are shared with the storage thread's: changing them would copy them.
        const Incoming& incoming = *m_incoming.front();
        if (m_taken == 0) {
            for (const LoadedRevision& each : incoming.revisions)
                m_state.learn(each.article, each.revision);
            if (incoming.waiting) {
                others = true;
                m_waiting = *incoming.waiting;
                changes.articles = m_state.setGone(incoming.erased).articles || changes.articles;
            }
        }
        // What is in force is decided over all of them: many undos at once cost as much as a few.
        constexpr qsizetype few = 25;
        constexpr qsizetype manyUndos = 500;
        const bool atOnce = m_taken == 0 && incoming.events.size() > manyUndos
            && std::ranges::count_if(incoming.events,
                   [](const Event& event) { return event.change.kind == EventKind::Revoke; })
                > manyUndos;
        const QList<Event> some = incoming.events.sliced(m_taken,
            atOnce ? incoming.events.size() : std::min(few, incoming.events.size() - m_taken));
        m_taken += some.size();
        for (const Event& event : some) {
            m_writer.see(event);
            mine = mine || event.reviewer == m_reviewer;
        }
        cells += m_fold.addSome(some);
        taken += some;
        if (m_taken == incoming.events.size()) {
            // Freeing twenty thousand events takes longer than a frame may: the storage thread
            // does.
            auto gone = std::move(m_incoming.front());
            m_incoming.pop_front();
            m_storage.run([gone = std::move(gone)](Store*) { });
            m_taken = 0;
        }
    }
    QList<CellRow> rows;
    for (const Cell& cell : std::as_const(cells))
        rows.append({ cell, m_fold.value(cell) });
    const bool articles = changes.articles;
    changes = m_state.apply(rows);
    changes.articles = changes.articles || articles;
    if (!m_historyReady)
        m_recent += taken;
    if (m_incoming.empty())
        m_receiving.stop();
    if (!changes.isEmpty())
        emit changed(changes);
    if (others)
        emit erasuresChanged();
    if (!taken.isEmpty())
        emit received(taken);
    m_receivedMine = m_receivedMine || mine;
    if (m_incoming.empty() && m_historyReady && std::exchange(m_receivedMine, false)) {
        m_history = History::of(m_fold, m_reviewer);
        emit historyChanged();
    }
}

void Project::catchUp()
{
    m_storage.runNow([this](Store*) { m_storage.lookHere(); });
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    while (!m_incoming.empty())
        receiveSome();
}

void Project::abandon()
{
    m_storage.abandon();
    m_unsaved = 0;
}

} // namespace assay
