// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandline.h"
#include "app/diary/programlog.h"
#include "app/diary/runmark.h"
#include "app/mainwindow.h"
#include "app/session.h"
#include "app/timing.h"
#include "app/translations.h"
#include "models/base/allocator.h"
#include "models/base/englishplurals.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QCoreApplication::setOrganizationName(QStringLiteral("assay"));
    QCoreApplication::setApplicationName(QStringLiteral("assay"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASSAY_VERSION));
    // A file that may not grow any more is an error like a full disk, and no end.
    std::signal(SIGXFSZ, SIG_IGN);
    if (assay::isCommandLine(arguments)) {
        // Scripts read standard error: no word of the toolkit's among ours.
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) { });
        if (!assay::needsFonts(arguments)) {
            const QCoreApplication application(argc, argv);
            return assay::runCommandLine(arguments);
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QGuiApplication application(argc, argv);
        assay::EnglishPlurals plurals;
        QCoreApplication::installTranslator(&plurals);
        return assay::runCommandLine(arguments);
    }
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && !arguments.contains("-platform"_L1)) {
        std::fprintf(stderr,
            "There is no display for a window. 'assay --help' lists what works without one.\n");
        return 1;
    }
    assay::giveFreedMemoryBack();
    QApplication application(argc, argv);
    assay::session::adoptOldSettings();
    assay::session::keepToOneself();
    QApplication::setStyle(QStringLiteral("fusion"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.assay.Assay"));
    assay::installTranslations(assay::session::language());
    assay::loadFonts();
    QApplication::setFont(assay::sansFont(9.75));
    const QString own = assay::session::ownFolder();
    assay::programlog::start(own + u"/log"_s);
    qInfo("Assay %s started", ASSAY_VERSION);
    const QList<assay::BrokenRun> broken = assay::RunMark::takeBroken(own + u"/running"_s);
    assay::RunMark mark(own + u"/running"_s);
    assay::MainWindow window;
    if (!broken.isEmpty()) {
        qWarning("%s", "The last run did not end by itself.");
        window.setBrokenRun(broken.last());
    }
    QObject::connect(&window, &assay::MainWindow::projectShown, &window, [&window, &mark] {
        mark.setProject(QFileInfo(window.project()->path()).absoluteFilePath());
        qInfo("Opened %s", qUtf8Printable(window.project()->path()));
    });
    window.setWindowIcon(QIcon(QStringLiteral(":/icons/assay.svg")));
    window.show();
    assay::reportFrames(window);
    window.openArguments(QCoreApplication::arguments().sliced(1));
    const int code = QApplication::exec();
    qInfo("Assay ended");
    return code;
}
