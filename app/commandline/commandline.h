// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <memory>

class QCoreApplication;

namespace assay {

/// True when `arguments` (without the program's name) ask for a subcommand, help or the version,
/// and so for no window.
bool isCommandLine(const QStringList& arguments);

/// Runs the subcommand. Returns 0 done, 1 the work failed, 2 wrong usage. Needs an application
/// object; `export` to PDF needs a QGuiApplication.
int runCommandLine(const QStringList& arguments);

/// True when the subcommand lays out pages and so needs fonts.
bool needsFonts(const QStringList& arguments);

} // namespace assay
