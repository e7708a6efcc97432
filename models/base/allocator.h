// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace assay {

/// Has the allocator give freed memory back to the system, for a program that runs for hours: left
/// alone, glibc takes large blocks from its heaps once some were freed, and keeps what lies between
/// others. To be called before any thread is started. Nothing happens with other C libraries.
inline void giveFreedMemoryBack()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 512 * 1024); // bytes; images and buffers are mapped, and unmapped
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
#endif
}

} // namespace assay
