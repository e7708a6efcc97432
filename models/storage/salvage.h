// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QStringList>

namespace assay {

/// What salvaging brought back.
struct SalvageReport {
    QString damaged; ///< where the damaged file is kept now; empty where there was none
    qsizetype events = 0; ///< in the new file
    qsizetype fromFile = 0; ///< of these, read from the damaged file itself
    qsizetype behindGaps = 0; ///< of these, whose session lost events before them: written anew
    qsizetype mended = 0; ///< of these, in which one byte was wrong: the chain told which
    qsizetype unproven = 0; ///< events read that no chain proves
    QString unprovenPath; ///< where those were written, one JSON line each; empty without any
    QStringList problems; ///< what the new file still lacks
    bool unchanged = false; ///< the file is all that could be made of it, and was left as it is
};

/// Reads what can be read of a damaged project file, row by row and in its bare pages, and of
/// snapshots and journals below `root`; makes a new file of every event whose chain proves it, and
/// puts it in the damaged one's place, which is kept beside it under another name. Events behind a
/// gap in their session are proved but cannot stand in it any more: they go into a session of their
/// own, with reviewer, time, edit and rank as they were. Leaves a file as it is that nothing can be
/// added to. Fails, changing nothing, when nothing at all was found.
Expected<SalvageReport> salvage(const QString& path, const QString& root);

} // namespace assay
