// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/importflow.h"

#include "app/flows/backgroundtask.h"
#include "app/messagebar.h"
#include "models/exchange/reviewtaking.h"
#include "models/import/importer.h"
#include "models/import/importprocess.h"
#include "models/items/issuelistmodel.h"
#include "views/dialogs/listdialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMimeData>
#include <QPointer>
#include <QSettings>
#include <QStringListModel>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Import", text, nullptr, n);
}

ImportFlow::ImportFlow(
    QWidget* window, BackgroundTask& task, MessageBar& messages, IssueListModel& issues)
    : m_window(window)
    , m_task(task)
    , m_messages(messages)
    , m_issues(issues)
{
}

/// The file dialog's filter for everything that can be imported.
static QString articleFilter()
{
    static const QStringList suffixes = ImportProcess().suffixes();
    return say("Articles (%1);;All files (*)").arg(u"*."_s + suffixes.join(u" *."_s));
}

void ImportFlow::askAndImport(Project& project, std::function<void(ArticleId)> show)
{
    QSettings settings;
    const QStringList paths = QFileDialog::getOpenFileNames(m_window, say("Add Articles"),
        settings.value("import/folder"_L1).toString(), articleFilter());
    if (paths.isEmpty())
        return;
    settings.setValue("import/folder"_L1, QFileInfo(paths.first()).absolutePath());
    importFiles(project, paths, std::move(show));
}

void ImportFlow::askForNewerText(Project& project, ArticleId article)
{
    QSettings settings;
    const QString path
        = QFileDialog::getOpenFileName(m_window, say("Newer Version of This Article"),
            settings.value("import/folder"_L1).toString(), articleFilter());
    if (path.isEmpty() || m_task.isRunning())
        return;
    auto result = std::make_shared<Expected<ImportedArticle>>();
    m_task.start(
        say("Importing %n file(s)", 1),
        [path, result](const Progress&) {
            ImportProcess process;
            *result = importFile(path, process);
        },
        [this, result, article, project = QPointer<Project>(&project)] {
            if (!project)
                return;
            const Expected<GroupId> revised = *result ? project->reviseArticle(article, **result)
                                                      : std::unexpected(result->error());
            if (!revised)
                m_messages.showMessage(revised.error().message, {}, true);
            else
                m_messages.showMessage(revised->isNull()
                        ? say("The text is the same.")
                        : say("The article has the newer text. What was said of sentences that "
                              "both have was carried over."));
        });
}

void ImportFlow::importFiles(
    Project& project, const QStringList& paths, std::function<void(ArticleId)> show)
{
    if (m_task.isRunning()) {
        m_messages.showMessage(
            say("Please wait until “%1” is done, or cancel it.").arg(m_task.title()));
        return;
    }
    const QStringList files = articleFiles(paths);
    auto results = std::make_shared<Results>();
    m_task.start(
        say("Importing %n file(s)", static_cast<int>(files.size())),
        [files, results](const Progress& progress) {
            assay::importFiles(files, {}, [&](qsizetype i, Expected<ImportedArticle> result) {
                results->append(std::move(result));
                return goOn(progress, i + 1, files.size());
            });
        },
        [this, files, results, show = std::move(show), project = QPointer<Project>(&project)] {
            if (project)
                takeIn(*project, *results, files, show);
        });
}

/// Takes in a PDF that brings a review, as an edit of its own, and says what came of it.
ArticleId ImportFlow::takeReviewIn(
    Project& project, const ImportedArticle& article, QStringList& said)
{
    const Expected<ReviewOutcome> outcome = takeReview(project, article);
    if (!outcome) {
        said.append(u"%1: %2"_s.arg(article.provenance.file, outcome.error().message));
        return {};
    }
    QStringList sentences;
    if (outcome->taken > 0)
        sentences.append(
            say("%1 brought what %2 said of %n sentence(s).", static_cast<int>(outcome->taken))
                .arg(article.provenance.file, outcome->reviewers.join(u", "_s)));
    else
        sentences.append(say("%1 brought nothing that is not in the project already.")
                .arg(article.provenance.file));
    if (outcome->newerHere > 0)
        sentences.append(say("%n sentence(s) were tagged later or otherwise here: that was left.",
            static_cast<int>(outcome->newerHere)));
    if (outcome->lost > 0)
        sentences.append(say("%n mark(s) are on words that the article does not have.",
            static_cast<int>(outcome->lost)));
    said.append(sentences.join(u' '));
    for (const Issue& issue : article.issues)
        m_issues.add(issue, outcome->article);
    return outcome->article;
}

/// Adds what came in as one edit, and says what did not and why. `files`: one a result, where they
/// came from files.
void ImportFlow::takeIn(Project& project, const Results& results, const QStringList& files,
    const std::function<void(ArticleId)>& show)
{
    QStringList again; // what did not come in and may another time
    for (qsizetype i = 0; i < std::min(files.size(), results.size()); ++i) {
        if (!results[i])
            again.append(files[i]);
    }
    QList<ImportedArticle> fresh;
    QSet<QByteArray> seen;
    QStringList problems;
    ArticleId there;
    ArticleId shown; ///< brought by a PDF with a review
    Newer newer;
    for (const Expected<ImportedArticle>& result : results) {
        if (!result) {
            problems.append(result.error().message);
            m_issues.add({ {}, result.error().message });
            continue;
        }
        if (bringsReview(*result)) {
            const ArticleId id = takeReviewIn(project, *result, problems);
            shown = shown.isNull() ? id : shown;
            continue;
        }
        const QByteArray& sha256 = result->provenance.sha256;
        if (const ArticleId same = project.articleWithBytes(sha256);
            !same.isNull() || seen.contains(sha256)) {
            problems.append(say("%1 is in the project already.").arg(result->provenance.file));
            there = there.isNull() ? same : there;
            continue;
        }
        seen.insert(sha256);
        for (const Issue& issue : result->issues)
            problems.append(u"%1: %2"_s.arg(issue.file, issue.message));
        const ArticleId older = project.olderSaveOf(*result);
        if (older.isNull())
            fresh.append(*result);
        else
            newer.append({ older, *result });
    }
    const Expected<QList<ArticleId>> ids = project.addArticles(fresh);
    if (!ids)
        problems.append(ids.error().message);
    else if (!ids->isEmpty())
        show(ids->first());
    else if (!shown.isNull())
        show(shown);
    for (qsizetype i = 0; ids && i < ids->size(); ++i) {
        for (const Issue& issue : fresh[i].issues)
            m_issues.add(issue, (*ids)[i]);
    }
    if (m_task.wasCancelled())
        problems.append(say("Stopped after %n file(s); what came in before is in the project.",
            static_cast<int>(results.size())));
    if (problems.isEmpty() && newer.isEmpty())
        return;
    QList<MessageBar::Choice> choices;
    QStringList text;
    if (problems.size() > 1 && results.size() > 1)
        text.append(
            say("%1 of %2 files were added.").arg(ids ? ids->size() : 0).arg(results.size()));
    if (!newer.isEmpty())
        text.append(offerUpdate(project, newer, show, choices));
    if (!again.isEmpty() && !m_task.wasCancelled())
        choices.append({ say("Try Again"), [this, again, show, open = QPointer(&project)] {
                            if (open)
                                importFiles(*open, again, show);
                        } });
    if (!there.isNull())
        choices.append({ say("Show the One That Is There"), [show, there] { show(there); } });
    if (problems.size() > 4)
        choices.append({ say("Show All"), [this, problems] {
                            auto* all = new ListDialog(say("Not as Expected"),
                                say("%n file(s) or findings:", static_cast<int>(problems.size())),
                                new QStringListModel(problems), m_window);
                            all->show();
                        } });
    const qsizetype told = std::min<qsizetype>(problems.size(), 4);
    text += problems.first(told);
    if (problems.size() > told)
        text.append(say("... and %n more.", static_cast<int>(problems.size() - told)));
    m_messages.showMessage(text.join(u'\n'), choices,
        newer.isEmpty() && ids && ids->isEmpty() && there.isNull() && shown.isNull());
}

void ImportFlow::importClipboard(
    Project& project, const QMimeData& copied, std::function<void(ArticleId)> show)
{
    if (copied.text().trimmed().isEmpty() && copied.html().isEmpty()) {
        m_messages.showMessage(say("There is no text on the clipboard."));
        return;
    }
    if (m_task.isRunning()) {
        m_messages.showMessage(
            say("Please wait until “%1” is done, or cancel it.").arg(m_task.title()));
        return;
    }
    // What was copied was chosen by hand: the mark tells the importer to leave nothing out.
    const bool html = copied.hasHtml();
    const QByteArray bytes
        = html ? "<!--StartFragment-->" + copied.html().toUtf8() : copied.text().toUtf8();
    const QString name = say("pasted text") + (html ? u".html"_s : u".txt"_s);
    auto results = std::make_shared<Results>();
    m_task.start(
        say("Importing %n file(s)", 1),
        [bytes, name, results](const Progress&) {
            ImportProcess process;
            results->append(importBytes(bytes, name, process));
        },
        [this, results, show = std::move(show), project = QPointer<Project>(&project)] {
            if (project)
                takeIn(*project, *results, {}, show);
        });
}

} // namespace assay
