// SPDX-License-Identifier: GPL-3.0-or-later
// How a project, or files for one, come into the window, and how they leave it.
#include "app/mainwindow.h"

#include "app/actions.h"
#include "app/desk.h"
#include "app/flows/backgroundtask.h"
#include "app/flows/compareflow.h"
#include "app/flows/hints.h"
#include "app/flows/leaving.h"
#include "app/messagebar.h"
#include "app/session.h"
#include "app/statusline.h"
#include "models/items/changelistmodel.h"
#include "models/items/issuelistmodel.h"
#include "views/search/searchpanel.h"

#include <QDir>
#include <QFileInfo>

namespace assay {

using namespace Qt::StringLiterals;

/// Takes the project away from everyone who looks at it, and waits for those who work on it.
void MainWindow::leaveProject()
{
    m_task->cancelAndWait();
    m_desk->setProject(nullptr);
    m_hints->setProject(nullptr);
    m_search->setProject(nullptr);
    m_comparing->setProject(nullptr);
    m_status->setProject(nullptr);
    m_people->setProject(nullptr);
    m_changes->setProject(nullptr);
}

void MainWindow::openProject(const QString& path)
{
    startProject(path, Database::Mode::Existing);
}
void MainWindow::newProject(const QString& path)
{
    startProject(path, Database::Mode::New);
}

void MainWindow::startProject(const QString& path, Database::Mode mode)
{
    const bool again = std::exchange(m_reopen, false);
    if (!again && m_project && QFileInfo(m_project->path()) == QFileInfo(path)
        && mode == Database::Mode::Existing)
        return;
    if (!mayLeave(this, *m_task, m_project.get(), *m_desk->inspector(), *m_copies))
        return;
    m_opening = std::make_unique<Project>();
    const session::Profile profile = session::profile();
    m_opening->setReviewer(profile.id, profile.name);
    m_opening->storage().keepCopies(session::copiesFolder(), true);
    connect(m_opening.get(), &Project::opened, this, [this] {
        if (m_opening)
            adopt(std::move(m_opening));
    });
    connect(m_opening.get(), &Project::openFailed, this, [this, path](const Error& error) {
        m_opening.release()->deleteLater();
        m_copies->offerRepair(path, error);
        m_filesToAdd.clear();
        m_filesToCompare.clear();
    });
    m_opening->open(path, mode);
}

void MainWindow::adopt(std::unique_ptr<Project> project)
{
    m_desk->save();
    leaveProject();
    m_project = std::move(project);
    m_project->disconnect(this);
    m_tagging = {};
    connect(m_project.get(), &Project::changed, this, [this](const ChangeSet& changes) {
        if (changes.articles)
            refresh();
        else if (changes.reviewers) // a second one came: the title says who this is
            refreshTitle();
        m_messages->refresh();
    });
    connect(
        m_project.get(), &Project::saveStateChanged, this, [this, before = qsizetype(0)]() mutable {
            if (m_project->unsaved() > std::exchange(before, m_project->unsaved()))
                m_messages->editMade();
        });
    connect(m_project.get(), &Project::historyChanged, this, &MainWindow::refreshActions);
    m_issues->clear();
    m_hints->setProject(m_project.get());
    m_desk->setProject(m_project.get());
    m_search->setProject(m_project.get());
    m_comparing->setProject(m_project.get());
    m_status->setProject(m_project.get());
    session::rememberProject(m_project->path());
    m_messages->clear();
    if (!m_project->readOnlyReason().isEmpty())
        m_messages->showMessage(u"%1: %2"_s.arg(m_project->path(), m_project->readOnlyReason()),
            { { tr("Work on a Copy…"), [this] { m_copies->saveCopy(*m_project); } } });
    m_people->setProject(m_project.get());
    m_changes->setProject(m_project.get());
    refresh();
    m_desk->restore();
    emit projectShown();
    m_copies->watch(*m_project);
    m_erasures->watch(*m_project);
    tellOfBrokenRun();
    if (!m_filesToAdd.isEmpty())
        addFiles(std::exchange(m_filesToAdd, {}));
    if (!m_filesToCompare.isEmpty())
        compareFiles(std::exchange(m_filesToCompare, {}));
}

void MainWindow::tellOfBrokenRun()
{
    const std::optional<BrokenRun> run = std::exchange(m_brokenRun, {});
    if (!run || run->project.isEmpty())
        return;
    if (QFileInfo(run->project) == QFileInfo(m_project->path()))
        m_copies->tellOfBrokenRun(*m_project, *run);
    else
        m_messages->showMessage(
            tr("Assay did not end by itself while %1 was open. What was saved is in it.")
                .arg(run->project),
            { { tr("Open It"), [this, run] {
                   m_brokenRun = run;
                   openProject(run->project);
               } } });
}

void MainWindow::addFiles(const QStringList& paths)
{
    if (m_project) {
        m_imports.importFiles(*m_project, paths, [this](ArticleId id) { showArticle(id); });
        return;
    }
    m_filesToAdd = paths;
    m_actions->action("new")->trigger();
}

void MainWindow::openArguments(const QStringList& paths)
{
    QStringList articles;
    QString project;
    for (const QString& path : paths)
        (path.endsWith(".assay"_L1, Qt::CaseInsensitive) && project.isEmpty()
                ? project
                : articles.emplace_back())
            = path;
    const bool compare = articles.removeAll(u"--compare"_s) > 0;
    (compare ? m_filesToCompare : m_filesToAdd) = articles;
    if (compare && project.isEmpty())
        compareFiles(std::exchange(m_filesToCompare, {}));
    else if (!project.isEmpty())
        startProject(project,
            QFileInfo::exists(project) || articles.isEmpty() ? Database::Mode::Existing
                                                             : Database::Mode::New);
    else if (!articles.isEmpty())
        addFiles(articles);
    else if (const QStringList recent = session::recentProjects(); !recent.isEmpty())
        openProject(recent.first()); // where it is gone, that is said, with what can be done
}

void MainWindow::openSample()
{
    const QString folder = session::ownFolder();
    const QString path = QDir(folder).filePath(u"sample.assay"_s);
    if (QFileInfo::exists(path)) {
        openProject(path);
        return;
    }
    if (!QDir().mkpath(folder)) {
        m_messages->showMessage(tr("The folder %1 cannot be made.").arg(folder), {}, true);
        return;
    }
    const QStringList names
        = QDir(u":/samples"_s).entryList({ u"*.txt"_s }, QDir::Files, QDir::Name);
    for (const QString& name : names)
        m_filesToAdd.append(u":/samples/"_s + name);
    newProject(path);
}

} // namespace assay
