// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/report.h"
#include "views/paper/paperjob.h"

#include <functional>

class QWidget;

namespace assay {

class BackgroundTask;
class ExportDialog;
class MessageBar;

/// Makes annotated PDFs in the background, and prints them: of one article into a file, of several
/// into a folder or one file. What is there already is replaced only when the person says so.
class ExportFlow {
public:
    ExportFlow(QWidget* window, BackgroundTask& task, MessageBar& messages);

    /// Gives the comparison that is on the desk, if there is one, with that reviewer's tags.
    void setComparison(
        std::function<std::optional<ComparisonReport>(ReviewerId reviewer)> comparison)
    {
        m_comparison = std::move(comparison);
    }
    /// Shows the dialog in which everything is chosen, then asks where to, then exports.
    void exportArticles(Project& project, const QList<ArticleId>& articles);
    /// Exports to these files, one an article, replacing what is there.
    void exportTo(Project& project, const QList<ArticleId>& articles, const QStringList& paths,
        const PaperJob& job = {}, const QList<ReviewerId>& reviewers = {});
    /// Exports all articles into one file.
    void exportBookTo(Project& project, const QList<ArticleId>& articles, const QString& path,
        const PaperJob& job, const QList<ReviewerId>& reviewers);
    /// Lays the article out and shows how it will be printed.
    void print(Project& project, ArticleId article, const PaperJob& job = {},
        const QList<ReviewerId>& reviewers = {});

    /// Whose words an article's pages show: the chosen ones, or, where nobody was chosen, those of
    /// the person at the desk, unless they said nothing of it.
    static QList<ReviewerId> voicesOf(
        const Project& project, ArticleId article, const QList<ReviewerId>& chosen);

private:
    QStringList askForPaths(const Project& project, const QList<ArticleId>& articles);
    void runDialog(ExportDialog* dialog, Project& project, const QList<ArticleId>& articles);
    bool isBusy();
    void tell(const std::optional<Error>& problem, const QStringList& written,
        const QStringList& remarks, const std::function<void()>& again);

    QWidget* m_window;
    BackgroundTask& m_task;
    MessageBar& m_messages;
    std::function<std::optional<ComparisonReport>(ReviewerId)> m_comparison;
};

} // namespace assay
