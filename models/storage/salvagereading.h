// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/journal.h"
#include "models/storage/proof.h"

namespace assay {

/// Everything that file, snapshots and journal still give.
struct SalvageFinds {
    Sessions sessions;
    QSet<std::pair<ReplicaId, qint64>> inFile; ///< session and number of what the file itself gave
    QHash<QByteArray, QByteArray> content; ///< by hash
    /// Articles whose erasure waits in the file; nothing where its tables do not tell for sure.
    std::optional<QSet<ArticleId>> waiting;
    QString uuid; ///< of the project; empty or no uuid where it is lost
};

/// Adds what the damaged file at `path` still gives, through its tables and in its bare pages.
/// Adds nothing when the file cannot be opened at all.
void readDamaged(const QString& path, SalvageFinds& found);

/// Adds what the journal and the snapshots in its folder give; a snapshot's bare pages only where
/// its tables cannot be read whole. Snapshots that cannot be opened are left out.
void readCopies(const Journal& journal, SalvageFinds& found);

/// The recovery folder below `root` that belongs to what was found in the file at `path`. The
/// file's own uuid may be damaged, and another project may have taken the place of the one that was
/// seen there: a folder found by place alone has to share a session with the file. Empty when there
/// is none.
QString copiesOf(const SalvageFinds& found, const QString& root, const QString& path);

} // namespace assay
