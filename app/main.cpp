// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandline.h"

#include <QGuiApplication>

int main(int argc, char* argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QCoreApplication::setApplicationName(QStringLiteral("assay"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASSAY_VERSION));
    if (assay::isCommandLine(arguments)) {
        if (!assay::needsFonts(arguments)) {
            const QCoreApplication application(argc, argv);
            return assay::runCommandLine(arguments);
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QGuiApplication application(argc, argv);
        return assay::runCommandLine(arguments);
    }
    return 0;
}
