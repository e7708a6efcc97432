// SPDX-License-Identifier: GPL-3.0-or-later
// What looks after the log itself: check, merge, log.
#include "app/commandline/console.h"

#include "app/session.h"
#include "models/import/importprocess.h"
#include "models/storage/check.h"
#include "models/storage/salvage.h"
#include "models/project/filestate.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace assay::console {

using namespace Qt::StringLiterals;

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Console", text, nullptr, n);
}

static int wrongUsage(const QString& name)
{
    complain(say("Usage: assay %1 %2").arg(name, command(name).arguments));
    return WrongUsage;
}

/// Checks the file. With `repair`, rebuilds projections that do not match the log.
static Expected<CheckReport> checked(const QString& path, bool repair)
{
    const Expected<std::unique_ptr<Store>> store = Store::open(path, Database::Mode::Existing);
    if (!store)
        return std::unexpected(store.error());
    CheckReport report = checkProject(**store);
    if (!report.repairable || !repair)
        return report;
    if (const Expected<void> rebuilt = (*store)->rebuild(); !rebuilt)
        return std::unexpected(rebuilt.error());
    return checkProject(**store);
}

/// What the person can do about it.
static QString remedyOf(const CheckReport& report, bool repaired)
{
    if (repaired)
        return say("That is what no copy on this computer has.");
    return report.repairable
        ? say("--repair rebuilds the tables from the log.")
        : say("--repair makes a new file of every event that can be proved, from this file and the "
              "copies on this computer, and keeps this one beside it.");
}

/// The same of a file that could not even be opened.
static QString remedyOf(const Error& error, const QString& path)
{
    if (error.cause == Error::Cause::Damaged)
        return remedyOf(CheckReport(), false);
    return QFileInfo(path).isDir()
        ? QString()
        : say("If a project stood there, --repair brings back what copies on this computer have.");
}

/// The first of many problems; the line on standard output has all.
static QString firstOf(const QStringList& problems)
{
    constexpr qsizetype most = 3;
    QString text = problems.first(std::min(most, problems.size())).join(u' ');
    if (problems.size() > most)
        text += say(" ... and %1 more problems.").arg(problems.size() - most);
    return text;
}

static int checkOne(const QString& path, bool repair)
{
    Expected<CheckReport> report = checked(path, repair);
    QJsonObject line{ { u"file"_s, path } };
    const bool locked = !report && report.error().cause == Error::Cause::Locked;
    if (repair && !locked && (!report || !report->isSound())) {
        const Expected<SalvageReport> saved = salvage(path, session::copiesFolder());
        if (!saved) {
            complain(saved.error()); // what came of the repair, not why it was needed
            return Failed;
        }
        if (!saved->unchanged)
            line[u"salvaged"_s] = QJsonObject{ { u"events"_s, saved->events },
                { u"from_file"_s, saved->fromFile }, { u"mended"_s, saved->mended },
                { u"behind_gaps"_s, saved->behindGaps }, { u"unproven"_s, saved->unproven },
                { u"unproven_file"_s, saved->unprovenPath },
                { u"damaged_file"_s, saved->damaged } };
        if (saved->unproven > 0)
            complain(say("%1: no other event proves %2 of its events; they were left out, and are "
                         "in %3.")
                    .arg(path, QString::number(saved->unproven), saved->unprovenPath));
        report = checked(path, true);
    }
    if (!report) {
        const QString remedy = locked || repair ? QString() : remedyOf(report.error(), path);
        complain(u"%1 %2"_s.arg(report.error().message, remedy).trimmed());
        return Failed;
    }
    line[u"sound"_s] = report->isSound();
    line[u"events"_s] = report->events;
    line[u"articles"_s] = report->articles;
    line[u"unknown_events"_s] = report->unknownEvents;
    line[u"erased"_s] = report->erased;
    line[u"erasures_waiting"_s] = report->waiting;
    line[u"not_covered"_s] = QJsonArray::fromStringList(uncovered());
    line[u"problems"_s] = QJsonArray::fromStringList(report->problems);
    printLine(line);
    if (!report->isSound())
        complain(say("%1: %2 %3").arg(path, firstOf(report->problems), remedyOf(*report, repair)));
    return report->isSound() ? Done : Failed;
}

/// A line of what protects this computer from the files that are read on it. Done where nothing is
/// missing.
static int checkEnvironment()
{
    const Expected<Confinement> layers = ImportProcess().confinement();
    if (!layers) {
        complain(layers.error());
        return Failed;
    }
    printLine({ { u"filter"_s, layers->filter }, { u"landlock"_s, layers->landlock },
        { u"fresh_process_per_file"_s, true },
        { u"missing"_s, QJsonArray::fromStringList(layers->missing()) } });
    return layers->missing().isEmpty() ? Done : Failed;
}

int check(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({ u"repair"_s,
        say("Rebuilds the tables of the present state from the log; where the log itself is "
            "damaged, makes a new file of every event that can be proved, from the file and the "
            "copies on this computer, and keeps the damaged one beside it.") });
    parser.addOption({ u"environment"_s,
        say("Instead of a project, tells what foreign files are kept from on this computer.") });
    if (const std::optional<int> code = parse(parser, command(u"check"_s), arguments))
        return *code;
    if (parser.isSet(u"environment"_s))
        return checkEnvironment();
    if (parser.positionalArguments().isEmpty())
        return wrongUsage(u"check"_s);
    int code = Done;
    for (const QString& path : parser.positionalArguments())
        code = std::max(code, checkOne(path, parser.isSet(u"repair"_s)));
    return code;
}

static QJsonObject toJson(const MergePreview& preview)
{
    return { { u"file"_s, preview.path }, { u"events"_s, preview.events },
        { u"articles"_s, preview.articles },
        { u"reviewers"_s, QJsonArray::fromStringList(preview.reviewers) },
        { u"overtaken"_s, preview.overtaken.size() }, { u"erasures"_s, preview.erasures.size() },
        { u"unknown_events"_s, preview.unknown } };
}

/// Carries out every erasure that waits. False after a complaint.
static bool acceptErasures(Project& project)
{
    QObject::connect(&project, &Project::notReached, &project, [](const QStringList& files) {
        complain(say("Repairs set these files aside; they may still hold what was erased: %1")
                .arg(files.join(u", "_s)));
    });
    project.catchUp();
    QList<ArticleId> articles;
    for (const WaitingErasure& each : project.waitingErasures())
        articles.append(each.article);
    const Expected<void> saved
        = project.acceptErasures(articles).and_then([&] { return project.flush(); });
    project.catchUp();
    if (!saved)
        complain(saved.error());
    else if (!articles.isEmpty())
        printDone({ { u"file"_s, project.path() }, { u"erased"_s, articles.size() } });
    return saved.has_value();
}

int merge(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({ u"dry-run"_s, say("Only says what would come in and be overtaken.") });
    parser.addOption({ u"reviewer"_s,
        say("Makes each merge an edit of this reviewer, who can then undo it."), u"name"_s });
    parser.addOption({ u"accept-erasures"_s,
        say("Erases for good, here too, what other copies erased, also what came in before; "
            "without "
            "it such articles are hidden and keep their words.") });
    if (const std::optional<int> code = parse(parser, command(u"merge"_s), arguments))
        return *code;
    const QStringList files = parser.positionalArguments();
    const bool accepts = parser.isSet(u"accept-erasures"_s);
    if (files.isEmpty() || (files.size() < 2 && !accepts))
        return wrongUsage(u"merge"_s);
    Project project;
    if (!openProject(project, files.first()))
        return Failed;
    const QString name = parser.value(u"reviewer"_s).trimmed();
    const Expected<ReviewerId> reviewer = findReviewer(project, name);
    if (!reviewer) {
        complain(reviewer.error());
        return Failed;
    }
    if (!name.isEmpty())
        project.setReviewer(reviewer->isNull() ? ReviewerId::create() : *reviewer, name);
    bool failed = false;
    for (qsizetype i = 1; i < files.size() && progress(i - 1, files.size() - 1); ++i) {
        const Expected<MergePreview> preview = planMergeNow(project, files[i]);
        if (!preview) {
            complain(preview.error());
            failed = true;
            continue;
        }
        if (!parser.isSet(u"dry-run"_s)) {
            const Expected<void> saved = project.merge(*preview, !name.isEmpty()).and_then([&] {
                return project.flush();
            });
            if (!saved) {
                complain(saved.error());
                return Failed;
            }
        }
        if (!printDone(toJson(*preview)))
            return Failed;
    }
    progress(files.size() - 1, files.size() - 1);
    project.catchUp(); // what waits now
    if (accepts && !failed && !interrupted() && !parser.isSet(u"dry-run"_s)) {
        if (!acceptErasures(project))
            return Failed;
    } else if (const qsizetype waiting = project.waitingErasures().size(); waiting > 0) {
        complain(
            say("%1: other copies erased %2 of its articles: hidden here, with all their words; "
                "--accept-erasures erases them here, too.")
                .arg(files.first(), QString::number(waiting)));
    }
    return failed || interrupted() ? Failed : Done;
}

int log(const QStringList& arguments)
{
    QCommandLineParser parser;
    if (const std::optional<int> code = parse(parser, command(u"log"_s), arguments))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return wrongUsage(u"log"_s);
    const QString path = parser.positionalArguments().first();
    const Expected<std::unique_ptr<Store>> store = Store::open(path, Database::Mode::Peek);
    const Expected<QList<Event>> events
        = store ? (*store)->events() : std::unexpected(store.error());
    if (!events) {
        complain(events.error());
        return Failed;
    }
    for (const Event& event : *events) {
        QJsonObject payload = QJsonDocument::fromJson(event.payload).object();
        const bool more = printLine(
            { { u"replica"_s, event.stamp.replica.toString() }, { u"n"_s, event.stamp.n },
                { u"lamport"_s, event.stamp.lamport }, { u"time"_s, event.time },
                { u"reviewer"_s, event.reviewer.toString() }, { u"edit"_s, event.group.toString() },
                { u"kind"_s, event.kind }, { u"payload"_s, payload },
                { u"text"_s, event.change.text.isEmpty() ? QJsonValue() : event.change.text },
                { u"chain"_s, QString::fromLatin1(event.chain.toHex()) } });
        if (!more || interrupted())
            return more ? Failed : Done;
    }
    return Done;
}

} // namespace assay::console
