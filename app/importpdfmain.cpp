// SPDX-License-Identifier: GPL-3.0-or-later
// The import program for PDFs. What reads and marks them loads some eighty libraries, each of which
// makes every fork dearer: other files have a program without them (importmain.cpp).
#include "models/import/pages/pdfpages.h"
#include "models/import/pages/pdfreading.h"
#include "models/import/serve.h"
#include "models/pdf/pdfmarking.h"

#include <QCoreApplication>

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) { });
    constexpr int control = 3; // where whoever starts this program puts its end of a socket
    const auto contents = [](const QByteArray& bytes, assay::SourceDocument& document) {
        assay::PdfContents found = assay::readPdfContents(bytes);
        document.review = std::move(found.review);
        document.marks = std::move(found.marks);
        document.findings += found.active.findings();
        if (found.reviewsOfBook > 1)
            document.findings.append(
                { QString::fromLatin1(QT_TRANSLATE_NOOP("Import",
                      "It holds the reviews of %1 articles. They come back from PDFs of "
                      "single articles only; this is its text.")),
                    { QString::number(found.reviewsOfBook) } });
        assay::findWordsUnder(document.marks, bytes);
    };
    const auto words = [](const assay::SourceFile& file) { return assay::pdfWords(file.bytes); };
    assay::pdfReader() = &assay::readPdf;
    return assay::serveImports(control, { words, assay::markPdf, contents });
}
