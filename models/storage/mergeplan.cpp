// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/mergeplan.h"

#include "models/base/background.h"
#include "models/project/bounds.h"
#include "models/storage/check.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace assay {

static QString say(const char* text)
{
    return QCoreApplication::translate("Merge", text);
}

/// The chain link of one event here, to compare with the other copy's.
static QByteArray linkOf(const QList<Event>& events, const Head& head)
{
    for (const Event& event : events) {
        if (event.stamp.replica == head.replica && event.stamp.n == head.n)
            return event.chain;
    }
    return {};
}

void MergePlan::settle()
{
    std::sort(events.begin(), events.end(),
        [](const Event& a, const Event& b) { return a.stamp < b.stamp; });
    const TextFinder text = [this](const QByteArray& name) {
        const std::optional<ContentRow> row = content(name);
        return row ? contentBytes(*row, name).value_or(QByteArray()) : QByteArray();
    };
    for (Event& event : events) {
        giveWay();
        if (auto change = decodePayload(eventKindFromName(event.kind), event.payload, text))
            event.change = std::move(*change);
    }
}

Expected<std::shared_ptr<MergePlan>> planMerge(Store& store, const QString& path)
{
    if (QFileInfo(path) == QFileInfo(store.database().path()))
        return fail(say("%1 is this project itself.").arg(path));
    auto plan = std::make_shared<MergePlan>();
    plan->path = path;
    Expected<std::unique_ptr<Store>> other = Store::open(path, Database::Mode::Peek);
    if (!other)
        return std::unexpected(other.error());
    const std::shared_ptr<Store> copy = std::move(*other);
    plan->content = [copy](const QByteArray& name) { return copy->contentRow(name); };
    const Expected<QList<Event>> theirs = copy->events();
    if (!theirs)
        return std::unexpected(theirs.error());
    const Expected<QList<Head>> theirHeads = provenHeads(*theirs);
    if (!theirHeads)
        return fail(say("%1 is damaged, so nothing of it was taken over: %2")
                .arg(path, theirHeads.error().message));
    const Expected<QList<Head>> ourHeads = store.heads();
    if (!ourHeads)
        return std::unexpected(ourHeads.error());
    QHash<ReplicaId, Head> ours;
    for (const Head& head : *ourHeads)
        ours.insert(head.replica, head);
    for (const Head& head : *theirHeads) {
        const Head here = ours.value(head.replica);
        if (here.n > 0 && here.n <= head.n && linkOf(*theirs, here) != here.chain)
            return fail(say("%1 and this project tell different stories of the same session, so "
                            "one of them was changed by another program. Nothing was taken over.")
                    .arg(path));
        if (here.n < head.n) {
            plan->heads.append(head);
            plan->spans.append({ head.replica, here.n + 1, head.n });
        }
        plan->lamport = std::max(plan->lamport, head.lamport);
    }
    for (const Event& event : *theirs) {
        if (ours.value(event.stamp.replica).n < event.stamp.n)
            plan->events.append(event);
    }
    // What it says that it saw has to be in it, or here.
    QList<Head> together = *theirHeads;
    together += *ourHeads;
    if (const QStringList missing = missingSessions(plan->events, together); !missing.isEmpty())
        return fail(
            say("%1 is damaged, so nothing of it was taken over: %2").arg(path, missing.first()));
    // A chain proves what was written, not that it has a meaning.
    qint64 highest = 0;
    for (const Head& head : *ourHeads)
        highest = std::max(highest, head.lamport);
    if (const QString problem = problemOfArrivals(plan->events, highest); !problem.isEmpty())
        return fail(say("%1 holds what no Assay writes, so nothing of it was taken over: %2")
                .arg(path, problem));
    if (const QStringList problems = problemsOfEvents(*copy, *theirs, plan->events);
        !problems.isEmpty())
        return fail(say("%1 holds what no Assay writes, so nothing of it was taken over: %2")
                .arg(path, problems.first()));
    return plan;
}

Expected<MergePreview> previewMerge(Store& store, const MergePlan& plan)
{
    const Expected<const Fold*> kept = store.logFold();
    if (!kept)
        return std::unexpected(kept.error());
    const Fold& before = **kept;
    Fold after = before;
    MergePreview preview;
    preview.path = plan.path;
    preview.spans = plan.spans;
    preview.lamport = plan.lamport;
    preview.events = plan.events.size();
    QSet<ReviewerId> reviewers;
    QSet<GroupId> edits;
    for (const Event& event : plan.events) {
        giveWay();
        preview.articles += event.change.kind == EventKind::ArticleAdded;
        preview.unknown += event.change.kind == EventKind::Unknown;
        reviewers.insert(event.reviewer);
        if (event.change.kind != EventKind::Reviewer) // nobody counts that a name was given
            edits.insert(event.group);
    }
    preview.edits = edits.size();
    const QSet<Cell> touched = after.addAll(plan.events);
    for (const Cell& cell : touched) {
        const std::optional<CellValue> was = before.value(cell);
        const std::optional<CellValue> is = after.value(cell);
        if (was && (!is || is->number != was->number || is->text != was->text))
            preview.overtaken.append({ cell, *was, is });
    }
    QHash<ReviewerId, QString> names;
    for (const CellRow& row : after.rows()) {
        if (row.cell.field == Field::ReviewerName)
            names.insert(row.cell.reviewer, row.value->text);
    }
    for (const ReviewerId& id : std::as_const(reviewers)) {
        if (!id.isNull()) // articles that a script brought in are nobody's
            preview.reviewers.append(names.value(id, id.toString()));
    }
    preview.reviewers.sort();
    const Expected<Store::Erasures> known = store.erasures();
    if (!known)
        return std::unexpected(known.error());
    for (const Event& event : plan.events) {
        if (isErasure(event) && !known->done.contains(event.change.article))
            preview.erasures.append({ event.change.article, event.reviewer, event.time });
    }
    return preview;
}

} // namespace assay
