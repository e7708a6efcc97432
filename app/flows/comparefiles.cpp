// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/comparefiles.h"

#include "app/flows/backgroundtask.h"
#include "app/messagebar.h"
#include "app/session.h"
#include "models/import/importer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Compare", text);
}

/// Adds what is not there yet and returns the articles of the two files, in order.
static Expected<QList<ArticleId>> takeIn(
    Project& project, const QList<Expected<ImportedArticle>>& results)
{
    QList<ImportedArticle> fresh;
    for (const Expected<ImportedArticle>& result : results) {
        if (!result)
            return std::unexpected(result.error());
        const auto same = [&](const ImportedArticle& other) {
            return other.provenance.sha256 == result->provenance.sha256;
        };
        if (project.articleWithBytes(result->provenance.sha256).isNull()
            && std::ranges::none_of(fresh, same))
            fresh.append(*result);
    }
    if (!fresh.isEmpty()) {
        if (const Expected<QList<ArticleId>> added = project.addArticles(fresh); !added)
            return added;
    }
    QList<ArticleId> articles;
    for (const Expected<ImportedArticle>& result : results)
        articles.append(project.articleWithBytes(result->provenance.sha256));
    return articles;
}

void importToCompare(Project& project, const QStringList& paths, BackgroundTask& task,
    MessageBar& messages, std::function<void(ArticleId, ArticleId)> then)
{
    if (paths.size() != 2) {
        messages.showMessage(say("Choose exactly two files to compare."), {}, true);
        return;
    }
    if (task.isRunning()) {
        messages.showMessage(
            say("Please wait until “%1” is done, or cancel it.").arg(task.title()));
        return;
    }
    auto results = std::make_shared<QList<Expected<ImportedArticle>>>();
    task.start(
        say("Reading two files"),
        [paths, results](const Progress& progress) {
            importFiles(paths, {}, [&](qsizetype i, Expected<ImportedArticle> result) {
                results->append(std::move(result));
                return goOn(progress, i + 1, paths.size());
            });
        },
        [results, then = std::move(then), &messages, open = QPointer<Project>(&project)] {
            if (!open || results->size() != 2)
                return;
            const Expected<QList<ArticleId>> articles = takeIn(*open, *results);
            if (articles)
                then(articles->at(0), articles->at(1));
            else
                messages.showMessage(articles.error().message, {}, true);
        });
}

QString comparisonProject(const QStringList& paths)
{
    const QDir folder(QDir(session::ownFolder()).filePath(u"comparisons"_s));
    if (!QDir().mkpath(folder.path()))
        return {};
    QStringList names;
    for (const QString& path : paths)
        names.append(QFileInfo(path).completeBaseName().left(60));
    const QString name = names.join(u" – "_s);
    QString path = folder.filePath(name + u".assay"_s);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(u"%1 (%2).assay"_s.arg(name).arg(number));
    return path;
}

} // namespace assay
