// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace assay {

/// The import program: answers one request after another, frames in from `input`, frames out to
/// `output`, until the input ends. An empty request is answered with the file endings that are
/// known. Returns the exit code.
int serveImports(int input, int output);

} // namespace assay
