// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay {

/// Whether it is the number of a project as Assay writes it: a uuid of small hexadecimal digits
/// with four hyphens, and not the null one. Nothing else ever becomes part of a path.
bool isProjectUuid(const QString& text);

/// Whether the file at `path`, behind links too, says of itself that it is an Assay project, of
/// whatever schema, sound or not. Reads its first bytes alone, and never through SQLite.
bool isProjectFile(const QString& path);

/// The folder of copies and journal of the project with that uuid below `root`; empty where `uuid`
/// is none, or what stands there is a link to somewhere else. Only `root` itself may be reached
/// through links: a person may keep it on another disk.
QString recoveryFolder(const QString& root, const QString& uuid);

/// The path of the entry `name` of `folder`, which is one of recoveryFolder() or a folder in it.
/// Empty where `folder` is, where `name` is no plain file name, or where the entry is a link: what
/// is written to or taken away by the path lies in the folder.
QString insideFolder(const QString& folder, const QString& name);

/// Makes the folder, with those above it that are missing, for its owner alone. False when it
/// cannot be made; one that is there stays as it is.
bool makeOwnFolder(const QString& path);

/// Takes the file's rights from everybody but its owner.
void keepToOwner(const QString& path);

/// Takes the rights on everything in the folder from everybody but its owner: what an earlier Assay
/// made could be read by others. Links are not followed. Fast where it was done before.
void narrowFolder(const QString& path);

} // namespace assay
