// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"

#include <memory>
#include <vector>

namespace assay {

/// What reading a file gives: a document, or one finding that says why there is none.
using Reading = std::expected<SourceDocument, Finding>;

inline std::unexpected<Finding> refuse(const QString& text, const QStringList& arguments = {})
{
    return std::unexpected(Finding{ text, arguments });
}

/// Reads one file format. Each is one file in models/import/formats/ that defines a factory named
/// like the file; the build finds it there. Formats are only ever run by the import program, in a
/// process of its own, and touch nothing but the bytes they are given.
class Format {
public:
    virtual ~Format() = default;

    /// Name for scripts: "text", "html" ...
    virtual QString name() const = 0;
    /// Endings of file names, lower case, without the dot.
    virtual QStringList suffixes() const = 0;
    /// Whether `bytes` are of this format, whatever the file is called. Only the beginning may be
    /// looked at.
    virtual bool recognises(const QByteArray& bytes) const = 0;
    virtual Reading read(const SourceFile& file) const = 0;
};

/// All formats, in the order of their file names.
const std::vector<std::unique_ptr<Format>>& formats();

/// Reads `file` with the format that recognises its bytes, else the one for its name, else as
/// plain text.
Reading readSource(const SourceFile& file);

using PdfReader = Reading (*)(const SourceFile& file);
/// What reads PDFs in this program (readPdf()), or null: to be set before the first file is read.
PdfReader& pdfReader();

} // namespace assay
