// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/leaving.h"

#include "app/flows/backgroundtask.h"
#include "app/flows/copiesflow.h"
#include "models/project/project.h"
#include "views/inspector/inspector.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace assay {

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Leaving", text, nullptr, n);
}

/// False when work is running and the person wants to wait for it.
static bool finishTask(QWidget* window, BackgroundTask& task)
{
    if (!task.isRunning())
        return true;
    QMessageBox box(QMessageBox::Question, say("Still Working"),
        say("%1 is not done yet.").arg(task.title()), QMessageBox::NoButton, window);
    box.addButton(say("Wait"), QMessageBox::RejectRole);
    const QAbstractButton* stop = box.addButton(say("Stop It"), QMessageBox::DestructiveRole);
    box.exec();
    if (box.clickedButton() != stop)
        return false;
    task.cancel();
    return true;
}

bool mayLeave(QWidget* window, BackgroundTask& task, Project* project, Inspector& inspector,
    CopiesFlow& copies)
{
    if (!finishTask(window, task))
        return false;
    inspector.commit();
    if (!project)
        return true;
    while (project->unsaved() > 0) {
        const Expected<void> saved = project->flush();
        if (saved || copies.holdsAll(*project))
            break;
        QMessageBox box(QMessageBox::Warning, say("Not Saved"),
            say("%n edit(s) could not be saved: %1", static_cast<int>(project->unsaved()))
                .arg(saved.error().message),
            QMessageBox::NoButton, window);
        QPushButton* copy = box.addButton(say("Save a Copy…"), QMessageBox::AcceptRole);
        const QAbstractButton* again = box.addButton(say("Try Again"), QMessageBox::AcceptRole);
        const QAbstractButton* lose
            = box.addButton(say("Leave Without Them"), QMessageBox::DestructiveRole);
        box.addButton(QMessageBox::Cancel);
        box.setDefaultButton(copy);
        box.exec();
        if (box.clickedButton() == copy)
            copies.saveCopy(*project);
        if (box.clickedButton() == lose)
            break;
        if (box.clickedButton() != again)
            return false;
    }
    return true;
}

} // namespace assay
