// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/mergeplan.h"
#include "models/storage/snapshots.h"

namespace assay {

/// What was done on this computer, as snapshots and journal know it, and is not in the project
/// file: after a restored backup, an older copy that came back by mail, a crash before the first
/// commit. A plan without events: nothing is missing.
Expected<std::shared_ptr<MergePlan>> planRecovery(Store& store, const Journal& journal);

/// Notes that the project with that uuid was last seen at `path`, so that its copies can be found
/// when the file itself says nothing any more.
void rememberPlace(const QString& root, const QString& uuid, const QString& path);
/// The recovery folder of the project that was last seen at `path`; empty when there is none.
QString folderOfPlace(const QString& root, const QString& path);

} // namespace assay
