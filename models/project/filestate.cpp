// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/filestate.h"

namespace assay {

/// Calls back on the project's thread, unless the project is gone by then.
template <typename Answer>
static void answer(Project& project, Answer call)
{
    QMetaObject::invokeMethod(&project, std::move(call), Qt::QueuedConnection);
}

void lookOver(Project& project, std::function<void(const QStringList&)> then)
{
    project.storage().run([&project, then = std::move(then)](Store*) {
        const QStringList problems = project.storage().lookOver();
        answer(project, [then, problems] { then(problems); });
    });
}

void savedSince(
    Project& project, const QDateTime& time, std::function<void(qsizetype, const QDateTime&)> then)
{
    project.storage().run([&project, time, then = std::move(then)](Store* store) {
        if (const auto saved = store ? store->editsSince(time) : std::nullopt)
            answer(project, [then, saved] { then(saved->first, saved->second); });
    });
}

void editsSince(Project& project, const QString& snapshot,
    std::function<void(const Expected<QList<GroupId>>&)> then)
{
    project.storage().run([&project, snapshot, then = std::move(then)](Store* store) {
        const auto copy = Store::open(snapshot, Database::Mode::Peek);
        const Expected<Fold> known = copy ? (*copy)->foldedLog() : std::unexpected(copy.error());
        const Expected<Fold> here
            = store ? store->foldedLog() : fail(Project::tr("No project is open."));
        Expected<QList<GroupId>> groups;
        if (!known || !here)
            groups = std::unexpected((known ? here : known).error());
        else
            groups = here->groupsOutside(*known);
        if (groups)
            groups->removeIf([&](const GroupId& group) {
                const QList<CellRow> said = here->saidBy(group);
                const Field field = said.isEmpty() ? Field::Tag : said.first().cell.field;
                // Also what is undone by now: its undo is taken back, too.
                return field == Field::ReviewerName || field == Field::Erased;
            });
        answer(project, [then, groups] { then(groups); });
    });
}

void requestUnseen(Project& project)
{
    project.storage().run([&project](Store*) {
        QList<Event> unseen = project.storage().unseen();
        answer(project, [&project, unseen = std::move(unseen)]() mutable {
            unseen.removeIf(
                [&](const Event& event) { return event.reviewer == project.reviewer(); });
            if (!unseen.isEmpty())
                emit project.received(unseen);
        });
    });
}

void removeIfEmpty(Project& project)
{
    project.storage().runNow([](Store* store) {
        if (store)
            store->removeIfEmpty();
    });
}

void planRecovery(Project& project, std::function<void(const Expected<MergePreview>&)> then)
{
    project.storage().run([&project, then = std::move(then)](Store*) {
        const Expected<MergePreview> preview = project.storage().planRecovery();
        answer(project, [then, preview] { then(preview); });
    });
}

void planMerge(
    Project& project, const QString& path, std::function<void(const Expected<MergePreview>&)> then)
{
    project.storage().run([&project, path, then = std::move(then)](Store*) {
        const Expected<MergePreview> preview = project.storage().planMerge(path);
        answer(project, [then, preview] { then(preview); });
    });
}

Expected<MergePreview> planMergeNow(Project& project, const QString& path)
{
    Expected<MergePreview> preview;
    project.storage().runNow([&](Store*) { preview = project.storage().planMerge(path); });
    return preview;
}

qint64 missingNow(Project& project)
{
    qint64 missing = 0;
    project.storage().runNow([&](Store*) { missing = project.storage().missing(); });
    return missing;
}

void bringBack(Project& project, std::function<void(const Expected<qint64>&)> then)
{
    project.storage().run([&project, then = std::move(then)](Store*) {
        const Expected<qint64> missing = project.storage().bringBack();
        answer(project, [then, missing] { then(missing); });
    });
}

Expected<qint64> bringBackNow(Project& project)
{
    Expected<qint64> missing;
    project.storage().runNow([&](Store*) { missing = project.storage().bringBack(); });
    return missing;
}

void keepOlder(Project& project, std::function<void()> then)
{
    project.storage().run([&project, then = std::move(then)](Store*) {
        project.storage().keepOlder();
        answer(project, then);
    });
}

void keepOlderNow(Project& project)
{
    project.storage().runNow([&](Store*) { project.storage().keepOlder(); });
}

} // namespace assay
