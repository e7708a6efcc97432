// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace assay {

/// Takes from this process what reading a file needs not: the network, other programs, writing to
/// files, a person's own files (each where the kernel can refuse them), core dumps, and memory
/// beyond 1 GB. To be called once,
/// before the first foreign byte is read.
void confine();

/// Gives the process `seconds` more of processor time, after which the kernel ends it.
void allowProcessorTime(unsigned seconds);

} // namespace assay
