// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <functional>

namespace assay {

/// Told by long work how far it is, in whatever steps it counts; returns false to ask it to stop.
using Progress = std::function<bool(qsizetype done, qsizetype total)>;

/// True when the work should go on.
inline bool goOn(const Progress& progress, qsizetype done, qsizetype total)
{
    return !progress || progress(done, total);
}

} // namespace assay
