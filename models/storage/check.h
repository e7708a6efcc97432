// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/store.h"

namespace assay {

/// What a check of a project file found.
struct CheckReport {
    QStringList problems; ///< empty: sound
    qsizetype events = 0;
    qsizetype unknownEvents = 0; ///< kinds of a newer program: kept, not understood
    qsizetype articles = 0;
    bool repairable = false; ///< only projections are wrong: they can be rebuilt from the log

    bool isSound() const { return problems.isEmpty(); }
};

/// Reads every stored byte: SQLite's structure, the chain of every session, the hash of every
/// content, the sentence tables and anchors, and the projections against the log.
CheckReport checkProject(Store& store);

/// Rebuilds the projections from the log.
Expected<void> repairProjections(Store& store);

} // namespace assay
