// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/exportflow.h"

#include "app/flows/backgroundtask.h"
#include "app/flows/exportitem.h"
#include "app/flows/savedialog.h"
#include "app/messagebar.h"
#include "models/pdf/pdfmarking.h"
#include "views/dialogs/exportdialog.h"
#include "views/paper/comparisonpages.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
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
        const QString path = askWhereToSave(m_window, say("Export Annotated PDF"),
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

bool ExportFlow::isBusy()
{
    if (m_task.isRunning())
        m_messages.showMessage(
            say("Please wait until “%1” is done, or cancel it.").arg(m_task.title()));
    return m_task.isRunning();
}

/// Everyone who said anything of these articles, the person at the desk first.
static QList<std::pair<ReviewerId, QString>> reviewersOf(
    const Project& project, const QList<ArticleId>& articles)
{
    QList<std::pair<ReviewerId, QString>> reviewers;
    for (const ArticleId& article : articles) {
        for (const ReviewerId& id : project.state().article(article)->reviewers()) {
            const std::pair one(id, project.state().reviewerName(id));
            if (!reviewers.contains(one))
                reviewers.append(one);
        }
    }
    // Who tagged most comes first, as in print and on the command line.
    QHash<ReviewerId, qsizetype> tagged;
    for (const ArticleId& article : articles) {
        for (const auto& one : std::as_const(reviewers))
            tagged[one.first] += project.state().article(article)->composition(one.first).tagged();
    }
    std::stable_sort(reviewers.begin(), reviewers.end(),
        [&](const auto& a, const auto& b) { return tagged[a.first] > tagged[b.first]; });
    std::stable_partition(reviewers.begin(), reviewers.end(),
        [&project](const auto& one) { return one.first == project.reviewer(); });
    return reviewers;
}

void ExportFlow::exportArticles(Project& project, const QList<ArticleId>& articles)
{
    if (articles.isEmpty() || isBusy())
        return;
    ExportSubject subject;
    subject.articles = articles.size();
    subject.reviewers = reviewersOf(project, articles);
    for (const ArticleId& id : articles)
        subject.originals += hasOriginalPages(project.state().article(id)->facts().provenance);
    if (articles.size() == 1 && m_comparison && m_comparison(project.reviewer()))
        subject.comparison = [this, me = project.reviewer()](
                                 const QList<ReviewerId>& reviewers, QPageSize::PageSizeId size) {
            const std::optional<ComparisonReport> report = m_comparison(reviewers.value(0, me));
            if (!report)
                return FurtherPages();
            return FurtherPages([report = *report, size](const PaperPosition& position) {
                return comparisonPages(report, size, position);
            });
        };
    subject.preview = [open = QPointer<Project>(&project), article = articles.first()](
                          const QList<ReviewerId>& reviewers) {
        if (!open)
            return std::function<Expected<PaperReview>()>(
                [] { return Expected<PaperReview>(fail(say("The project was closed."))); });
        return std::function<Expected<PaperReview>()>(
            [review = PaperReview::withoutText(*open, article, reviewers),
                text = open->textSource(article)]() mutable -> Expected<PaperReview> {
                Expected<QString> words = text();
                if (!words)
                    return std::unexpected(words.error());
                review.text = std::move(*words);
                return review;
            });
    };
    runDialog(new ExportDialog(std::move(subject), m_window), project, articles);
}

void ExportFlow::runDialog(ExportDialog* dialog, Project& project, const QList<ArticleId>& articles)
{
    dialog->setWindowModality(Qt::WindowModal);
    const QPointer<Project> open(&project);
    QObject::connect(dialog, &ExportDialog::exportWanted, dialog, [this, dialog, open, articles] {
        if (!open || isBusy())
            return;
        const PaperJob job = dialog->job();
        const QList<ReviewerId> reviewers = dialog->reviewers();
        if (dialog->oneFile()) {
            const QFileInfo file(open->path());
            const QString path = askWhereToSave(m_window, say("Export Annotated PDF"),
                file.absolutePath() + u'/' + file.completeBaseName() + u".pdf"_s,
                say("PDF (*.pdf)"));
            if (path.isEmpty() || !open)
                return;
            exportBookTo(*open, articles, path, job, reviewers);
        } else {
            const QStringList paths = askForPaths(*open, articles);
            if (paths.isEmpty() || !open)
                return;
            exportTo(*open, articles, paths, job, reviewers);
        }
        dialog->close();
    });
    QObject::connect(dialog, &ExportDialog::printWanted, dialog, [this, dialog, open, articles] {
        if (!open || isBusy())
            return;
        print(*open, articles.first(), dialog->job(), dialog->reviewers());
        dialog->close();
    });
    dialog->show();
}

/// Where nobody was chosen: the person at the desk, unless somebody else did all the work.
QList<ReviewerId> ExportFlow::voicesOf(
    const Project& project, ArticleId article, const QList<ReviewerId>& chosen)
{
    const bool spoke = project.state().article(article)->reviewers().contains(project.reviewer());
    return chosen.isEmpty() && spoke ? QList{ project.reviewer() } : chosen;
}

void ExportFlow::exportTo(Project& project, const QList<ArticleId>& articles,
    const QStringList& paths, const PaperJob& job, const QList<ReviewerId>& reviewers)
{
    const auto items = exportItems(project, articles, paths, reviewers);
    auto problem = std::make_shared<std::optional<Error>>();
    auto written = std::make_shared<QStringList>();
    auto remarks = std::make_shared<QStringList>();
    const QString title = items->size() == 1
        ? say("Exporting “%1”").arg(items->first().review.facts.title)
        : say("Exporting %n article(s)", static_cast<int>(items->size()));
    m_task.start(
        title,
        [items, problem, written, remarks, job](const Progress& progress) {
            for (qsizetype i = 0; i < items->size() && !*problem; ++i) {
                // Pages of one article, or articles of many, whichever tells more.
                const Progress pages = [&](qsizetype done, qsizetype total) {
                    return items->size() == 1 ? goOn(progress, done, total)
                                              : goOn(progress, i, items->size());
                };
                ExportItem& item = (*items)[i];
                const Expected<PaperReview> review = item.complete();
                const Expected<PaperResult> done = review
                    ? exportArticle(*review, item.original, item.path, job, pages)
                    : std::unexpected(review.error());
                if (!done) {
                    *problem = done.error();
                    return;
                }
                written->append(item.path);
                *remarks += done->remarks;
            }
        },
        [this, problem, written, remarks, articles, paths, job, reviewers,
            open = QPointer<Project>(&project)] {
            if (*problem && !m_task.wasCancelled() && wantsRewriting(**problem)) {
                PaperJob anew = job;
                anew.original.rewrite = true;
                return m_messages.showMessage((*problem)->message,
                    { { say("Write It Anew"),
                        [this, open, articles, paths, anew, reviewers] {
                            if (open && !isBusy())
                                exportTo(*open, articles, paths, anew, reviewers);
                        } } },
                    true);
            }
            tell(*problem, *written, *remarks, [this, open, articles] {
                if (open)
                    exportArticles(*open, articles);
            });
        });
}

void ExportFlow::exportBookTo(Project& project, const QList<ArticleId>& articles,
    const QString& path, const PaperJob& job, const QList<ReviewerId>& reviewers)
{
    const auto items = exportItems(project, articles, {}, reviewers);
    auto result = std::make_shared<Expected<PaperResult>>();
    const QString title = QFileInfo(project.path()).completeBaseName();
    m_task.start(
        say("Exporting %n article(s)", static_cast<int>(items->size())),
        [items, result, title, path, options = job.options](const Progress& progress) {
            *result = exportBook(
                title, items->size(), [&](qsizetype i) { return (*items)[i].complete(); }, path,
                progress, options);
        },
        [this, result, path, articles, open = QPointer<Project>(&project)] {
            if (*result)
                tell({}, { path }, (*result)->remarks, {});
            else
                tell(result->error(), {}, {}, [this, open, articles] {
                    if (open)
                        exportArticles(*open, articles);
                });
        });
}

void ExportFlow::tell(const std::optional<Error>& problem, const QStringList& written,
    const QStringList& remarks, const std::function<void()>& again)
{
    if (problem && m_task.wasCancelled())
        return m_messages.showMessage(problem->message);
    if (problem)
        return m_messages.showMessage(problem->message + u' '
                + say("The project is as it was; nothing half-written stays behind."),
            { { say("Choose Another Place…"), again } }, true);
    if (written.isEmpty())
        return;
    const QString& first = written.first();
    const QString folder = QFileInfo(first).absolutePath();
    QList<MessageBar::Choice> choices;
    if (written.size() == 1)
        choices.append({ say("Open"), [this, first] { openOutside(first, m_messages); } });
    choices.append({ say("Show in Folder"), [this, folder] { openOutside(folder, m_messages); } });
    QStringList lines{ written.size() == 1
            ? say("Exported to %1.").arg(first)
            : say("Exported %n PDF(s) to %1.", static_cast<int>(written.size())).arg(folder) };
    lines += remarks.first(std::min<qsizetype>(remarks.size(), 3));
    m_messages.showMessage(lines.join(u'\n'), choices);
}

} // namespace assay
