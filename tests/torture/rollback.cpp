// SPDX-License-Identifier: GPL-3.0-or-later
// An older copy is put in the place of a project, at any moment, in every way that people and
// programs do it: nothing that was acknowledged is lost where this computer keeps a second record,
// and where none is, it is said.
#include "models/project/filestate.h"
#include "models/storage/recovery.h"
#include "tests/torture/ran.h"
#include "tests/torture/torture.h"

#include <QCoreApplication>
#include <QDir>

#include <filesystem>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

enum class Way { Copied, Moved, SyncedInPlace };
constexpr const char* wayNames[] = { "cp", "mv", "rsync" };
enum class Moment { Alive, Ended, Command };
constexpr const char* momentNames[] = { "alive", "ended", "command" };

/// Puts `bytes` where the project is. A copy and a sync in place write into the same file (same
/// inode), a move gives its name to another one.
void putInPlace(const QString& path, const QByteArray& bytes, Way way)
{
    if (way == Way::Moved) {
        writeFile(path + u".other"_s, bytes);
        std::filesystem::rename((path + u".other"_s).toStdString(), path.toStdString());
        return;
    }
    QFile file(path);
    const bool inPlace = way == Way::SyncedInPlace;
    if (!file.open(inPlace ? QIODevice::ReadWrite : QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(bytes);
    file.resize(bytes.size());
}

/// Random edits, each on the disk before the next; tells after which of them the file was as it is
/// to come back.
struct Worked {
    QByteArray older;
    QSet<QString> keysThen;
    QSet<QString> acknowledged;
};

Worked work(Project& project, const QString& path, QRandomGenerator& random)
{
    Worked worked;
    const int edits = 4 + random.bounded(30);
    const int then = random.bounded(edits);
    for (int i = 0; i < edits; ++i) {
        if (i == then) {
            worked.older = fileBytes(path);
            worked.keysThen = eventKeys(path);
        }
        editAtRandom(project, random, 1);
        project.flush().value();
    }
    // One more that is sure to change something.
    project
        .addArticles({ test::article(
            test::smallText() + QString::number(random.generate()), u"last.txt"_s) })
        .value();
    project.flush().value();
    worked.acknowledged = eventKeys(path);
    return worked;
}

} // namespace

Result rollback(const Task& task)
{
    Result result;
    QRandomGenerator random(task.seed);
    const int trials = task.isShort ? 40 : 500;
    qsizetype lost = 0;
    int recovered = 0;
    int said = 0;
    QHash<QString, int> kinds;
    for (int trial = 0; trial < trials && result.broken.size() < 8; ++trial) {
        const auto folder = fastFolder();
        const QString path = folder->filePath(u"p.assay"_s);
        const QString copies = folder->filePath(u"data/assay/projects"_s);
        const auto way = static_cast<Way>(random.bounded(3));
        const auto moment = static_cast<Moment>(random.bounded(3));
        const bool hasJournal = random.bounded(4) != 0;
        const QString where = u"trial %1, %2, %3%4: "_s.arg(QString::number(trial),
            QLatin1StringView(wayNames[static_cast<int>(way)]),
            QLatin1StringView(momentNames[static_cast<int>(moment)]),
            hasJournal ? QString() : u", no record"_s);
        ++kinds[QLatin1StringView(wayNames[static_cast<int>(way)])];
        ++kinds[QLatin1StringView(momentNames[static_cast<int>(moment)])];
        const auto forgetRecord = [&] {
            // The planted fault: the record is gone, and nobody knows.
            if (!hasJournal || !task.fault.isEmpty())
                QDir(copies).removeRecursively();
        };
        auto project = std::make_unique<Project>();
        project->storage().keepCopies(copies, random.bounded(2));
        project->setReviewer(ReviewerId::create(), u"Ann"_s);
        project->openNow(path, Database::Mode::New).value();
        editAtRandom(*project, random, 3);
        project->addArticles({ test::article(test::longText(60), u"a.txt"_s) }).value();
        project->flush().value();
        if (random.bounded(2)) { // several sessions
            project.reset();
            project = std::make_unique<Project>();
            project->storage().keepCopies(copies, random.bounded(2));
            project->setReviewer(ReviewerId::create(), u"Ben"_s);
            project->openNow(path).value();
        }
        const Worked worked = work(*project, path, random);
        const auto judge = [&](const QString& how) {
            const QSet<QString> missing = worked.acknowledged - eventKeys(path);
            lost += missing.size();
            result.expect(missing.isEmpty(),
                where + how + u": %1 acknowledged events are lost"_s.arg(missing.size()));
            const QStringList problems = problemsOf(path);
            result.expect(problems.isEmpty(), where + problems.join(u' '));
            recovered += missing.isEmpty();
        };
        if (moment == Moment::Alive) {
            putInPlace(path, worked.older, way);
            forgetRecord();
            project->catchUp();
            QCoreApplication::processEvents();
            const bool edited
                = project->addArticles({ test::article(u"Made since.\n"_s, u"b.txt"_s) })
                      .has_value();
            const Expected<void> saved = project->flush();
            result.expect(edited && !saved, where + u"an edit was called saved"_s);
            if (saved)
                continue;
            if (way != Way::Moved) {
                result.expect(saved.error().cause == Error::Cause::Older,
                    where + u"not said: "_s + saved.error().message);
                ++said;
                if (!hasJournal) {
                    project->abandon();
                    continue;
                }
                const Expected<qint64> still = bringBackNow(*project);
                result.expect(still && *still == 0,
                    where + u"not brought back: "_s
                        + (still ? QString::number(*still) : still.error().message));
                const Expected<void> after = project->flush();
                result.expect(after.has_value(),
                    where + (after ? QString() : u"then not saved: "_s + after.error().message));
                project.reset();
                judge(u"brought back"_s);
                continue;
            }
            ++said;
            project->abandon();
        }
        project.reset();
        if (moment != Moment::Alive) {
            putInPlace(path, worked.older, way);
            forgetRecord();
        }
        if (moment == Moment::Command) {
            const QString lines = folder->filePath(u"lines"_s);
            writeFile(lines, "{\"article\":\"last.txt\",\"unit\":2,\"tag\":\"caveat\"}\n");
            QStringList call{ u"tag"_s, path, u"--reviewer"_s, u"Cid"_s };
            const Ran refused = run(call, folder->path(), ASSAY_PROGRAM, 60, lines);
            if (!hasJournal) { // then the older one is all there is
                ++said;
                continue;
            }
            result.expect(refused.code == 1 && refused.said.contains("older state"),
                where + u"the command went on: "_s + QString::fromUtf8(refused.said));
            said += refused.code == 1;
            const Ran back
                = run(call << u"--bring-back"_s, folder->path(), ASSAY_PROGRAM, 60, lines);
            result.expect(back.code == 0, where + QString::fromUtf8(back.said));
            judge(u"by command"_s);
            continue;
        }
        if (!hasJournal) {
            ++said;
            continue; // nobody who is there knows of more
        }
        Project again;
        again.storage().keepCopies(copies, true);
        again.openNow(path).value();
        result.expect(missingNow(again) > 0, where + u"not said at opening"_s);
        said += missingNow(again) > 0;
        const Expected<qint64> still = bringBackNow(again);
        result.expect(still && *still == 0, where + u"not brought back at opening"_s);
        judge(u"at opening"_s);
    }
    result.figures = { { u"trials"_s, trials }, { u"said"_s, said }, { u"recovered"_s, recovered },
        { u"lost"_s, lost } };
    for (auto it = kinds.begin(); it != kinds.end(); ++it)
        result.figures[it.key()] = *it;
    return result;
}

} // namespace assay::torture
