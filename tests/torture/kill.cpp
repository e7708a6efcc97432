// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, killed at random moments: the command line while it tags, the window while keys
// are pressed. What was acknowledged (exit code 0, "Saved" shown) is in the main file alone.
#include "tests/torture/torture.h"
#include "app/actions.h"
#include "tests/windowfixture.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QThread>

#include <csignal>
#include <cstdio>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

/// Notes in a file that was copied without its journal.
QSet<QString> notesIn(const QString& path)
{
    QSet<QString> notes;
    const auto store = Store::open(path, Database::Mode::Peek);
    const auto events = store ? (*store)->events() : std::unexpected(store.error());
    for (const Event& event : events ? *events : QList<Event>()) {
        if (event.change.kind == EventKind::Note)
            notes.insert(event.change.text);
    }
    return notes;
}

struct Count {
    int kills = 0;
    qsizetype acknowledged = 0;
    int lost = 0;
    int lostAlone = 0; ///< missing from a copy of the main file alone
    int halfway = 0; ///< such copies made in the middle of a commit that need its journal
    int failedOpens = 0;
};

/// After a kill: the main file alone, then the project as the next start finds it.
void judge(const QString& path, const QString& copy, const QSet<QString>& acknowledged, bool whole,
    Count& count, Result& result)
{
    writeFile(copy, fileBytes(path));
    const QSet<QString> alone = notesIn(copy);
    qsizetype missing = (acknowledged - alone).size();
    if (missing > 0 && QFile::exists(path + u"-journal"_s)) {
        // Killed between the first and the last page of a commit: without the journal beside it the
        // copy is half old, half new. The project itself is judged below.
        ++count.halfway;
        missing = 0;
        whole = true;
    }
    count.lostAlone += static_cast<int>(missing);
    result.expect(missing == 0, u"the main file alone misses %1 edits"_s.arg(missing));
    if (!whole && missing == 0)
        return;
    const QStringList problems = problemsOf(path);
    count.failedOpens += !problems.isEmpty();
    result.expect(problems.isEmpty(), problems.join(u' '));
    const qsizetype lost = (acknowledged - notesIn(path)).size();
    count.lost += static_cast<int>(lost);
    result.expect(lost == 0, u"%1 acknowledged edits are lost"_s.arg(lost));
}

void killCommandLine(const Task& task, int kills, Count& count, Result& result)
{
    const auto folder = fastFolder();
    const QString copy = folder->filePath(u"copy.assay"_s);
    QRandomGenerator random(task.seed);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, folder->path());
    QString path;
    QSet<QString> acknowledged;
    qint64 longest = 20'000; // microseconds a run takes; adapts
    for (int i = 0; i < kills; ++i) {
        if (i % 250 == 0) { // a log of a size that can be read after each kill
            path = folder->filePath(u"p%1.assay"_s.arg(i));
            makeProject(path);
            acknowledged.clear();
        }
        const QString note = u"note %1"_s.arg(i);
        QProcess program;
        program.setProcessEnvironment(environment);
        QElapsedTimer timer;
        timer.start();
        program.start(QStringLiteral(ASSAY_PROGRAM), { u"tag"_s, path, u"--reviewer"_s, u"Ann"_s });
        program.waitForStarted();
        program.write("{\"article\":\"b.txt\",\"unit\":" + QByteArray::number(1 + i % 6)
            + ",\"tag\":\"caveat\",\"note\":\"" + note.toUtf8() + "\"}\n");
        program.closeWriteChannel();
        if (!task.fault.isEmpty())
            acknowledged.insert(note); // the planted fault: acknowledged before it is done
        program.waitForBytesWritten(1000);
        const qint64 wait = random.bounded(static_cast<quint32>(longest * 11 / 10));
        while (program.state() == QProcess::Running && timer.nsecsElapsed() / 1000 < wait)
            program.waitForFinished(1);
        if (program.state() == QProcess::Running) {
            ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
            program.waitForFinished();
        }
        if (program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0) {
            acknowledged.insert(note);
            ++count.acknowledged;
            longest = (longest * 7 + timer.nsecsElapsed() / 1000) / 8;
        } else {
            count.kills += program.exitStatus() == QProcess::CrashExit;
        }
        judge(path, copy, acknowledged, i % 10 == 9, count, result);
    }
}

void killWindow(const Task& task, int kills, Count& count, Result& result)
{
    const auto folder = fastFolder();
    const QString copy = folder->filePath(u"copy.assay"_s);
    QRandomGenerator random(task.seed);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, folder->path());
    environment.insert(u"XDG_CONFIG_HOME"_s, folder->path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    const QString path = folder->filePath(u"w.assay"_s);
    makeProject(path);
    QSet<QString> acknowledged;
    for (int i = 0; i < kills; ++i) {
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(
            QCoreApplication::applicationFilePath(), { u"window"_s, path, u"run %1"_s.arg(i) });
        program.waitForReadyRead(20'000);
        QThread::usleep(static_cast<unsigned long>(random.bounded(120'000)));
        ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
        program.waitForFinished();
        count.kills += program.exitStatus() == QProcess::CrashExit;
        for (const QByteArray& line : program.readAllStandardOutput().split('\n')) {
            if (line.startsWith("saved ")) {
                acknowledged.insert(QString::fromUtf8(line.sliced(6)));
                ++count.acknowledged;
            }
        }
        judge(path, copy, acknowledged, true, count, result);
    }
}

} // namespace

int killedWindow(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"assay"_s);
    QCoreApplication::setApplicationName(u"torture"_s);
    MainWindow window;
    window.show();
    window.openProject(QString::fromLocal8Bit(argv[2]));
    if (!QTest::qWaitFor(
            [&] { return window.project() && window.desk()->activeReader()->isLoaded(); }, 10'000))
        return 1;
    if (!QTest::qWaitFor([&] { return window.project()->isHistoryReady(); }))
        return 1;
    Project& project = *window.project();
    Reader* reader = window.desk()->activeReader();
    const auto say = [](const QString& line) {
        std::printf("%s\n", qPrintable(line));
        std::fflush(stdout);
    };
    say(u"ready"_s);
    for (int i = 0;; ++i) {
        reader->setFocus();
        for (const char key : { 'e', 'm', 'c' })
            QTest::keyClick(reader, key);
        if (reader->currentUnit() > 4)
            reader->setCurrentUnit(1);
        const QString note = u"%1, note %2"_s.arg(QString::fromLocal8Bit(argv[3])).arg(i);
        project.edit({ test::textChange(project, reader->article(), 1, EventKind::Note, note) });
        if (i % 5 == 4)
            window.actions()->action("undo")->trigger();
        if (QTest::qWaitFor([&] { return project.unsaved() == 0 && !project.saveError(); }))
            say(u"saved "_s + note); // the note is in the log, also when it was undone
    }
}

Result kill(const Task& task)
{
    Result result;
    Count count;
    const int all = task.isShort || !task.fault.isEmpty() ? 500 : 10'000;
    killCommandLine(task, all - all / 10, count, result);
    if (task.fault.isEmpty())
        killWindow(task, all / 10, count, result);
    result.figures = { { u"kills"_s, count.kills }, { u"acknowledged"_s, count.acknowledged },
        { u"lost"_s, count.lost }, { u"lost_from_main_file_alone"_s, count.lostAlone },
        { u"copies_halfway_through_a_commit"_s, count.halfway },
        { u"failed_opens"_s, count.failedOpens } };
    return result;
}

} // namespace assay::torture
