// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/actions.h"
#include "app/appearance.h"
#include "app/desk.h"
#include "app/docks.h"
#include "app/flows/backgroundtask.h"
#include "app/flows/compareflow.h"
#include "app/flows/hints.h"
#include "app/flows/leaving.h"
#include "app/messagebar.h"
#include "app/session.h"
#include "app/statusline.h"
#include "app/toolbar.h"
#include "app/welcome.h"
#include "models/items/changelistmodel.h"
#include "models/items/issuelistmodel.h"
#include "views/compare/comparepanel.h"
#include "views/inspector/inspector.h"
#include "views/library/librarypanel.h"
#include "views/reader/readerpane.h"
#include "views/search/searchpanel.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyleHints>
#include <QToolBar>
#include <QVBoxLayout>

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

MainWindow::MainWindow()
    : m_actions(new Actions(this))
    , m_task(new BackgroundTask(this))
    , m_messages(new MessageBar)
    , m_welcome(new Welcome)
    , m_desk(new Desk)
    , m_pages(new QStackedWidget)
    , m_status(new StatusLine(statusBar(), m_task, *m_actions))
    , m_tools(new ToolBar(*m_actions))
    , m_docks(new Docks(*this))
    , m_search(new SearchPanel)
    , m_comparePanel(new ComparePanel)
    , m_comparing(new CompareFlow(this, *m_desk, *m_comparePanel, *m_messages))
    , m_hints(new Hints(*m_desk, this))
    , m_issues(new IssueListModel(this))
    , m_imports(this, *m_task, *m_messages, *m_issues)
    , m_articles(this, *m_task, *m_messages)
    , m_properties(this, *m_task, *m_messages)
    , m_exports(this, *m_task, *m_messages)
    , m_merges(this, *m_messages)
    , m_copies(new CopiesFlow(this, *m_task, *m_messages))
    , m_erasures(new ErasuresFlow(this, *m_messages))
    , m_people(new People(this, *m_desk, *m_messages))
    , m_changes(new ChangeListModel(this))
{
    setWindowTitle(u"Assay"_s);
    setAcceptDrops(true);
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addWidget(
        m_messages); // below: a message must not move the text under the reader's eyes
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_desk);
    setCentralWidget(middle);
    // On the readers, not the panes around them: in the bar that finds words, letters are typed.
    m_actions->install(this, { m_desk->reader(0), m_desk->reader(1) });
    const QHash<QByteArray, QMenu*> menus = m_actions->fill(menuBar());
    m_recent = new QMenu(tr("Open &Recent"), this);
    menus.value("&Project")->insertMenu(m_actions->action("add"), m_recent);
    menus.value("&Project")->insertMenu(m_actions->action("reviewer"), m_people->reviewAs());
    menus.value("&View")->insertMenu(m_actions->action("next-area"), m_people->others());
    addToolBar(m_tools);
    makePanels();
    for (QAction* toggle : m_docks->toggles())
        menus.value("&View")->insertAction(m_actions->action("reset-layout"), toggle);
    connectProjectActions();
    connectArticleActions();
    connectViewActions();
    connectTags();
    connectSearch();
    connectCompare();
    m_desk->setReadingStyle(session::readingStyle());
    applyTheme();
    connect(m_people, &People::reviewerSet, this, &MainWindow::refreshTitle);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
        &MainWindow::applyTheme);
    // With room for the frame, which is not known before the window shows.
    resize(QSize(1480, 920).boundedTo(screen()->availableSize() - QSize(8, 48)));
    restoreGeometry(QSettings().value("window/geometry"_L1).toByteArray());
    refresh();
}

MainWindow::~MainWindow()
{
    leaveProject(); // the threads that ask it for texts go before it does
    // Panels and readers that are taken down have nothing to tell a window that is half gone.
    for (QObject* child : findChildren<QObject*>())
        child->disconnect(this);
}

/// What the current sentence refuses is said for as long as it is the current one.
void MainWindow::report(const Expected<void>& result)
{
    if (result)
        return;
    const auto place = [this] {
        const Reader* reader = m_desk->activeReader();
        return std::pair(reader->article(), reader->currentUnit());
    };
    m_messages->showWhile(
        [place, there = place()] { return place() == there; }, result.error().message, {}, true);
}

void MainWindow::showArticle(ArticleId article)
{
    // The first articles of a project fill both readers.
    const QList<ArticleId>& articles = m_project->state().articles();
    if (!articles.contains(article))
        return; // it went meanwhile
    Reader* other = m_desk->reader(1 - m_desk->activeIndex());
    m_desk->show(article);
    if (m_desk->isSecondShown() && other->article().isNull() && articles.size() > 1)
        m_desk->show(articles[articles.indexOf(article) == 0 ? 1 : 0], true);
    m_desk->activeReader()->setFocus();
}

void MainWindow::undoOrRedo(bool undoing)
{
    m_desk->inspector()->commit();
    const std::optional<Place> place = undoing ? m_project->undoPlace() : m_project->redoPlace();
    if (!place)
        return;
    m_desk->inspector()->setVisit({});
    const std::array folded{ !m_desk->reader(0)->isFurnitureShown(),
        !m_desk->reader(1)->isFurnitureShown() };
    m_desk->reveal(*place); // shows the place, then changes it
    undoing ? m_project->undo() : m_project->redo();
    // What was unfolded to show it, and is page furniture no more, folds again around it.
    Reader* reader = m_desk->activeReader();
    const ArticleState* article = m_project->state().article(reader->article());
    const qsizetype unit = reader->currentUnit();
    if (folded[static_cast<size_t>(m_desk->activeIndex())] && article && unit >= 0
        && unit < article->units().size() && article->units()[unit].kind != UnitKind::Furniture)
        reader->showFurniture(false);
    if (!m_desk->activeReader()->article().isNull() || m_project->state().articles().isEmpty())
        return;
    showArticle(place->article.isNull() || !m_project->state().articles().contains(place->article)
            ? m_project->state().articles().first()
            : place->article);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayLeave(this, *m_task, m_project.get(), *m_desk->inspector(), *m_copies)) {
        event->ignore();
        return;
    }
    QSettings().setValue("window/geometry"_L1, saveGeometry());
    m_docks->save();
    m_desk->save();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    event->acceptProposedAction();
    if (paths.size() == 1 && paths.first().endsWith(".assay"_L1, Qt::CaseInsensitive))
        openProject(paths.first());
    else if (!paths.isEmpty())
        addFiles(paths);
}

void MainWindow::refresh()
{
    const bool open = m_project != nullptr;
    const bool filled = open && !m_project->state().articles().isEmpty();
    m_docks->setShown(filled);
    m_pages->setCurrentWidget(filled ? static_cast<QWidget*>(m_desk) : m_welcome);
    if (!filled)
        m_welcome->refresh(open, session::recentProjects());
    refreshTitle();
    refreshRecent();
    refreshActions();
}

/// Names the project and, where more than one could be meant, as whom it is reviewed.
void MainWindow::refreshTitle()
{
    if (!m_project) {
        setWindowTitle(u"Assay"_s);
        return;
    }
    const QString name = QFileInfo(m_project->path()).completeBaseName();
    QList<ReviewerId> known = m_project->state().reviewers();
    known.removeOne(m_project->reviewer());
    setWindowTitle(known.isEmpty() ? tr("%1 – Assay").arg(name)
                                   : tr("%1, as %2 – Assay").arg(name, m_project->reviewerName()));
}

/// What can be done now. Runs at every key press, so it only sets what is cheap to set.
void MainWindow::refreshActions()
{
    const bool open = m_project != nullptr;
    const bool filled = open && !m_project->state().articles().isEmpty();
    const bool writable = open && m_project->readOnlyReason().isEmpty();
    const bool shown = filled && !m_desk->activeReader()->article().isNull();
    m_actions->action("add")->setEnabled(!open || writable);
    m_actions->action("paste")->setEnabled(writable);
    m_actions->action("export")->setEnabled(shown);
    m_actions->action("print")->setEnabled(shown);
    m_actions->action("export-all")->setEnabled(filled);
    m_actions->action("merge")->setEnabled(writable);
    for (const char* id : { "statistics", "find", "find-next", "find-previous", "find-project",
             "unsure-list", "notes-list", "reset-layout", "next-area", "next-unsure" })
        m_actions->action(id)->setEnabled(filled);
    for (const char* id : { "save-copy", "snapshots", "history", "changes" })
        m_actions->action(id)->setEnabled(open);
    m_actions->action("erasures")->setEnabled(writable);
    m_actions->action("undo")->setEnabled(writable && m_project->canUndo());
    m_actions->action("redo")->setEnabled(writable && m_project->canRedo());
    for (const char* id : { "evidence", "marketing", "caveat", "none", "evidence-stay",
             "marketing-stay", "caveat-stay", "none-stay", "repeat", "clear", "unsure", "note",
             "source", "furniture", "split", "join", "rename", "mark-done", "mark-skipped",
             "mark-todo", "remove", "erase", "newer-text" })
        m_actions->action(id)->setEnabled(shown && writable);
    const bool beside = shown && m_comparing->compared() != nullptr;
    for (const char* id : { "next-match", "previous-match", "to-match", "export-comparison" })
        m_actions->action(id)->setEnabled(beside);
    for (const char* id : { "link", "refuse" })
        m_actions->action(id)->setEnabled(beside && writable);
    m_actions->action("same-tag")->setEnabled(shown && writable);
    for (const char* id : { "comparison", "swap", "earlier" })
        m_actions->action(id)->setEnabled(shown);
    m_actions->action("compare-files")->setEnabled(!open || writable);
    for (const char* id : { "properties", "source-view", "show-furniture", "copy", "copy-tagged" })
        m_actions->action(id)->setEnabled(shown);
}

void MainWindow::refreshRecent()
{
    m_recent->clear();
    for (const QString& path : session::recentProjects())
        m_recent
            ->addAction(
                QFileInfo(path).completeBaseName(), this, [this, path] { openProject(path); })
            ->setToolTip(path);
    m_recent->setEnabled(!m_recent->isEmpty());
}

void MainWindow::applyTheme()
{
    const QString chosen = QSettings().value("window/theme"_L1, u"desktop"_s).toString();
    for (const char* id : { "theme-desktop", "theme-light", "theme-dark", "theme-contrast" })
        m_actions->action(id)->setChecked(chosen == QLatin1StringView(id).sliced(6));
    const Expected<Theme> theme = applyChosenTheme();
    if (!theme)
        return;
    m_desk->setTheme(*theme);
    m_search->setTheme(*theme);
    m_comparePanel->setTheme(*theme);
    m_docks->setTheme(*theme);
    m_tools->setTheme(*theme);
    m_status->setTheme(*theme);
    m_articles.setTheme(*theme);
    m_hints->setTheme(theme->name);
}

} // namespace assay
