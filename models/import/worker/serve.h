// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"

#include <functional>

namespace assay {

/// What libqpdf does in this program, which the importers do not know.
struct PdfTools {
    /// Makes the answer where marks on a PDF's pages are wanted.
    std::function<QByteArray(const SourceFile&)> mark;
    /// Adds to a document what people and Assay left in its PDF.
    std::function<void(const QByteArray& bytes, SourceDocument& document)> contents;
};

/// The import program: answers one request after another, frames in from `input`, frames out to
/// `output`, until the input ends. An empty request is answered with the file endings that are
/// known. Returns the exit code.
int serveImports(int input, int output, const PdfTools& tools = {});

} // namespace assay
