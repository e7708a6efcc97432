// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/event.h"

namespace assay {

/// What this computer knows to have been in the project file at one place, whoever wrote it there:
/// ends of sessions, in a file of its own in the folder of the project's copies. A copy of the
/// project at another place has another memory. So a file that was put back to an older state is
/// told from a copy that never had what is missing.
class PlaceMemory {
public:
    /// `folder`: of the project's copies (recoveryFolder()); `path`: of the project file.
    PlaceMemory(const QString& folder, const QString& path);

    /// The last end that is known of each session; nothing where nothing is.
    QList<Head> heads() const;
    /// Adds ends of sessions that were just written to the file. Not synced: after a power cut a
    /// few may be missing, and only make the memory weaker.
    void add(const QList<Head>& heads) const;
    /// Forgets all and knows these.
    void replace(const QList<Head>& heads) const;

private:
    QString m_path; ///< of the memory; empty where there is no place for one
};

} // namespace assay
