// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

#include <QObject>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;
class QStatusBar;

namespace assay {

class BackgroundTask;

/// The foot of the window: progress, saved or not, the running task with cancel, and the keys used
/// most.
class StatusLine : public QObject {
    Q_OBJECT

public:
    StatusLine(QStatusBar* bar, BackgroundTask* task);
    void setProject(Project* project);
    QString saveText() const;

signals:
    void copyRequested(); ///< what cannot be saved is to be saved elsewhere

private:
    void refresh();

    Project* m_project = nullptr;
    BackgroundTask* m_task;
    QTimer m_rest;
    QLabel* m_progress;
    QLabel* m_saved;
    QPushButton* m_retry;
    QPushButton* m_copy;
    QLabel* m_taskTitle;
    QProgressBar* m_taskProgress;
    QPushButton* m_cancel;
};

} // namespace assay
