// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

namespace assay::torture {

/// Bytes of this process that are in memory.
qint64 residentMemory();
/// What the program asked for and has not given back, in bytes: residentMemory() without the
/// program itself and what the allocator keeps for later.
qint64 heapInUse();
/// For a window that a rig starts: a home in `folder`, no screen where none is chosen, and
/// sanitizers that tell leaks of ours from those of libraries.
QProcessEnvironment windowEnvironment(const QString& folder);

} // namespace assay::torture
