// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

/// What a project's file is, beside what of it is in memory. Answers come on the project's thread,
/// as long as the project lives; the functions that end in Now wait, for programs without a window.
namespace assay {

/// What is wrong with the file: quickly, or by every page after the program was ended by force.
void lookOver(Project& project, std::function<void(const QStringList& problems)> then);
/// How many edits the file has since that time, and when the last was made.
void savedSince(Project& project, const QDateTime& time,
    std::function<void(qsizetype edits, const QDateTime& last)> then);
/// The edits in force that a snapshot does not have: revoking them goes back to it.
void editsSince(Project& project, const QString& snapshot,
    std::function<void(const Expected<QList<GroupId>>&)> then);

/// Finds what others did while the project was not open here; received() follows, if anything.
void requestUnseen(Project& project);
/// Removes the file, where nobody ever wrote anything into it; the end of it.
void removeIfEmpty(Project& project);

/// Looks for what was done on this computer and is not in the file, for Project::merge().
void planRecovery(Project& project, std::function<void(const Expected<MergePreview>&)> then);
/// Compares with another copy of this or another project; `then` gets what merging it would do.
void planMerge(
    Project& project, const QString& path, std::function<void(const Expected<MergePreview>&)> then);
Expected<MergePreview> planMergeNow(Project& project, const QString& path);

/// How many events the file lacks that were in it at its place when this computer last saw it.
qint64 missingNow(Project& project);
/// Puts back what this computer knows of what the file lacks; `then` gets how many events are
/// missing still.
void bringBack(Project& project, std::function<void(const Expected<qint64>& missing)> then);
Expected<qint64> bringBackNow(Project& project);
/// Takes the file as it is; `then` may open it anew.
void keepOlder(Project& project, std::function<void()> then);
void keepOlderNow(Project& project);

} // namespace assay
