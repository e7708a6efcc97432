// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/datafolder.h"
#include "models/storage/journal.h"

#include <QDateTime>

namespace assay {

/// A copy of a project as it was at one moment.
struct Snapshot {
    QString path;
    QDateTime time; ///< UTC
    qint64 bytes = 0;

    bool operator==(const Snapshot&) const = default;
};

/// Snapshots of the project in `folder`, the latest first.
QList<Snapshot> snapshotsIn(const QString& folder);

/// Writes a snapshot of the project that `store` has open: log, projections and small content;
/// large content goes beside the journal, once. Then turns the journal over and lets the oldest
/// snapshots go, beyond 200 MB or 40. Holds the project's lock for reading while it copies.
Expected<Snapshot> makeSnapshot(Store& store, const Journal& journal);

/// Takes all snapshots away but the one at `kept`.
void forgetSnapshots(const QString& folder, const QString& kept = {});

/// Writes the snapshot as a whole project, with its large content, to `path`, in the place of what
/// is there: never to be the project that is open.
Expected<void> restoreSnapshot(
    const QString& snapshot, const Journal& journal, const QString& path);

/// Writes the project that `store` has open, and `waiting` edits that it could not take, to `path`,
/// replacing a file that is there, but never the open one. It appears there whole or not at all.
/// `missing`: what its file has lost is put back first; fails where something is lost even so.
Expected<void> saveCopy(Store& store, const QList<Group>& waiting, const QString& path,
    const MergePlan* missing = nullptr);

} // namespace assay
