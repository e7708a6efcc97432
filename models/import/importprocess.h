// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"
#include "models/import/pages/placedwords.h"
#include "models/sandbox/confinedprocess.h"

namespace assay {

/// The import program, started when it is first needed: a fresh child of it reads each file, and is
/// ended when it takes longer or more memory than a file may. To be used by one thread.
class ImportProcess {
public:
    ImportProcess();

    /// Reads `file`. Fails when the importer refuses it, or breaks over it; the message does not
    /// name the file. The first document that this program reads says what its reader is not kept
    /// from by this computer, where that is something.
    Expected<SourceDocument> read(const SourceFile& file);
    /// Where the words of a PDF stand. Fails as read() does.
    Expected<PlacedWords> words(const QByteArray& pdf);
    /// The bytes that go behind those of `pdf`, or replace them, to mark its pages: the answer of
    /// markPdf() (models/pdf/pdfmarking.h).
    Expected<QByteArray> marked(const QByteArray& pdf, const QByteArray& marks);
    /// The file endings that the importers know.
    QStringList suffixes();
    /// What foreign files are kept from.
    Expected<Confinement> confinement() { return m_process.confinement(); }

    /// Where an import program lies: beside this one, or in its libexec folder. "assay-import"
    /// reads all but PDFs, "assay-import-pdf" these.
    static QString program(const QString& name);

private:
    ConfinedProcess m_process;
    ConfinedProcess m_pdfs;
};

} // namespace assay
