// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/articlestate.h"

#include <QSet>

#include <optional>

namespace assay {

/// A text that an article of the log has or had.
struct LoadedRevision {
    ArticleId article;
    Revision revision;
};

/// An article that was erased for good in another copy of the project. Here it is hidden, and its
/// words stay until somebody at this file says so.
struct WaitingErasure {
    ArticleId article;
    ReviewerId by;
    QString time; ///< ISO-8601, UTC

    bool operator==(const WaitingErasure&) const = default;
};

/// What is in memory after opening: everything but the texts and the history.
struct LoadedProject {
    QString uuid;
    QString readOnlyReason;
    QList<LoadedRevision> revisions; ///< first ones before later ones
    QList<CellRow> cells;
    QList<Head> heads;
    qint64 lamport = 0; ///< the highest in the log
    QList<WaitingErasure> waiting;
    QSet<ArticleId> erased; ///< in this file, for good
    QStringList problems; ///< articles that could not be read, for people
};

/// Events that came into the file from elsewhere: another process, or a merge.
struct Incoming {
    QList<Event> events;
    QList<LoadedRevision> revisions;
    std::optional<QList<WaitingErasure>> waiting; ///< all that wait now, where that changed
    QSet<ArticleId> erased; ///< all, with `waiting`

    bool isEmpty() const { return events.isEmpty() && !waiting; }
};

} // namespace assay
