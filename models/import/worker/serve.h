// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"

#include <functional>

namespace assay {

/// The import program: answers one request after another, frames in from `input`, frames out to
/// `output`, until the input ends. An empty request is answered with the file endings that are
/// known. `mark` makes the answer where marks on a PDF's pages are wanted. Returns the exit code.
int serveImports(
    int input, int output, const std::function<QByteArray(const SourceFile&)>& mark = {});

} // namespace assay
