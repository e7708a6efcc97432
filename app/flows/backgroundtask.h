// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/background.h"
#include "models/base/error.h"
#include "models/base/progress.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QtConcurrentRun>

#include <functional>

namespace assay {

/// One piece of long work on another thread, with progress, cancel, and a result on this one. One
/// at a time.
class BackgroundTask : public QObject {
    Q_OBJECT

public:
    explicit BackgroundTask(QObject* parent = nullptr)
        : QObject(parent)
    {
        connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int value) { emit progressed(value, m_watcher.progressMaximum()); });
        connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
            // Move it out first: what is done may start the next task.
            auto done = std::exchange(m_done, {});
            m_title.clear();
            emit finished();
            if (done)
                done();
        });
    }
    ~BackgroundTask() override
    {
        m_watcher.cancel();
        m_watcher.waitForFinished();
    }

    bool isRunning() const { return !m_title.isEmpty(); }
    const QString& title() const { return m_title; }

    /// Runs `work` on another thread, then `done` on this one, also when it was cancelled: `work`
    /// sees that its Progress answers false and returns early. Must not be called while one runs.
    void start(const QString& title, std::function<void(const Progress& progress)> work,
        std::function<void()> done)
    {
        Q_ASSERT(!isRunning());
        m_title = title;
        m_done = std::move(done);
        m_watcher.setFuture(QtConcurrent::run([work = std::move(work)](QPromise<void>& promise) {
            stepBack();
            work([&promise](qsizetype step, qsizetype total) {
                promise.setProgressRange(0, static_cast<int>(total));
                promise.setProgressValue(static_cast<int>(step));
                return !promise.isCanceled();
            });
        }));
        emit started();
    }
    void cancel() { m_watcher.cancel(); }
    /// Cancels and waits until the work has let go of what it works on; what was to be done then
    /// follows as after any cancel.
    void cancelAndWait()
    {
        m_watcher.cancel();
        m_watcher.waitForFinished();
    }
    bool wasCancelled() const { return m_watcher.isCanceled(); }

signals:
    void started();
    void progressed(int step, int total);
    void finished();

private:
    QString m_title;
    std::function<void()> m_done;
    QFutureWatcher<void> m_watcher;
};

} // namespace assay
