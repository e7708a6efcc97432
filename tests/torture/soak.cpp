// SPDX-License-Identifier: GPL-3.0-or-later
// The real window under random keys, clicks and wheels for an hour, with little memory: it neither
// crashes nor leaks nor grows beyond what the log needs. Built with sanitizers, it runs under them.
#include "app/session.h"
#include "models/base/allocator.h"
#include "tests/torture/memory.h"
#include "tests/torture/torture.h"
#include "tests/windowfixture.h"
#include "views/theme/theme.h"

#include <QDesktopServices>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QMessageBox>
#include <QPointer>
#include <QPrintDialog>
#include <QProcess>
#include <QTimer>
#include <QWheelEvent>
#include <QWindow>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <execinfo.h>
#include <sys/resource.h>
#include <unistd.h>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

constexpr int heap = 700; // MB that the window may have

void makeSoakProject(const QString& path)
{
    Project project;
    project.setReviewer(ReviewerId::create(), u"Ann"_s);
    project.openNow(path, Database::Mode::New).value();
    for (int i = 0; i < 24; ++i)
        project
            .addArticles({ test::article(test::smallText() + u"\nArticle %1.\n\n"_s.arg(i)
                    + test::longText(i % 6 == 0 ? 600 : 40),
                u"%1.txt"_s.arg(i)) })
            .value();
    project.flush().value();
}

/// Swallows what would start another program.
class Nowhere : public QObject {
    Q_OBJECT
public slots:
    void open(const QUrl&) { }
};

/// Hands the window what a person with no plan would.
class Monkey : public QObject {
    Q_OBJECT

public:
    Monkey(MainWindow& window, quint32 seed)
        : m_window(window)
        , m_random(seed)
    {
    }

    void act()
    {
        closeForeignDialogs();
        if (!m_window.isVisible())
            m_window.show();
        if (++m_done % 80 == 0)
            goBackToWork();
        const int dice = m_random.bounded(100);
        if (dice < 70)
            press();
        else if (dice < 88)
            click();
        else if (dice < 97)
            turnWheel();
        else
            m_window.resize(900 + m_random.bounded(800), 600 + m_random.bounded(500));
    }

    qint64 done() const { return m_done; }

private:
    /// A person may delete files there, and so might we.
    void closeForeignDialogs()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            auto* dialog = qobject_cast<QDialog*>(widget);
            if (dialog && dialog->isVisible()
                && (qobject_cast<QFileDialog*>(dialog) || qobject_cast<QPrintDialog*>(dialog)))
                dialog->reject();
        }
    }

    /// Somebody without a plan would stay in dialogs for good.
    void goBackToWork()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            auto* dialog = qobject_cast<QDialog*>(widget);
            if (dialog && dialog->isVisible())
                dialog->reject();
        }
        m_window.activateWindow();
        m_window.desk()->activeReader()->setFocus();
    }

    QWindow* target() const
    {
        if (const QWidget* popup = QApplication::activePopupWidget())
            return popup->windowHandle();
        if (const QWidget* modal = QApplication::activeModalWidget())
            return modal->window()->windowHandle();
        if (QWindow* focus = QGuiApplication::focusWindow())
            return focus;
        return m_window.windowHandle();
    }

    void press()
    {
        static constexpr Qt::Key often[]
            = { Qt::Key_E, Qt::Key_M, Qt::Key_C, Qt::Key_0, Qt::Key_Space, Qt::Key_Period,
                  Qt::Key_Backspace, Qt::Key_Up, Qt::Key_Down, Qt::Key_Down, Qt::Key_PageDown,
                  Qt::Key_PageUp, Qt::Key_Home, Qt::Key_End, Qt::Key_Tab, Qt::Key_U, Qt::Key_S,
                  Qt::Key_J, Qt::Key_F, Qt::Key_G, Qt::Key_L, Qt::Key_Left, Qt::Key_Right,
                  Qt::Key_Return, Qt::Key_Escape, Qt::Key_BracketLeft, Qt::Key_BracketRight };
        static constexpr Qt::KeyboardModifiers mixes[]
            = { Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier,
                  Qt::ControlModifier, Qt::ControlModifier | Qt::ShiftModifier, Qt::AltModifier };
        Qt::Key key = often[m_random.bounded(static_cast<int>(std::size(often)))];
        if (m_random.bounded(5) == 0)
            key = static_cast<Qt::Key>(Qt::Key_Space + m_random.bounded(65));
        if (m_random.bounded(40) == 0)
            key = static_cast<Qt::Key>(Qt::Key_F1 + m_random.bounded(12));
        const Qt::KeyboardModifiers mix
            = mixes[m_random.bounded(static_cast<int>(std::size(mixes)))];
        if (mix == Qt::ControlModifier && key == Qt::Key_Q)
            return;
        // One event at a time, and not QTest::keyClick(): a window may be gone after any of them.
        const QPointer<QWindow> window = target();
        const bool isLetter = key >= Qt::Key_Space && key <= Qt::Key_AsciiTilde;
        const QString text = isLetter && !(mix & (Qt::ControlModifier | Qt::AltModifier))
            ? QString(QChar(static_cast<char16_t>(key))).toLower()
            : QString();
        for (const QEvent::Type type : { QEvent::KeyPress, QEvent::KeyRelease }) {
            if (window)
                qt_handleKeyEvent(window, type, key, mix, text);
        }
    }

    QPoint somewhere(const QWindow* window)
    {
        return { m_random.bounded(std::max(1, window->width())),
            m_random.bounded(std::max(1, window->height())) };
    }

    void click()
    {
        const QPointer<QWindow> window = target();
        if (!window)
            return;
        const Qt::MouseButton button = m_random.bounded(12) == 0 ? Qt::RightButton : Qt::LeftButton;
        const QPoint at = somewhere(window);
        const int clicks = m_random.bounded(10) == 0 ? 2 : 1;
        for (int i = 0; i < clicks; ++i) {
            if (window)
                QTest::mousePress(window, button, {}, at);
            if (window)
                QTest::mouseRelease(window, button, {}, at);
        }
    }

    void turnWheel()
    {
        QWindow* window = target();
        if (!window)
            return;
        const QPointF at = somewhere(window);
        QWheelEvent event(at, window->mapToGlobal(at), {}, { 0, m_random.bounded(2) ? 120 : -120 },
            Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(window, &event);
    }

    MainWindow& m_window;
    QRandomGenerator m_random;
    qint64 m_done = 0;
};

} // namespace

/// Tells where the window broke, for addr2line: nobody can wait an hour for it again.
static void tellWhere(int signal)
{
    std::array<void*, 64> frames{};
    const int count = backtrace(frames.data(), static_cast<int>(frames.size()));
    backtrace_symbols_fd(frames.data(), count, STDERR_FILENO);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// The window that the rig starts: PATH SECONDS SEED FAULT HEAP, in MB (0: as much as there is, for
/// profilers). Prints "memory RESIDENT IN-USE EDITS EVENTS SECONDS" now and then, bytes the first
/// two.
int soakedWindow(int argc, char** argv)
{
#ifndef __SANITIZE_ADDRESS__
    if (const rlim_t most = QByteArray(argv[6]).toULong() << 20) {
        const rlimit limit{ most, most };
        setrlimit(RLIMIT_DATA, &limit);
    }
#endif
    for (const int signal : { SIGABRT, SIGSEGV })
        std::signal(signal, tellWhere);
    giveFreedMemoryBack();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"assay"_s);
    QCoreApplication::setApplicationName(u"torture"_s);
    QApplication::setStyle(u"fusion"_s);
    loadFonts();
    Nowhere nowhere;
    QDesktopServices::setUrlHandler(u"file"_s, &nowhere, "open");
    QDesktopServices::setUrlHandler(u"https"_s, &nowhere, "open");
    MainWindow window;
    window.show();
    window.openProject(QString::fromLocal8Bit(argv[2]));
    if (!QTest::qWaitFor(
            [&] { return window.project() && window.desk()->activeReader()->isLoaded(); }, 20'000))
        return 3;
    const qint64 seconds = QByteArray(argv[3]).toLongLong();
    const QByteArray fault = argv[5];
    QApplication::setQuitOnLastWindowClosed(false);
    window.actions()->action("quit")->setEnabled(false);
    Monkey monkey(window, QByteArray(argv[4]).toUInt());
    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<QByteArray>> leaked;
    // One shot after another: a timer does not fire again while its own turn runs a dialog.
    std::function<void()> turn = [&] {
        if (timer.elapsed() < seconds * 1000)
            QTimer::singleShot(2, &monkey, turn);
        monkey.act();
        if (fault == "leak" && monkey.done() % 4 == 0)
            leaked.push_back(std::make_unique<QByteArray>(1 << 19, 'x'));
        if (fault == "crash" && timer.elapsed() > 2000)
            std::abort();
    };
    turn();
    qsizetype edits = 0;
    qsizetype known = window.project()->history().done().size();
    QTimer samples;
    samples.callOnTimeout(&monkey, [&] {
        // Projects come and go: what counts is how often something was edited.
        const qsizetype count
            = window.project() ? window.project()->history().done().size() : qsizetype(0);
        edits += std::max<qsizetype>(0, count - known);
        known = count;
        std::printf("memory %lld %lld %lld %lld %lld\n", static_cast<long long>(residentMemory()),
            static_cast<long long>(heapInUse()), static_cast<long long>(edits),
            static_cast<long long>(monkey.done()), static_cast<long long>(timer.elapsed() / 1000));
        std::fflush(stdout);
    });
    samples.start(static_cast<int>(std::clamp<qint64>(seconds * 1000 / 60, 200, 10'000)));
    QTimer end;
    end.callOnTimeout(&monkey, [&] {
        if (timer.elapsed() < seconds * 1000)
            return;
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* dialog = qobject_cast<QDialog*>(widget))
                dialog->reject();
        }
        QApplication::exit(0);
    });
    end.start(100);
    return QApplication::exec();
}

Result soak(const Task& task)
{
    Result result;
    const auto folder = fastFolder();
    const QString path = folder->filePath(u"p.assay"_s);
    makeSoakProject(path);
    const int seconds = task.isShort ? 20 : task.seconds;
    QProcess program;
    program.setProcessEnvironment(windowEnvironment(folder->path()));
    program.setWorkingDirectory(folder->path());
    program.setStandardErrorFile(folder->filePath(u"stderr"_s));
    program.start(QCoreApplication::applicationFilePath(),
        { u"soak-window"_s, path, QString::number(seconds), QString::number(task.seed),
            task.fault.isEmpty() ? u"none"_s : task.fault, QString::number(heap) });
    const bool ended = program.waitForFinished(seconds * 2000 + 120'000);
    const QByteArray said = fileBytes(folder->filePath(u"stderr"_s));
    result.expect(ended && program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0,
        u"the window ended with %1: %2"_s.arg(program.exitCode())
            .arg(QString::fromUtf8(said.last(std::min<qsizetype>(6000, said.size())))));
    for (const char* bad : { "AddressSanitizer", "LeakSanitizer", "runtime error" })
        result.expect(!said.contains(bad),
            QString::fromUtf8(said.last(std::min<qsizetype>(4000, said.size()))));
    struct Sample {
        qint64 memory = 0;
        qint64 inUse = 0;
        qint64 edits = 0;
        qint64 done = 0;
        qint64 seconds = 0;
    };
    QList<Sample> samples;
    for (const QByteArray& line : program.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 6)
            samples.append({ words[1].toLongLong(), words[2].toLongLong(), words[3].toLongLong(),
                words[4].toLongLong(), words[5].toLongLong() });
    }
    result.expect(samples.size() > 20, u"only %1 samples"_s.arg(samples.size()));
    if (samples.size() > 20) {
        // The first third fills caches. After it, only the log may grow.
        constexpr qint64 anEdit = 3000; // bytes in memory: events, cells, history
        const Sample early = samples[samples.size() / 3];
        const Sample late = samples.last();
        result.expect(
            late.seconds >= seconds * 9LL / 10, u"the window ended after %1 s"_s.arg(late.seconds));
        result.expect(late.done > seconds * 5LL, u"only %1 events were handed in"_s.arg(late.done));
        const auto expectFlat = [&](const QString& what, qint64 grown, qint64 slack) {
            result.expect(grown <= (slack << 20) + anEdit * (late.edits - early.edits),
                u"%1 grew by %2 MB over %3 edits"_s.arg(what)
                    .arg(grown >> 20)
                    .arg(late.edits - early.edits));
        };
        // Dialogs that happen to be open weigh something, and free memory lies in pieces.
        expectFlat(u"memory in use"_s, late.inUse - early.inUse, 16);
#ifndef __SANITIZE_ADDRESS__ // which keeps the stacks of all that was ever taken
        expectFlat(u"memory"_s, late.memory - early.memory, 24);
#endif
        result.figures = { { u"lasted"_s, late.seconds }, { u"events"_s, late.done },
            { u"edits"_s, late.edits }, { u"memory_early_mb"_s, early.memory >> 20 },
            { u"memory_late_mb"_s, late.memory >> 20 }, { u"in_use_early_mb"_s, early.inUse >> 20 },
            { u"in_use_late_mb"_s, late.inUse >> 20 } };
    }
    for (const QString& problem : problemsOf(path))
        result.expect(false, problem);
    return result;
}

} // namespace assay::torture

#include "soak.moc"
