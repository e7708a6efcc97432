// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/mergeplan.h"
#include "models/storage/snapshots.h"

namespace assay {

/// What was done on this computer, as snapshots and journal know it, and is not in the project
/// file: after a restored backup, an older copy that came back by mail, a crash before the first
/// commit. A plan without events: nothing is missing.
Expected<std::shared_ptr<MergePlan>> planRecovery(Store& store, const Journal& journal);

/// What salvaging brought back.
struct SalvageReport {
    QString damaged; ///< where the damaged file is kept now
    qsizetype events = 0; ///< proven by their chains, and in the new file
    qsizetype fromFile = 0; ///< of these, read from the damaged file itself
    qsizetype unproven = 0; ///< events read that no chain proves
    QString unprovenPath; ///< where those were written, one JSON line each; empty without any
    QStringList problems; ///< what the new file still lacks
};

/// Reads what can be read of a damaged project file, row by row, and of snapshots and journals
/// below `root`; makes a new file of every event whose chain proves it, and puts it in the damaged
/// one's place, which is kept beside it under another name. Fails, changing nothing, when nothing
/// at all was found.
Expected<SalvageReport> salvage(const QString& path, const QString& root);

/// Notes that the project with that uuid was last seen at `path`, so that its copies can be found
/// when the file itself says nothing any more.
void rememberPlace(const QString& root, const QString& uuid, const QString& path);
/// The recovery folder of the project that was last seen at `path`; empty when there is none.
QString folderOfPlace(const QString& root, const QString& path);

} // namespace assay
