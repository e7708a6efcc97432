// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"
#include "models/import/pages/placedwords.h"

#include <memory>

class QProcess;

namespace assay {

/// One import process, started when it is first needed and used for file after file. It is killed,
/// and the next file gets a new one, when it takes longer or more memory than a file may. To be
/// used by one thread.
class ImportProcess {
public:
    ImportProcess();
    ~ImportProcess();
    ImportProcess(const ImportProcess&) = delete;
    ImportProcess& operator=(const ImportProcess&) = delete;

    /// Reads `file`. Fails when the importer refuses it, or breaks over it; the message does not
    /// name the file.
    Expected<SourceDocument> read(const SourceFile& file);
    /// Where the words of a PDF stand. Fails as read() does.
    Expected<PlacedWords> words(const QByteArray& pdf);
    /// The bytes that go behind those of `pdf`, or replace them, to mark its pages: the answer of
    /// markPdf() (models/pdf/pdfmarking.h).
    Expected<QByteArray> marked(const QByteArray& pdf, const QByteArray& marks);
    /// The file endings that the importers know.
    QStringList suffixes();

    /// Where the import program lies: beside this one, or in its libexec folder.
    static QString program();

private:
    Expected<QByteArray> ask(const QByteArray& request);
    Expected<QByteArray> receive();
    bool start();
    void stop();

    std::unique_ptr<QProcess> m_process;
};

} // namespace assay
