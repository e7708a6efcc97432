// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/console.h"

#include "models/exchange/reviewtaking.h"
#include "models/import/importer.h"
#include "models/project/filestate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QScopeGuard>
#include <QThread>

namespace assay::console {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Console", text);
}

/// Gives an article of the project the newer text and prints what became of its units.
static Expected<bool> updateArticle(Project& project, ArticleId id, const ImportedArticle& article)
{
    const Expected<QString> before = project.textNow(id);
    if (!before)
        return std::unexpected(before.error());
    const QList<Unit> units = project.state().article(id)->units();
    const RangeMap map = RangeMap::between(*before, Layout{ units }, article.text, article.layout);
    const UnitChanges changes
        = compareUnits(map, *before, units, article.text, article.layout.units);
    const Expected<GroupId> revised = project.reviseArticle(id, article);
    const Expected<void> saved = revised ? project.flush() : std::unexpected(revised.error());
    if (!saved)
        return std::unexpected(saved.error());
    return printDone({ { u"id"_s, id.toString() }, { u"file"_s, article.provenance.file },
        { u"title"_s, article.title }, { u"units"_s, article.layout.units.size() },
        { u"unchanged"_s, changes.unchanged }, { u"edited"_s, changes.edited },
        { u"new"_s, changes.added }, { u"vanished"_s, changes.vanished },
        { u"issues"_s, issuesOf(article) } });
}

/// Takes in a PDF that brings a review, and saves it.
static Expected<bool> addReview(Project& project, const ImportedArticle& article)
{
    const Expected<ReviewOutcome> outcome = takeReview(project, article);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (const Expected<void> saved = project.flush(); !saved) {
        complain(saved.error());
        return false;
    }
    return printDone({ { u"id"_s, outcome->article.toString() },
        { u"file"_s, article.provenance.file }, { u"title"_s, article.title },
        { u"units"_s, article.layout.units.size() }, { u"new"_s, outcome->isNew },
        { u"taken"_s, outcome->taken }, { u"same"_s, outcome->same },
        { u"kept"_s, outcome->newerHere }, { u"lost"_s, outcome->lost },
        { u"reviewers"_s, QJsonArray::fromStringList(outcome->reviewers) },
        { u"issues"_s, issuesOf(article) } });
}

/// Adds one article and saves it. False when the project can take no more; an error for this one.
static Expected<bool> addArticle(
    Project& project, const QString& path, const Expected<ImportedArticle>& article, bool update)
{
    if (!article)
        return std::unexpected(article.error());
    project.catchUp(); // reading it took its time, and others may add to the project, too
    if (bringsReview(*article))
        return addReview(project, *article);
    if (const ArticleId there = project.articleWithBytes(article->provenance.sha256);
        !there.isNull())
        return fail(say("%1 is in the project already, as %2.").arg(path, there.toString()));
    if (const ArticleId older = update ? project.olderSaveOf(*article) : ArticleId();
        !older.isNull())
        return updateArticle(project, older, *article);
    const Expected<QList<ArticleId>> ids = project.addArticles({ *article });
    if (const Expected<void> saved = ids ? project.flush() : std::unexpected(ids.error()); !saved) {
        complain(saved.error());
        return false;
    }
    return printDone({ { u"id"_s, ids->first().toString() },
        { u"file"_s, article->provenance.file }, { u"title"_s, article->title },
        { u"units"_s, article->layout.units.size() }, { u"issues"_s, issuesOf(*article) } });
}

/// Opens the project, or makes it where there is none; `isNew` tells which. Another command may
/// make it at the same moment.
static bool openOrMake(Project& project, const QString& path, bool& isNew)
{
    isNew = !QFileInfo::exists(path);
    if (isNew
        && openProject(project, path, Database::Mode::New, [&] { return QFileInfo::exists(path); }))
        return true;
    if (!QFileInfo::exists(path))
        return false;
    isNew = false;
    constexpr qint64 patience = 5; // seconds that another command may take to make it
    const auto isBeingMade = [&] {
        const QFileInfo file(path);
        return file.exists() && file.size() == 0
            && file.lastModified().secsTo(QDateTime::currentDateTime()) < patience;
    };
    while (isBeingMade())
        QThread::msleep(20);
    return openProject(project, path);
}

/// Adds the files to the project; one that was made for it and stays empty is taken away again.
static int importInto(const QCommandLineParser& parser)
{
    const QStringList files = parser.positionalArguments();
    Project project;
    bool isNew = false;
    if (!openOrMake(project, files.first(), isNew))
        return Failed;
    const auto tidy = qScopeGuard([&] {
        project.abandon();
        if (isNew)
            removeIfEmpty(project);
    });
    if (parser.isSet(u"reviewer"_s)) {
        const Expected<ReviewerId> reviewer = findReviewer(project, parser.value(u"reviewer"_s));
        if (!reviewer) {
            complain(reviewer.error());
            return Failed;
        }
        project.setReviewer(
            reviewer->isNull() ? newReviewer(project, parser.value(u"reviewer"_s)) : *reviewer,
            parser.value(u"reviewer"_s));
    }
    const QStringList paths = articleFiles(files.sliced(1));
    if (paths.isEmpty())
        complain(say("%1: there is no file in it.").arg(files.sliced(1).join(u", "_s)));
    bool failed = paths.isEmpty();
    bool stopped = false;
    const bool update = parser.isSet(u"update"_s);
    progress(0, paths.size());
    importFiles(paths, { parser.value(u"encoding"_s) },
        [&](qsizetype i, Expected<ImportedArticle> article) {
            const Expected<bool> added = addArticle(project, paths[i], article, update);
            if (!added)
                complain(added.error());
            stopped = added && !*added;
            failed = failed || !added || stopped;
            return !stopped && progress(i + 1, paths.size());
        });
    if (interrupted())
        complain(say("Stopped; what was printed is in the project."));
    return failed || interrupted() ? Failed : Done;
}

int import(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({ u"reviewer"_s, say("In whose name the articles are added."), u"name"_s });
    parser.addOption(encodingOption());
    parser.addOption({ u"update"_s,
        say("Takes a file for a newer save of the article of that address, that place, or that "
            "name "
            "and title: what was said "
            "of sentences that both have is carried over.") });
    if (const std::optional<int> code = parse(parser, command(u"import"_s), arguments))
        return *code;
    const QStringList files = parser.positionalArguments();
    if (files.size() < 2) {
        complain(say("Usage: assay %1 %2").arg(u"import"_s, command(u"import"_s).arguments));
        return WrongUsage;
    }
    return importInto(parser);
}

} // namespace assay::console
