// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"
#include "views/theme/theme.h"

#include <QObject>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;
class QStatusBar;

namespace assay {

class Actions;
class BackgroundTask;
class KeyLegend;

/// The foot of the window: progress, saved or not, the running task with cancel, and the keys used
/// most.
class StatusLine : public QObject {
    Q_OBJECT

public:
    StatusLine(QStatusBar* bar, BackgroundTask* task, const Actions& actions);
    void setTheme(const Theme& theme);
    /// Says what the keys do just now, instead of the legend; empty: the legend again.
    void setHint(const QString& hint);
    void setProject(Project* project);
    /// Whether words stand in a field that the project does not have yet: they are not saved.
    void setHolding(bool words);
    QString saveText() const;

signals:
    void copyRequested(); ///< what cannot be saved is to be saved elsewhere

private:
    void refresh();
    void sayUnsaved();

    Project* m_project = nullptr;
    BackgroundTask* m_task;
    bool m_holding = false;
    bool m_away = false; ///< the project's file is not where it was
    QTimer m_rest;
    QLabel* m_progress;
    QLabel* m_saved;
    QPushButton* m_retry;
    QPushButton* m_copy;
    QLabel* m_taskTitle;
    QProgressBar* m_taskProgress;
    QPushButton* m_cancel;
    QLabel* m_hint;
    KeyLegend* m_legend;
};

} // namespace assay
