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
    qsizetype erased = 0; ///< texts that were erased for good
    qsizetype waiting = 0; ///< articles erased in another copy, whose words are still here
    bool repairable = false; ///< only projections are wrong: they can be rebuilt from the log

    bool isSound() const { return problems.isEmpty(); }
};

/// What is wrong with the file's pages and with its uuid, which no chain proves; empty where
/// nothing is. With `everyIndex`, indices are held against their tables, which takes longer.
QStringList structureProblems(Store& store, bool everyIndex);

/// What no check of a file looks at, in words for people.
QStringList uncovered();

/// Reads every stored byte: SQLite's structure, the chain of every session, the hash of every
/// content, the sentence tables and anchors, and the projections against the log.
CheckReport checkProject(Store& store);

/// What is wrong with `events`, some of the log `all` in `store`, though their chain holds: words
/// that their kind cannot say, texts that are missing, places that no text has. Empty: nothing.
QStringList problemsOfEvents(Store& store, const QList<Event>& all, const QList<Event>& events);

/// Sessions of which the first events of `events` record more than `heads` have: events are missing
/// that were seen before, or somebody says so. Empty: none.
QStringList missingSessions(const QList<Event>& events, const QList<Head>& heads);

/// The last link of every session's chain, after every link was proved and none is missing.
Expected<QList<Head>> provenHeads(const QList<Event>& events);

} // namespace assay
