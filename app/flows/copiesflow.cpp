// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/copiesflow.h"

#include "app/flows/backgroundtask.h"
#include "app/flows/placerisk.h"
#include "app/flows/savedialog.h"
#include "app/messagebar.h"
#include "app/session.h"
#include "models/project/filestate.h"
#include "models/storage/recovery.h"
#include "models/storage/salvage.h"
#include "views/dialogs/listdialog.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QSettings>
#include <QStringListModel>

namespace assay {

using namespace Qt::StringLiterals;

CopiesFlow::CopiesFlow(QWidget* window, BackgroundTask& task, MessageBar& messages)
    : QObject(window)
    , m_window(window)
    , m_task(task)
    , m_messages(messages)
{
}

void CopiesFlow::watch(Project& project)
{
    m_changes = 0;
    connect(&project, &Project::changed, this, [this] { ++m_changes; });
    connect(&project, &Project::fileMoved, this, [this, &project](bool away) {
        if (!away)
            return;
        m_messages.showMessage(tr("%1 was moved, deleted or replaced by another program. Your "
                                  "edits are kept in memory; save a copy to keep them.")
                                   .arg(project.path()),
            { { tr("Save a Copy…"), [this, &project] { saveCopy(project); } } }, true);
    });
    connect(&project, &Project::wentBack, this, [this, &project] {
        if (project.olderState())
            askAboutOlder(project);
        else
            m_messages.refresh();
    });
    if (project.olderState())
        askAboutOlder(project);
    connect(&project.storage(), &StorageThread::copyFailed, this, [this](const Error& error) {
        if (!std::exchange(m_saidNoCopies, true))
            m_messages.showMessage(
                tr("Your edits are saved, but no second copy of them can be kept: %1")
                    .arg(error.message),
                {}, true);
    });
    if (!project.problems().isEmpty())
        m_messages.showMessage(project.problems().first(4).join(u'\n'),
            { { tr("Repair"), [this, path = project.path()] { repair(path); } } }, true);
    warnOfPlace(project);
    m_reported = std::exchange(m_report, {});
    if (!m_reported.isEmpty())
        m_messages.showMessage(m_reported);
    lookOver(project, [this, &project](const QStringList& problems) {
        if (problems.isEmpty())
            return offerMissing(project);
        m_messages.showMessage(
            tr("%1 is damaged. What you do is kept; a repaired copy can be made of everything "
               "that can be proved.")
                .arg(project.path()),
            { { tr("Repair"), [this, path = project.path()] { repair(path); } },
                { tr("What Is Damaged"),
                    [this, problems] {
                        auto* all = new ListDialog(tr("What Is Damaged"),
                            tr("%n finding(s):", nullptr, static_cast<int>(problems.size())),
                            new QStringListModel(problems), m_window);
                        all->show();
                    } } },
            true);
    });
}

void CopiesFlow::warnOfPlace(Project& project)
{
    const QString risk = riskOfPlace(project.path());
    const QString key = u"warned/"_s + project.uuid();
    if (risk.isEmpty() || QSettings().value(key).toBool())
        return;
    QSettings().setValue(key, true);
    m_messages.showMessage(
        tr("%1 lies in %2. Two computers that write it at once can each lose work there. Better "
           "work on a copy on this computer, and merge.")
            .arg(project.path(), risk),
        { { tr("Work on a Local Copy…"), [this, &project] { saveCopy(project); } } });
}

/// How many edits the events are of: people count those.
static int editsIn(const MergePreview& preview)
{
    return static_cast<int>(preview.edits);
}

/// The spans as one line each, to be remembered as declined.
static QStringList namesOf(const MergePreview& preview)
{
    QStringList named;
    for (const Span& span : preview.spans)
        named.append(u"%1:%2"_s.arg(span.replica.toString()).arg(span.last));
    named.sort();
    return named;
}

/// The open file was put back to an older state: nothing is saved until the person chose.
void CopiesFlow::askAboutOlder(Project& project)
{
    planRecovery(
        project, [this, open = QPointer<Project>(&project)](const Expected<MergePreview>& found) {
            if (!open || !open->olderState())
                return;
            const auto isOlder = [open] { return open && open->olderState(); };
            const auto keep = [this, open, named = found ? namesOf(*found) : QStringList()] {
                if (!open)
                    return;
                QSettings().setValue(u"declined/"_s + open->uuid(), named);
                keepOlder(*open, [this, open] {
                    if (!open)
                        return;
                    static_cast<void>(open->flush()); // fails, and puts them into the second record
                    open->abandon();
                    emit openRequested(open->path());
                });
            };
            const MessageBar::Choice keepIt{ tr("Keep the Older One"), keep };
            const MessageBar::Choice beside{ tr("Save Beside…"), [this, open] {
                                                if (open)
                                                    saveCopy(*open);
                                            } };
            if (!found || found->events == 0)
                return m_messages.showWhile(isOlder,
                    tr("%1 No copy on this computer has them. Nothing is saved until you choose.")
                        .arg(open->olderState()->message),
                    { keepIt }, true);
            m_messages.showWhile(isOlder,
                tr("This file is an older state: %n edit(s) are missing. Another program put it "
                   "there. "
                   "Nothing is saved until you choose; the missing ones are kept on this computer.",
                    nullptr, editsIn(*found)),
                { { tr("Bring Them Back"),
                      [this, open] {
                          if (open)
                              bringBack(*open);
                      } },
                    keepIt, beside },
                true);
        });
}

void CopiesFlow::bringBack(Project& project)
{
    assay::bringBack(
        project, [this, open = QPointer<Project>(&project)](const Expected<qint64>& missing) {
            if (!open)
                return;
            if (!missing)
                return m_messages.showMessage(missing.error().message, {}, true);
            m_messages.refresh();
            if (*missing == 0)
                return m_messages.showMessage(
                    tr("Everything that was missing is back in the file."));
            m_report = tr("%n event(s) are still missing: no copy on this computer has them.",
                nullptr, static_cast<int>(*missing));
            emit openRequested(open->path());
        });
}

/// What was done here and is not in the file, unless that was declined before.
void CopiesFlow::offerMissing(Project& project)
{
    planRecovery(project,
        [this, project = QPointer<Project>(&project)](const Expected<MergePreview>& found) {
            if (!project || !found || found->events == 0 || !project->readOnlyReason().isEmpty()
                || project->olderState()) // which is asked about in its own words
                return;
            const QStringList named = namesOf(*found);
            const QString key = u"declined/"_s + project->uuid();
            if (QSettings().value(key).toStringList() == named)
                return;
            m_messages.showMessage(tr("%n edit(s) that were saved on this computer are not in this "
                                      "file: it is an older "
                                      "copy, or you work on another one too.",
                                       nullptr, editsIn(*found)),
                { { tr("Bring Them Back"),
                      [this, project, preview = *found] {
                          if (!project)
                              return;
                          if (const Expected<void> done = project->merge(preview, true); !done)
                              m_messages.showMessage(done.error().message, {}, true);
                      } },
                    { tr("Leave Them Out"), [key, named] { QSettings().setValue(key, named); } } });
        });
}

void CopiesFlow::tellOfBrokenRun(Project& project, const BrokenRun& run)
{
    savedSince(project, run.started, [this, run](qsizetype edits, const QDateTime& last) {
        const QString began = QLocale().toString(run.started.toLocalTime(), QLocale::ShortFormat);
        QString text = edits == 0
            ? tr("Assay, started %1, did not end by itself. No edit of that time is in the "
                 "project; all that was saved before is here. Only words of a note that were typed "
                 "in the last two seconds may be missing.")
                  .arg(began)
            : tr("Assay, started %1, did not end by itself. %n edit(s) of that time are in the "
                 "project, the last of %2. Only words of a note that were typed in the last two "
                 "seconds may be missing.",
                  nullptr, static_cast<int>(edits))
                  .arg(began, QLocale().toString(last.toLocalTime().time(), QLocale::ShortFormat));
        if (!m_reported.isEmpty()) // what the repair came to would be covered before it is read
            text = m_reported + u'\n' + text;
        m_messages.showMessage(
            text, { { tr("Show the Latest Edits"), [this] { emit historyWanted(); } } });
    });
}

void CopiesFlow::saveCopy(Project& project)
{
    const QFileInfo info(project.path());
    const QString path = askWhereToSave(m_window, tr("Save a Copy"),
        QDir::home().filePath(tr("%1 (copy).assay").arg(info.completeBaseName())),
        tr("Assay projects (*.assay)"));
    if (path.isEmpty())
        return;
    const qsizetype unsaved = project.unsaved();
    project.saveCopy(path,
        [this, path, unsaved, changes = m_changes, from = project.path(),
            open = QPointer<Project>(&project)](const Expected<void>& saved) {
            if (!saved) {
                m_messages.showMessage(saved.error().message,
                    { { tr("Choose Another Place…"),
                        [this, open] {
                            if (open)
                                saveCopy(*open);
                        } } },
                    true);
                return;
            }
            m_copied = from;
            m_copiedUnsaved = unsaved;
            const auto holdsAll = [this, open, changes] { return open && m_changes == changes; };
            m_messages.showWhile(holdsAll, tr("Everything is saved in %1.").arg(path),
                { { tr("Go On There"), [this, path] { emit openRequested(path); } } });
        });
}

bool CopiesFlow::holdsAll(const Project& project) const
{
    return m_copied == project.path() && project.unsaved() <= m_copiedUnsaved;
}

void CopiesFlow::showSnapshots(Project& project)
{
    const QString folder = recoveryFolder(session::copiesFolder(), project.uuid());
    const QList<Snapshot> snapshots = snapshotsIn(folder);
    QStringList lines;
    for (const Snapshot& snapshot : snapshots)
        lines.append(tr("%1   (%2)")
                .arg(QLocale().toString(snapshot.time.toLocalTime(), QLocale::LongFormat),
                    QLocale().formattedDataSize(snapshot.bytes)));
    auto* dialog = new ListDialog(tr("Snapshots"),
        lines.isEmpty()
            ? tr("There is none yet: one is made when the project is closed, and after five "
                 "minutes of rest.")
            : tr("A snapshot is made when the project is closed, and after five minutes of rest. "
                 "Going back undoes what came after it, in one step that can be undone itself."),
        new QStringListModel(lines), m_window);
    const QPointer<Project> open(&project);
    dialog->addButton(tr("Go Back to This State"), [this, dialog, open, snapshots](int row) {
        if (open)
            goBack(*open, snapshots[row].path);
        dialog->close();
    });
    dialog->addButton(tr("Open a Copy…"), [this, dialog, open, snapshots, folder](int row) {
        const QString path = askWhereToSave(dialog, tr("Open a Copy"),
            QDir::home().filePath(tr("snapshot.assay")), tr("Assay projects (*.assay)"));
        if (path.isEmpty())
            return;
        if (open && QFileInfo(path) == QFileInfo(open->path())) {
            dialog->close();
            m_messages.showMessage(
                tr("%1 is the project that is open: a copy needs another name.").arg(path), {},
                true);
            return;
        }
        const Expected<void> restored = restoreSnapshot(snapshots[row].path, Journal(folder), path);
        dialog->close();
        if (restored)
            emit openRequested(path);
        else
            m_messages.showMessage(restored.error().message, {}, true);
    });
    dialog->show();
}

void CopiesFlow::goBack(Project& project, const QString& snapshot)
{
    editsSince(project, snapshot,
        [this, open = QPointer<Project>(&project)](const Expected<QList<GroupId>>& edits) {
            if (!open)
                return;
            const Expected<GroupId> done
                = edits ? open->revokeAll(*edits) : std::unexpected(edits.error());
            if (!done)
                m_messages.showMessage(done.error().message, {}, true);
            else
                m_messages.showMessage(edits->isEmpty()
                        ? tr("Nothing was done since that snapshot.")
                        : tr("%n edit(s) were taken back. Undo brings them again.", nullptr,
                              static_cast<int>(edits->size())));
        });
}

void CopiesFlow::offerRepair(const QString& path, const Error& error)
{
    const QString folder = folderOfPlace(session::copiesFolder(), path);
    QList<MessageBar::Choice> choices;
    if (error.cause == Error::Cause::Locked)
        return m_messages.showMessage(error.message,
            { { tr("Try Again"), [this, path] { emit openRequested(path); } } }, true);
    if (!folder.isEmpty())
        choices.append({ tr("Bring It Back"), [this, path] { repair(path); } });
    else if (!QFileInfo::exists(path)
        && session::recentProjects().contains(QFileInfo(path).absoluteFilePath()))
        choices.append({ tr("Forget It"), [this, path] {
                            session::forgetProject(path);
                            emit recentChanged();
                        } });
    else if (error.cause == Error::Cause::Damaged)
        choices.append({ tr("Repair"), [this, path] { repair(path); } });
    else
        choices.append({ tr("Open Another…"), [this] { emit anotherWanted(); } });
    QString text = error.message;
    if (!folder.isEmpty())
        text += u' '
            + (QFileInfo::exists(path)
                    ? tr("Copies on this computer hold what was saved; the file that is there is "
                         "kept under another name.")
                    : tr("Copies on this computer hold what was saved."));
    m_messages.showMessage(text, choices, true);
}

void CopiesFlow::repair(const QString& path)
{
    if (m_task.isRunning())
        return;
    auto report = std::make_shared<Expected<SalvageReport>>();
    m_task.start(
        tr("Repairing %1").arg(QFileInfo(path).fileName()),
        [path, report](const Progress&) { *report = salvage(path, session::copiesFolder()); },
        [this, path, report] {
            if (!*report) {
                m_messages.showMessage(report->error().message, {}, true);
                return;
            }
            QString text = (*report)->unchanged
                ? tr("Nothing more can be brought back: what is missing, no copy on this computer "
                     "has. The file is as it was.")
                : tr("%n event(s) were brought back and proved.", nullptr,
                      static_cast<int>((*report)->events));
            if ((*report)->unproven > 0)
                text += u' '
                    + tr("%n could not be proved and stand in %1.", nullptr,
                        static_cast<int>((*report)->unproven))
                          .arg((*report)->unprovenPath);
            if (!(*report)->damaged.isEmpty())
                text += u' ' + tr("The damaged file is kept as %1.").arg((*report)->damaged);
            m_report = text; // once the project is there
            emit openRequested(path);
        });
}

} // namespace assay
