// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/messagebar.h"
#include "models/project/project.h"

#include <functional>

class QMimeData;
class QWidget;

namespace assay {

class BackgroundTask;
class IssueListModel;

/// Brings files into the project in the background, as one undoable edit; says what could not be
/// read and why.
class ImportFlow {
public:
    ImportFlow(QWidget* window, BackgroundTask& task, MessageBar& messages, IssueListModel& issues);

    /// Asks for files, then imports them. `show` is called with the first article that came in or
    /// was there.
    void askAndImport(Project& project, std::function<void(ArticleId)> show);
    /// Asks for a newer save of the article and gives it that text, as one undoable edit.
    void askForNewerText(Project& project, ArticleId article);
    void importFiles(
        Project& project, const QStringList& paths, std::function<void(ArticleId)> show);
    /// Makes an article of what was copied: HTML with its structure, else text.
    void importClipboard(
        Project& project, const QMimeData& copied, std::function<void(ArticleId)> show);

private:
    using Results = QList<Expected<ImportedArticle>>;
    ArticleId takeReviewIn(Project& project, const ImportedArticle& article, QStringList& said);
    void takeIn(Project& project, const Results& results, const QStringList& files,
        const std::function<void(ArticleId)>& show);

    using Newer = QList<std::pair<ArticleId, ImportedArticle>>;
    QString offerUpdate(Project& project, const Newer& newer,
        const std::function<void(ArticleId)>& show, QList<MessageBar::Choice>& choices);
    void update(Project& project, const Newer& newer);

    QWidget* m_window;
    BackgroundTask& m_task;
    MessageBar& m_messages;
    IssueListModel& m_issues;
};

} // namespace assay
