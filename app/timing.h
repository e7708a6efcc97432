// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace assay {

class MainWindow;

/// With QT_LOGGING_RULES="assay.timing.debug=true", prints "first-frame" on standard error once the
/// window has drawn anything, and "project-frame" once it has drawn a project with its text. For
/// benchmarks: whoever started the process knows when it did. Costs nothing otherwise.
void reportFrames(MainWindow& window);

} // namespace assay
