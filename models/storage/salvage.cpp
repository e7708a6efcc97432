// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/salvage.h"

#include "models/storage/check.h"
#include "models/storage/datafolder.h"
#include "models/storage/mergeplan.h"
#include "models/storage/placememory.h"
#include "models/storage/salvagereading.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

namespace {

/// The events as a session of their own, in fold order, each with its rank. The same events make
/// the same session, wherever they are salvaged.
QList<Event> inOwnSession(QList<Event> events)
{
    std::sort(events.begin(), events.end(),
        [](const Event& a, const Event& b) { return a.stamp < b.stamp; });
    QByteArray all;
    for (const Event& event : std::as_const(events))
        all += event.chain;
    static const QUuid space = QUuid::fromString(u"3f1c8a52-6f0e-4c61-9d0b-7a5e2d94c1b3"_s);
    const ReplicaId replica{ QUuid::createUuidV5(space, contentHash(all)) };
    QByteArray previous;
    qint64 n = 0;
    for (Event& event : events) {
        event.stamp = { event.stamp.lamport, replica, ++n };
        event.chain = chainLink(event, previous);
        previous = event.chain;
    }
    return events;
}

/// One journal-like line an event, for people who want to look at what no chain proves.
Expected<QString> writeUnproven(const QString& path, const QList<Event>& events)
{
    if (events.isEmpty())
        return QString();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(say("%1 cannot be written.").arg(path));
    for (const Event& event : events)
        file.write(eventLine(event));
    if (!file.commit())
        return fail(say("%1 cannot be written.").arg(path));
    return path;
}

/// Events for the new file, and those that no chain proves.
std::shared_ptr<MergePlan> planOf(
    const SalvageFinds& found, QList<Event>& unproven, SalvageReport& report)
{
    auto plan = std::make_shared<MergePlan>();
    plan->waiting = found.waiting;
    QList<Event> behindGaps;
    QList<std::pair<ReplicaId, qint64>> provenOf;
    for (const ReplicaId& replica : found.sessions.replicas()) {
        const QList<Event> proven = found.sessions.provenAfter({ replica, 0, {}, 0 });
        for (const Event& event : proven)
            report.fromFile += found.inFile.contains({ replica, event.stamp.n });
        plan->events += proven;
        behindGaps += found.sessions.linkedBehindGap(replica, proven.size());
        provenOf.append({ replica, proven.size() });
        if (!proven.isEmpty())
            plan->heads.append({ replica, proven.last().stamp.n, proven.last().chain,
                proven.last().stamp.lamport });
    }
    // Not before all sessions were looked at: one of them may have claimed another's event.
    for (const auto& [replica, n] : std::as_const(provenOf))
        unproven += found.sessions.unlinkedAfter(replica, n);
    if (!behindGaps.isEmpty()) {
        for (const Event& event : std::as_const(behindGaps))
            report.fromFile += found.inFile.contains({ event.stamp.replica, event.stamp.n });
        report.behindGaps = behindGaps.size();
        const QList<Event> own = inOwnSession(std::move(behindGaps));
        const Event& last = own.last();
        plan->heads.append({ last.stamp.replica, last.stamp.n, last.chain, last.stamp.lamport });
        plan->events += own;
    }
    report.events = plan->events.size();
    report.mended = found.sessions.mended();
    report.unproven = unproven.size();
    return plan;
}

/// Writes the new project to `part`.
Expected<void> writeProject(const QString& part, const QString& uuid,
    const std::shared_ptr<MergePlan>& plan, SalvageReport& report)
{
    auto made = Store::open(part, Database::Mode::New);
    Expected<void> done = made ? Expected<void>() : std::unexpected(made.error());
    if (done && isProjectUuid(uuid))
        done = (*made)->setUuid(uuid);
    Group group;
    group.merge = plan;
    if (done)
        done = (*made)->commit({ group });
    if (done)
        report.problems = checkProject(**made).problems;
    else if (made)
        made->reset();
    if (!done)
        QFile::remove(part);
    return done;
}

/// Whether the file at `path` has the events and the faults of what was made of it.
bool isAllThereIs(const QString& path, const SalvageReport& report)
{
    const auto store = Store::open(path, Database::Mode::Existing);
    if (!store)
        return false;
    const CheckReport check = checkProject(**store);
    return check.events == report.events && check.problems == report.problems;
}

} // namespace

Expected<SalvageReport> salvage(const QString& given, const QString& root)
{
    // Behind a link, the file itself is mended, not the link replaced.
    const QString real = QFileInfo(given).canonicalFilePath();
    const QString path = real.isEmpty() ? given : real;
    SalvageReport report;
    SalvageFinds found;
    if (auto tried = Store::open(path, Database::Mode::Peek);
        !tried && tried.error().cause == Error::Cause::Locked)
        return std::unexpected(tried.error()); // it may be whole
    readDamaged(path, found);
    const QString folder = copiesOf(found, root, path);
    const Journal journal(folder);
    if (!folder.isEmpty()) {
        found.uuid = QFileInfo(folder).fileName();
        readCopies(journal, found);
    }
    QList<Event> unproven;
    const std::shared_ptr<MergePlan> plan = planOf(found, unproven, report);
    if (plan->events.isEmpty())
        return fail(say("Nothing could be salvaged of %1: neither the file nor copies on this "
                        "computer hold an event that can be proved. It was left as it is.")
                .arg(path));
    plan->content = [&](const QByteArray& name) -> std::optional<ContentRow> {
        if (const auto it = found.content.constFind(name); it != found.content.constEnd())
            return ContentRow{ 0, it->size(), *it };
        const auto bytes = folder.isEmpty() ? std::nullopt : journal.content(name);
        return bytes ? std::optional(ContentRow{ 0, bytes->size(), *bytes }) : std::nullopt;
    };
    plan->settle();

    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QFileInfo info(path);
    const QString base = info.path() + u'/' + info.completeBaseName();
    const QString part = base + u".salvaged-"_s + stamp + u".assay.part"_s;
    if (const Expected<void> written = writeProject(part, found.uuid, plan, report); !written)
        return std::unexpected(written.error());
    if (isAllThereIs(path, report)) {
        QFile::remove(part);
        report.unchanged = true;
        return report;
    }
    const Expected<QString> rest
        = writeUnproven(base + u".unproven-"_s + stamp + u".jsonl"_s, unproven);
    if (!rest)
        return std::unexpected(rest.error());
    report.unprovenPath = *rest;
    const QString damaged = base + u".damaged-"_s + stamp + u".assay"_s;
    if (info.exists()) {
        if (!QFile::rename(path, damaged))
            return fail(say("%1 cannot be renamed; what was salvaged is in %2.").arg(path, part));
        report.damaged = damaged;
    }
    // A rollback journal of the damaged file must not be played into the new one.
    QFile::rename(path + u"-journal"_s, damaged + u"-journal"_s);
    if (!QFile::rename(part, path))
        return fail(say("What was salvaged is in %1.").arg(part));
    if (info.exists()) // whoever could read the damaged one can read this one
        QFile::setPermissions(path, info.permissions());
    syncFolder(info.path());
    if (!folder.isEmpty()) // what could not be brought back is told now, and not asked for again
        PlaceMemory(folder, path).replace({});
    return report;
}

} // namespace assay
