// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/console.h"

#include "models/statistics/agreement.h"

#include <QCoreApplication>
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
        qsizetype units = 0;
        for (qsizetype i = 0; i < article->units().size(); ++i) {
            if (article->units()[i].kind == UnitKind::Furniture)
                continue; // which is no part of the review
            ++units;
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
                { u"title"_s, article->facts().title }, { u"units"_s, units },
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
