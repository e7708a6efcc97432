// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the real window, done again and again: after the first few times, in which caches
// fill, neither memory nor the number of widgets grows with what was done.
#include "app/session.h"
#include "tests/torture/memory.h"
#include "tests/torture/torture.h"
#include "tests/windowfixture.h"

#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QTimer>

#include <unistd.h>

#include <cstdio>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

/// Closes whatever opens over the window, as a person does who does not want it.
void closeDialogs()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* dialog = qobject_cast<QDialog*>(widget); dialog && dialog->isVisible())
            dialog->reject();
        else if (widget->isVisible() && widget->windowType() == Qt::Popup)
            widget->close();
    }
}

class Repeater {
public:
    Repeater(MainWindow& window, int times, bool leaks)
        : m_window(window)
        , m_times(times)
        , m_leaks(leaks)
    {
        m_closer.callOnTimeout(&window, closeDialogs);
        m_closer.start(5);
    }

    /// Bytes that stay for each time the action is done, and widgets. What comes once (an index
    /// made in the background) is in one half of the times only.
    std::pair<qint64, qint64> cost(QAction* action)
    {
        doIt(action, action->objectName().startsWith("zoom"_L1) ? 30 : 3); // letters of all sizes
        const qint64 start = settledHeap();
        const qsizetype widgets = QApplication::allWidgets().size();
        doIt(action, m_times);
        const qint64 middle = settledHeap();
        doIt(action, m_times);
        return { std::min(middle - start, settledHeap() - middle) / m_times,
            (QApplication::allWidgets().size() - widgets) / m_times };
    }

private:
    /// Whether a thread besides this one has something to do.
    static bool worksBehind()
    {
        const QDir tasks(u"/proc/self/task"_s);
        const QString own = QString::number(gettid());
        for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(tasks.filePath(task + u"/stat"_s));
            if (task == own || !file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray line = file.readAll();
            if (line.mid(line.lastIndexOf(')') + 2, 1) == "R")
                return true;
        }
        return false;
    }

    /// Bytes in use once nothing works in the background any more: on a busy machine pages of a
    /// preview are still being drawn when their dialog is gone, and what they hold is not kept.
    static qint64 settledHeap()
    {
        for (int quiet = 0, tries = 0; quiet < 3 && tries < 500; ++tries) {
            QTest::qWait(8);
            quiet = worksBehind() ? 0 : quiet + 1;
        }
        return heapInUse();
    }

    void doIt(QAction* action, int times)
    {
        for (int i = 0; i < times; ++i) {
            test::focusedReader(m_window);
            action->trigger();
            QTest::qWait(8);
            if (!QTest::qWaitFor([this] { return !m_window.task()->isRunning(); }, 20'000))
                std::fprintf(stderr, "a task does not end\n");
            closeDialogs();
            QTest::qWait(0);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            if (m_leaks)
                new QLabel(u"nobody's"_s);
        }
    }

    MainWindow& m_window;
    int m_times;
    bool m_leaks;
    QTimer m_closer;
};

} // namespace

/// The window that the rig starts: PATH TIMES FAULT. Prints "ID BYTES WIDGETS" for each action.
int repeatedWindow(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"assay"_s);
    QCoreApplication::setApplicationName(u"torture"_s);
    QApplication::setStyle(u"fusion"_s);
    loadFonts();
    MainWindow window;
    window.show();
    const QString whole = QString::fromLocal8Bit(argv[2]);
    Repeater repeater(window, QByteArray(argv[3]).toInt(), qstrcmp(argv[4], "leak") == 0);
    for (const ActionSpec& spec : window.actions()->table()) {
        const QByteArray id(spec.id);
        if (id == "quit")
            continue;
        // Some actions take articles away or open another project.
        const QString path = whole + QString::fromLatin1(id);
        QFile::copy(whole, path);
        window.openProject(path);
        if (!QTest::qWaitFor(
                [&] { return window.project() && window.desk()->activeReader()->isLoaded(); },
                20'000))
            return 3;
        const auto [bytes, widgets] = repeater.cost(window.actions()->action(id));
        std::printf("%s %lld %lld\n", spec.id, static_cast<long long>(bytes),
            static_cast<long long>(widgets));
        std::fflush(stdout);
    }
    return 0;
}

Result repeat(const Task& task)
{
    Result result;
    const auto folder = fastFolder();
    const QString path = folder->filePath(u"p.assay"_s);
    makeProject(path);
    QProcess program;
    program.setProcessEnvironment(windowEnvironment(folder->path()));
    program.setWorkingDirectory(folder->path());
    program.setStandardErrorFile(folder->filePath(u"stderr"_s));
    program.start(QCoreApplication::applicationFilePath(),
        { u"repeat-window"_s, path, task.isShort ? u"4"_s : u"40"_s,
            task.fault.isEmpty() ? u"none"_s : task.fault });
    const bool ended = program.waitForFinished(task.isShort ? 240'000 : 3600'000);
    const QByteArray said = fileBytes(folder->filePath(u"stderr"_s));
    result.expect(ended && program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0,
        u"the window ended with %1: %2"_s.arg(program.exitCode())
            .arg(QString::fromUtf8(said.last(std::min<qsizetype>(2000, said.size())))));
    // Qt's message boxes keep scaled icons in a cache of 10 MB, its file dialogs two KB.
    const qint64 most = task.isShort ? 48 * 1024 : 16 * 1024;
    qint64 worst = 0;
    QString worstId;
    int actions = 0;
    for (const QByteArray& line : program.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() != 3)
            continue;
        ++actions;
        const QString id = QString::fromLatin1(words[0]);
        const qint64 bytes = words[1].toLongLong();
        // Qt's preview of a print keeps 32 KB each time in a program that is nothing else (6.8).
        const qint64 allowed = id == "print"_L1 ? 48 * 1024 : most;
        result.expect(bytes <= allowed, u"%1 keeps %2 bytes each time"_s.arg(id).arg(bytes));
        result.expect(words[2].toLongLong() <= 0,
            u"%1 leaves %2 widgets each time"_s.arg(id, QString::fromLatin1(words[2])));
        if (bytes > worst) {
            worst = bytes;
            worstId = id;
        }
    }
    result.expect(actions > 80, u"only %1 actions were done"_s.arg(actions));
    result.figures = { { u"actions"_s, actions }, { u"most_kept_bytes"_s, worst },
        { u"most_kept_by"_s, worstId } };
    return result;
}

} // namespace assay::torture
