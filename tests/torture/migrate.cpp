// SPDX-License-Identifier: GPL-3.0-or-later
// A project of an older schema is opened, and the program killed at every call to the disk and at
// random moments: what is found then is the old schema or the new one, whole, never a mixture.
#include "tests/torture/recordingdisk.h"
#include "tests/torture/torture.h"

#include <QDir>
#include <QProcess>
#include <QThread>

#include <csignal>

namespace assay::torture {

using namespace Qt::StringLiterals;

/// Opens what is found, which may finish the migration, and compares.
static void judge(
    const QString& path, const QSet<QString>& events, Result& result, const QString& where)
{
    const QStringList problems = problemsOf(path);
    result.expect(problems.isEmpty(), where + problems.join(u' '));
    result.expect(eventKeys(path) == events, where + u"the log is another one"_s);
    const auto store = Store::open(path, Database::Mode::Existing);
    result.expect(
        store && (*store)->database().value(u"PRAGMA user_version"_s).toInt() == Database::schema,
        where + u"it was not migrated"_s);
}

Result migrate(const Task& task)
{
    Result result;
    int states = 0;
    int kills = 0;
    QRandomGenerator random(task.seed);
    const QDir fixtures(QStringLiteral(ASSAY_SOURCE "/tests/data/projects"));
    for (const QString& fixture : fixtures.entryList({ u"schema-*.assay"_s }, QDir::Files)) {
        const auto folder = fastFolder();
        const auto found = fastFolder();
        const QString path = folder->filePath(u"p.assay"_s);
        const QByteArray original = fileBytes(fixtures.filePath(fixture));
        writeFile(path, original);
        const QSet<QString> events = eventKeys(path);
        result.expect(events.size() > 5, fixture + u" has no events"_s);
        // Killed at every call: what was asked before it is done, nothing after it.
        {
            const RecordingDisk disk(folder->path(), [&](const DiskCall& call) {
                if (call.kind == DiskCall::Read || call.kind == DiskCall::Size)
                    return 0;
                for (const QString& old : QDir(found->path()).entryList(QDir::Files))
                    QFile::remove(found->filePath(old));
                for (const QString& file : QDir(folder->path()).entryList(QDir::Files)) {
                    if (task.fault.isEmpty() || !file.endsWith("-journal"_L1))
                        writeFile(found->filePath(file), fileBytes(folder->filePath(file)));
                }
                ++states;
                judge(found->filePath(u"p.assay"_s), events, result,
                    u"%1, call %2: "_s.arg(fixture).arg(states));
                return 0;
            });
            Project project;
            result.expect(project.openNow(path).has_value(), fixture + u" does not open"_s);
        }
        judge(path, events, result, fixture + u": "_s);
        // Killed at random moments, the real program.
        for (int i = 0; i < (task.isShort ? 40 : 400); ++i) {
            writeFile(path, original);
            QFile::remove(path + u"-journal"_s);
            QProcess program;
            program.start(QStringLiteral(ASSAY_PROGRAM), { u"stats"_s, path });
            program.waitForStarted();
            QThread::usleep(static_cast<unsigned long>(random.bounded(25'000)));
            ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
            program.waitForFinished();
            kills += program.exitStatus() == QProcess::CrashExit;
            judge(path, events, result, u"%1, kill %2: "_s.arg(fixture).arg(i));
        }
    }
    result.figures = { { u"states"_s, states }, { u"kills"_s, kills } };
    return result;
}

} // namespace assay::torture
