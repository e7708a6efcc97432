// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/exportflow.h"

#include "app/flows/backgroundtask.h"
#include "app/messagebar.h"
#include "views/paper/paperexport.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QUrl>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Export", text, nullptr, n);
}

ExportFlow::ExportFlow(QWidget* window, BackgroundTask& task, MessageBar& messages)
    : m_window(window)
    , m_task(task)
    , m_messages(messages)
{
}

QStringList ExportFlow::askForPaths(const Project& project, const QList<ArticleId>& articles)
{
    const QString folder = QFileInfo(project.path()).absolutePath();
    if (articles.size() == 1) {
        // The dialog itself asks before it gives a file that is there.
        const QString path = QFileDialog::getSaveFileName(m_window, say("Export Annotated PDF"),
            paperPaths(project, articles, folder).first(), say("PDF (*.pdf)"));
        return path.isEmpty() ? QStringList() : QStringList{ path };
    }
    const QString target = QFileDialog::getExistingDirectory(
        m_window, say("Export Annotated PDFs to a Folder"), folder);
    if (target.isEmpty())
        return {};
    const QStringList paths = paperPaths(project, articles, target);
    QStringList there;
    for (const QString& path : paths) {
        if (QFileInfo::exists(path))
            there.append(QFileInfo(path).fileName());
    }
    if (!there.isEmpty()) {
        const auto answer = QMessageBox::question(m_window, say("Replace Files?"),
            say("%n file(s) with these names are in that folder already, for example %1. Replace "
                "them?",
                static_cast<int>(there.size()))
                .arg(there.first()));
        if (answer != QMessageBox::Yes)
            return {};
    }
    return paths;
}

void ExportFlow::exportArticles(Project& project, const QList<ArticleId>& articles)
{
    if (articles.isEmpty() || m_task.isRunning())
        return;
    const QStringList paths = askForPaths(project, articles);
    if (!paths.isEmpty())
        exportTo(project, articles, paths);
}

void ExportFlow::exportTo(
    Project& project, const QList<ArticleId>& articles, const QStringList& paths)
{
    struct Item {
        PaperReview review;
        Project::TextSource text;
        QString path;
    };
    auto items = std::make_shared<QList<Item>>();
    for (qsizetype i = 0; i < articles.size(); ++i)
        items->append({ PaperReview::withoutText(project, articles[i], { project.reviewer() }),
            project.textSource(articles[i]), paths[i] });
    auto problem = std::make_shared<std::optional<Error>>();
    auto written = std::make_shared<QStringList>();
    const QString title = items->size() == 1
        ? say("Exporting “%1”").arg(items->first().review.facts.title)
        : say("Exporting %n article(s)", static_cast<int>(items->size()));
    m_task.start(
        title,
        [items, problem, written](const Progress& progress) {
            for (qsizetype i = 0; i < items->size() && !*problem; ++i) {
                Item& item = (*items)[i];
                // Pages of one article, or articles of many, whichever tells more.
                const Progress pages = [&](qsizetype done, qsizetype total) {
                    return items->size() == 1 ? goOn(progress, done, total)
                                              : goOn(progress, i, items->size());
                };
                Expected<QString> text = item.text();
                Expected<void> done = text ? Expected<void>() : std::unexpected(text.error());
                if (text) {
                    item.review.text = std::move(*text);
                    if (const auto made = exportPaper(item.review, item.path, pages); !made)
                        done = std::unexpected(made.error());
                    item.review.text.clear();
                }
                if (!done)
                    *problem = done.error();
                else
                    written->append(item.path);
            }
        },
        [this, problem, written] {
            if (*problem) {
                m_messages.showMessage((*problem)->message, {}, !m_task.wasCancelled());
                return;
            }
            if (written->isEmpty())
                return;
            const QString first = written->first();
            const QString folder = QFileInfo(first).absolutePath();
            QList<MessageBar::Choice> choices;
            if (written->size() == 1)
                choices.append({ say("Open"),
                    [first] { QDesktopServices::openUrl(QUrl::fromLocalFile(first)); } });
            choices.append({ say("Show in Folder"),
                [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); } });
            m_messages.showMessage(written->size() == 1
                    ? say("Exported to %1.").arg(first)
                    : say("Exported %n PDF(s) to %1.", static_cast<int>(written->size()))
                          .arg(folder),
                choices);
        });
}

} // namespace assay
