// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sandbox/layers.h"

namespace assay {

/// The part that a process may take on itself before it forks children that read: out of all files
/// only fonts, encodings and character maps are left to be read, none to be written, and no
/// program that it starts gets more rights than it has. For good.
Confinement hideFiles();

/// The rest, to be called in a child with one thread, before it reads the first foreign byte:
/// limits of memory, processor time (`seconds`), files and messages; the child ends with `parent`,
/// whose process number that is; and every system call but those that reading, computing and
/// answering need is refused. What could harm ends the process (network, other programs and
/// processes, the kernel's own affairs); what a library may ask for without harm gets an error.
/// Returns whether the filter stands.
bool confine(unsigned seconds, qint64 parent);

} // namespace assay
