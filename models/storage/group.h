// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/cell.h"

#include <memory>

namespace assay {

struct MergePlan;

inline bool isErasure(const Event& event)
{
    return event.change.kind == EventKind::ArticleErased;
}

/// Bytes to keep by their hash.
struct Content {
    QByteArray sha256;
    QByteArray bytes;
    bool compress = false;
};

/// One edit on its way to the file: its events, the content they name, and the cells they changed.
struct Group {
    QList<Event> events;
    QList<Content> content;
    QList<CellRow> cells;
    QList<ArticleId> accepted; ///< erasures that waited and are carried out now
    int plan = 0; ///< of a merge that comes in with it (StorageThread::planMerge()); 0: none
    std::shared_ptr<const MergePlan> merge; ///< filled in by the storage thread
};

} // namespace assay
