// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/console.h"

#include "models/exchange/reviewtaking.h"
#include "models/import/importer.h"
#include "models/statistics/agreement.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace assay::console {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Console", text);
}

static QString usageOf(const QString& name)
{
    return say("Usage: assay %1 %2").arg(name, command(name).arguments);
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
    printLine({ { u"id"_s, id.toString() }, { u"file"_s, article.provenance.file },
        { u"title"_s, article.title }, { u"units"_s, article.layout.units.size() },
        { u"unchanged"_s, changes.unchanged }, { u"edited"_s, changes.edited },
        { u"new"_s, changes.added }, { u"vanished"_s, changes.vanished },
        { u"issues"_s, issuesOf(article) } });
    return true;
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
    printLine({ { u"id"_s, outcome->article.toString() }, { u"file"_s, article.provenance.file },
        { u"title"_s, article.title }, { u"units"_s, article.layout.units.size() },
        { u"new"_s, outcome->isNew }, { u"taken"_s, outcome->taken }, { u"same"_s, outcome->same },
        { u"kept"_s, outcome->newerHere }, { u"lost"_s, outcome->lost },
        { u"reviewers"_s, QJsonArray::fromStringList(outcome->reviewers) },
        { u"issues"_s, issuesOf(article) } });
    return true;
}

/// Adds one article and saves it. False when the project can take no more; an error for this one.
static Expected<bool> addArticle(
    Project& project, const QString& path, const Expected<ImportedArticle>& article, bool update)
{
    if (!article)
        return std::unexpected(article.error());
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
    printLine({ { u"id"_s, ids->first().toString() }, { u"file"_s, article->provenance.file },
        { u"title"_s, article->title }, { u"units"_s, article->layout.units.size() },
        { u"issues"_s, issuesOf(*article) } });
    return true;
}

/// Adds the files; `isEmpty` tells that nothing is in the project afterwards.
static int importInto(const QCommandLineParser& parser, bool isNew, bool& isEmpty)
{
    const QStringList files = parser.positionalArguments();
    Project project;
    if (!openProject(
            project, files.first(), isNew ? Database::Mode::New : Database::Mode::Existing))
        return Failed;
    isEmpty = true;
    if (parser.isSet(u"reviewer"_s)) {
        const Expected<ReviewerId> reviewer = findReviewer(project, parser.value(u"reviewer"_s));
        if (!reviewer) {
            complain(reviewer.error());
            return Failed;
        }
        project.setReviewer(
            reviewer->isNull() ? ReviewerId::create() : *reviewer, parser.value(u"reviewer"_s));
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
    isEmpty = project.state().articles().isEmpty();
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
        complain(usageOf(u"import"_s));
        return WrongUsage;
    }
    const bool isNew = !QFileInfo::exists(files.first());
    bool isEmpty = false;
    const int code = importInto(parser, isNew, isEmpty);
    if (isNew && isEmpty)
        QFile::remove(files.first());
    return code;
}
/// Does something for every project named, with its path where they are several.
static int overProjects(const QCommandLineParser& parser, const QString& name,
    const std::function<int(Project& project, const QString& path)>& work)
{
    const QStringList paths = parser.positionalArguments();
    if (paths.isEmpty()) {
        complain(usageOf(name));
        return WrongUsage;
    }
    int code = Done;
    for (const QString& path : paths) {
        Project project;
        if (!openProject(project, path)
            || work(project, paths.size() > 1 ? path : QString()) != Done)
            code = Failed;
    }
    return code;
}

static void printOf(const QString& path, QJsonObject line)
{
    if (!path.isEmpty())
        line[u"project"_s] = path;
    printLine(line);
}

static int listProject(
    const QCommandLineParser& parser, const Project& project, const QString& path)
{
    QList<ReviewerId> counted = project.state().reviewers();
    if (parser.isSet(u"reviewer"_s)) {
        const Expected<ReviewerId> reviewer = findReviewer(project, parser.value(u"reviewer"_s));
        if (!reviewer || reviewer->isNull()) {
            complain(reviewer ? say("There is no reviewer “%1” in the project.")
                                    .arg(parser.value(u"reviewer"_s))
                              : reviewer.error().message);
            return Failed;
        }
        counted = { *reviewer };
    }
    for (const ArticleId& id : project.state().articles()) {
        const ArticleState* article = project.state().article(id);
        // A unit that several reviewers tagged counts once as tagged, and once in each tag it was
        // given.
        qsizetype tagged = 0;
        qsizetype unsure = 0;
        Composition composition;
        for (qsizetype i = 0; i < article->units().size(); ++i) {
            std::array<bool, 5> has{};
            bool isUnsure = false;
            for (const ReviewerId& reviewer : std::as_const(counted)) {
                const Mark mark = article->mark(reviewer, i);
                has[static_cast<size_t>(mark.tag)] = true;
                isUnsure = isUnsure || mark.unsure;
            }
            bool any = false;
            for (const Tag tag : allTags) {
                composition.of(tag) += has[static_cast<size_t>(tag)];
                any = any || has[static_cast<size_t>(tag)];
            }
            tagged += any;
            unsure += isUnsure;
        }
        printOf(path,
            { { u"id"_s, id.toString() }, { u"file"_s, article->facts().provenance.file },
                { u"title"_s, article->facts().title }, { u"units"_s, article->units().size() },
                { u"tagged"_s, tagged }, { u"unsure"_s, unsure },
                { u"composition"_s, toJson(composition) } });
    }
    return Done;
}

int list(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({ u"reviewer"_s, say("Counts this reviewer's tags only."), u"name"_s });
    if (const std::optional<int> code = parse(parser, command(u"list"_s), arguments))
        return *code;
    return overProjects(parser, u"list"_s,
        [&](Project& project, const QString& path) { return listProject(parser, project, path); });
}
static QJsonObject toJson(const Agreement& agreement)
{
    const auto orNull = [](const std::optional<double>& value) {
        return value ? QJsonValue(*value) : QJsonValue();
    };
    return { { u"units"_s, agreement.units }, { u"same"_s, agreement.same },
        { u"kappa"_s, orNull(agreement.kappa) }, { u"alpha"_s, orNull(agreement.alpha) } };
}

/// Of each two reviewers who tagged units in common, and of all together where they are more.
static QJsonArray agreementsOf(const Project& project)
{
    const ProjectState& state = project.state();
    const QList<ReviewerId> reviewers = state.reviewers();
    QList<QList<Tag>> tags;
    for (const ReviewerId& reviewer : reviewers)
        tags.append(state.tagsBy(reviewer));
    QJsonArray found;
    const auto add = [&](const QList<qsizetype>& who) {
        QList<QList<Tag>> theirs;
        QJsonArray names;
        for (const qsizetype each : who) {
            theirs.append(tags[each]);
            names.append(state.reviewerName(reviewers[each]));
        }
        QJsonObject object = toJson(agreementOf(theirs));
        object[u"reviewers"_s] = names;
        if (object[u"units"].toInteger() > 0)
            found.append(object);
    };
    QList<qsizetype> all;
    for (qsizetype a = 0; a < tags.size(); ++a) {
        all.append(a);
        for (qsizetype b = a + 1; b < tags.size(); ++b)
            add({ a, b });
    }
    if (all.size() > 2)
        add(all);
    return found;
}

static int statsOf(Project& project, const QString& path)
{
    QJsonArray reviewers;
    for (const ReviewerId& reviewer : project.state().reviewers()) {
        const Composition made = project.state().composition(reviewer);
        reviewers.append(QJsonObject{ { u"reviewer"_s, project.state().reviewerName(reviewer) },
            { u"tagged"_s, made.tagged() }, { u"todo"_s, made.of(Tag::Untagged) },
            { u"unsure"_s, made.unsure }, { u"composition"_s, toJson(made) } });
    }
    printOf(path,
        { { u"articles"_s, project.state().articles().size() }, { u"reviewers"_s, reviewers },
            { u"agreement"_s, agreementsOf(project) } });
    return Done;
}

int stats(const QStringList& arguments)
{
    QCommandLineParser parser;
    if (const std::optional<int> code = parse(parser, command(u"stats"_s), arguments))
        return *code;
    return overProjects(parser, u"stats"_s, statsOf);
}

} // namespace assay::console
