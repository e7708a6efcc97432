// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/store.h"

namespace assay {

/// What merging another copy would bring in. Holds that copy open; belongs to the storage thread.
struct MergePlan {
    QString path; ///< of the other copy
    /// The content that the events name, as that copy stores it; nothing for what is gone there.
    std::function<std::optional<ContentRow>(const QByteArray& sha256)> content;
    QList<Event> events; ///< that this copy does not have, in fold order
    QList<Head> heads; ///< of their sessions, afterwards
    QList<Span> spans; ///< the events again
    qint64 lamport = 0; ///< the highest among them
    /// Where it is set, only these of the erasures in it wait: it is the file itself that is made
    /// anew. Else all do that bring something to lose.
    std::optional<QSet<ArticleId>> waiting;

    /// Puts the events in fold order and understands them with the words that `content` has: the
    /// place an event was read from may have lost them.
    void settle();
};

/// What people are told before a merge.
struct MergePreview {
    int plan = 0; ///< names the plan to the storage thread
    QList<Span> spans; ///< the events that come in
    qint64 lamport = 0; ///< the highest among them
    QString path;
    qsizetype events = 0;
    qsizetype edits = 0; ///< that the events are of
    qsizetype articles = 0; ///< that come in
    QList<WaitingErasure> erasures; ///< of articles that are here: they would wait
    QStringList reviewers; ///< whose events come in
    qsizetype unknown = 0; ///< events of a newer program
    struct Overtaken {
        Cell cell;
        CellValue before; ///< what stands here now
        std::optional<CellValue> after;
    };
    QList<Overtaken> overtaken; ///< what is said here and would then read otherwise
};

/// Compares `store` with the copy at `path`: reads it whole and proves every link of its chains.
/// Fails on a file that is no project, is damaged, or tells another story of the same session.
Expected<std::shared_ptr<MergePlan>> planMerge(Store& store, const QString& path);

/// What the plan would change here.
Expected<MergePreview> previewMerge(Store& store, const MergePlan& plan);

} // namespace assay
