// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace assay::torture {

struct Ran {
    int code = -1; ///< exit code; -1: ended by a signal
    double seconds = 0;
    qint64 memory = 0; ///< bytes, at most
    QByteArray said; ///< on standard error
};

/// Runs the program, for `seconds` of processor time at most, and lets the system itself measure
/// what it takes. Its data folder is in `folder`; `input` is a file for its standard input, or
/// empty.
Ran run(const QStringList& arguments, const QString& folder,
    const QByteArray& program = ASSAY_PROGRAM, int seconds = 60, const QString& input = {});

} // namespace assay::torture
