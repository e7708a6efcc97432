// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/diary/runmark.h"
#include "models/project/project.h"

#include <QObject>

class QWidget;

namespace assay {

class BackgroundTask;
class MessageBar;

/// Everything about copies of a project: snapshots, what is missing from the file and can be
/// brought back, saving elsewhere when the file cannot be written, salvaging a damaged one.
class CopiesFlow : public QObject {
    Q_OBJECT

public:
    CopiesFlow(QWidget* window, BackgroundTask& task, MessageBar& messages);

    /// Looks after a project that was just opened: warns of shared folders, finds what is missing
    /// or damaged, and says so when its file moves away.
    void watch(Project& project);
    void showSnapshots(Project& project);
    void saveCopy(Project& project);
    /// Whether everything that the project's own file lacks is in a copy that was saved.
    bool holdsAll(const Project& project) const;
    /// Says that the program did not end by itself while this project was open, and what of that
    /// time is in it.
    void tellOfBrokenRun(Project& project, const BrokenRun& run);
    /// What can be done about a project that does not open.
    void offerRepair(const QString& path, const Error& error);

signals:
    void openRequested(const QString& path);
    void anotherWanted(); ///< to choose a project to open
    void historyWanted();
    void recentChanged(); ///< a project was taken off the list of recent ones

private:
    void offerMissing(Project& project);
    void askAboutOlder(Project& project);
    void bringBack(Project& project);
    void warnOfPlace(Project& project);
    void repair(const QString& path);
    void goBack(Project& project, const QString& snapshot);

    QWidget* m_window;
    BackgroundTask& m_task;
    MessageBar& m_messages;
    QString m_copied; ///< path of the project of which a copy was saved last
    qsizetype m_copiedUnsaved = 0; ///< how many edits that file lacked then
    bool m_saidNoCopies = false;
    QString m_report; ///< what a repair came to, to be said when the project is open
    QString m_reported; ///< that of the project that is open
    qsizetype m_changes = 0; ///< of the open project, since it was opened
};

} // namespace assay
