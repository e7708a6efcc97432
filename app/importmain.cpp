// SPDX-License-Identifier: GPL-3.0-or-later
// The import program: reads foreign files in processes of its own, so that none can crash, hang or
// swell the window, or reach anything else. See models/sandbox. PDFs have a program of their own.
#include "models/import/serve.h"

#include <QCoreApplication>

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) { });
    constexpr int control = 3; // where whoever starts this program puts its end of a socket
    return assay::serveImports(control);
}
