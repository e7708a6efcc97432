// SPDX-License-Identifier: GPL-3.0-or-later
// The import program: reads foreign files in a process of its own, so that none can crash, hang or
// swell the window. See models/import/worker.
#include "models/import/worker/serve.h"
#include "models/pdf/pdfmarking.h"

#include <QCoreApplication>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) { });
    // Ctrl-C in a terminal reaches all processes of a command; this one ends with its parent.
    std::signal(SIGINT, SIG_IGN);
    // What a library prints must not get among the frames.
    const int output = dup(STDOUT_FILENO);
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (output < 0 || nothing < 0)
        return 1;
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    const auto contents = [](const QByteArray& bytes, assay::SourceDocument& document) {
        assay::PdfContents found = assay::readPdfContents(bytes);
        document.review = std::move(found.review);
        document.marks = std::move(found.marks);
        if (found.reviewsOfBook > 1)
            document.findings.append(
                { QString::fromLatin1(QT_TRANSLATE_NOOP("Import",
                      "It holds the reviews of %1 articles. They come back from PDFs of "
                      "single articles only; this is its text.")),
                    { QString::number(found.reviewsOfBook) } });
    };
    return assay::serveImports(STDIN_FILENO, output, { assay::markPdf, contents });
}
