// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"

#include <functional>

namespace assay {

/// What poppler and libqpdf do in the program that reads PDFs; empty in the other one.
struct PdfTools {
    /// Makes the answer where the places of a PDF's words are wanted.
    std::function<QByteArray(const SourceFile&)> words;
    /// Makes the answer where marks on a PDF's pages are wanted.
    std::function<QByteArray(const SourceFile&)> mark;
    /// Adds to a document what people and Assay left in its PDF.
    std::function<void(const QByteArray& bytes, SourceDocument& document)> contents;
};

/// The import program: a fork server (serveForks()) whose children answer one request each. An
/// empty request is answered with the file endings that are known. Returns the exit code.
int serveImports(int control, const PdfTools& tools = {});

} // namespace assay
