// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/articleflow.h"
#include "app/flows/copiesflow.h"
#include "app/flows/erasuresflow.h"
#include "app/flows/exportflow.h"
#include "app/flows/importflow.h"
#include "app/flows/mergeflow.h"
#include "app/flows/people.h"
#include "app/flows/propertiesflow.h"
#include "app/flows/tagging.h"
#include "models/items/searchmodel.h"
#include "models/project/project.h"

#include <QMainWindow>

#include <memory>
#include <optional>

class QMenu;
class QStackedWidget;

namespace assay {

class Actions;
class BackgroundTask;
class ChangeListModel;
class CompareFlow;
class ComparePanel;
class Desk;
class Docks;
class Hints;
class IssueListModel;
class MessageBar;
class SearchPanel;
class StatusLine;
class ToolBar;
class Welcome;
struct ReadingStyle;

/// The window: puts actions, desk, status line and flows together.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow();
    ~MainWindow() override;

    /// Opens a project file beside which nothing else is open. Says what is wrong when it cannot.
    void openProject(const QString& path);
    void newProject(const QString& path);
    /// Adds articles to the open project; without one, asks for a new one first.
    void addFiles(const QStringList& paths);
    void openSample();
    /// What was given on the command line: a project, articles, or both; nothing: the latest
    /// project.
    void openArguments(const QStringList& paths);
    /// The latest run that did not end by itself: told of once a project is open.
    void setBrokenRun(const BrokenRun& run) { m_brokenRun = run; }

    Project* project() const { return m_project.get(); }
    Desk* desk() const { return m_desk; }
    Actions* actions() const { return m_actions; }
    MessageBar* messages() const { return m_messages; }
    BackgroundTask* task() const { return m_task; }
    Docks* docks() const { return m_docks; }
    SearchPanel* search() const { return m_search; }
    ComparePanel* comparePanel() const { return m_comparePanel; }
    CompareFlow* comparing() const { return m_comparing; }
    Hints* hints() const { return m_hints; }
    IssueListModel* issues() const { return m_issues; }
    ExportFlow& exports() { return m_exports; }

signals:
    void projectShown(); ///< a project is open and in the window

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void connectProjectActions();
    void connectArticleActions();
    void connectViewActions();
    void connectTags();
    void makePanels();
    void connectSearch();
    void connectCompare();
    void compareFiles(const QStringList& paths);
    void exportComparison();
    void decide(const std::function<Expected<void>()>& act);
    void showPalette();
    void showPreferences();
    void changeReading(const std::function<void(ReadingStyle&)>& change);
    void showUnits(const UnitFilter& filter);
    void nextUnsure();
    void startProject(const QString& path, Database::Mode mode);
    void adopt(std::unique_ptr<Project> project);
    void leaveProject();
    void refresh();
    void refreshActions();
    void refreshTitle();
    void refreshRecent();
    void applyTheme();
    void tellOfBrokenRun();
    void report(const Expected<void>& result);
    void showArticle(ArticleId article);
    void undoOrRedo(bool undoing);
    void showHistory();
    void showChanges();

    std::unique_ptr<Project> m_project;
    std::unique_ptr<Project> m_opening;
    QStringList m_filesToAdd; ///< once the project is there
    QStringList m_filesToCompare; ///< likewise
    Actions* m_actions;
    BackgroundTask* m_task;
    MessageBar* m_messages;
    Welcome* m_welcome;
    Desk* m_desk;
    QStackedWidget* m_pages;
    StatusLine* m_status;
    ToolBar* m_tools;
    Docks* m_docks;
    SearchPanel* m_search;
    ComparePanel* m_comparePanel;
    CompareFlow* m_comparing;
    Hints* m_hints;
    IssueListModel* m_issues;
    QMenu* m_recent = nullptr;
    Tagging m_tagging;
    ImportFlow m_imports;
    ArticleFlow m_articles;
    PropertiesFlow m_properties;
    ExportFlow m_exports;
    MergeFlow m_merges;
    CopiesFlow* m_copies;
    ErasuresFlow* m_erasures;
    People* m_people;
    ChangeListModel* m_changes;
    bool m_reopen = false;
    std::optional<BrokenRun> m_brokenRun;
};

} // namespace assay
