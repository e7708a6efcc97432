// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/check.h"

#include "models/article/layoutcodec.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QVariant>

#include <algorithm>
#include <map>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Check", text);
}

static void checkStructure(Store& store, CheckReport& report)
{
    Expected<QSqlQuery> query = store.database().prepare(u"PRAGMA integrity_check(20)"_s);
    if (!query || !query->exec()) {
        report.problems.append(say("The file's structure cannot be read."));
        return;
    }
    while (query->next()) {
        if (const QString line = query->value(0).toString(); line != "ok"_L1)
            report.problems.append(say("Structure: %1").arg(line));
    }
}

/// Every link of every session's chain, and that no link is missing. Returns the heads.
static QList<Head> checkChains(const QList<Event>& events, CheckReport& report)
{
    std::map<ReplicaId, QList<const Event*>> sessions;
    for (const Event& event : events)
        sessions[event.stamp.replica].append(&event);
    QList<Head> heads;
    for (auto& [replica, chain] : sessions) {
        std::sort(chain.begin(), chain.end(),
            [](const Event* a, const Event* b) { return a->stamp.n < b->stamp.n; });
        QByteArray previous;
        qint64 expected = 1;
        qint64 lamport = 0;
        for (const Event* event : std::as_const(chain)) {
            if (event->stamp.n != expected || chainLink(*event, previous) != event->chain) {
                report.problems.append(say("The log was changed or cut at event %1 of session %2.")
                        .arg(QString::number(event->stamp.n), replica.toString()));
                break;
            }
            previous = event->chain;
            lamport = std::max(lamport, event->stamp.lamport);
            ++expected;
        }
        heads.append({ replica, chain.last()->stamp.n, chain.last()->chain, lamport });
    }
    return heads;
}

static void checkRecordedHeads(
    const QList<Event>& events, const QList<Head>& heads, CheckReport& report)
{
    QHash<ReplicaId, qint64> last;
    for (const Head& head : heads)
        last.insert(head.replica, head.n);
    for (const Event& event : events) {
        if (event.stamp.n != 1)
            continue;
        for (const Head& seen : recordedHeads(event.payload)) {
            if (last.value(seen.replica, 0) < seen.n)
                report.problems.append(
                    say("Events of session %1 are missing: %2 of them were seen before.")
                        .arg(seen.replica.toString(), QString::number(seen.n)));
        }
    }
}

static void checkContent(Store& store, const QList<Event>& events, CheckReport& report)
{
    Expected<QSqlQuery> query = store.database().prepare(u"SELECT sha256 FROM content"_s);
    if (!query || !query->exec()) {
        report.problems.append(say("The stored texts cannot be read."));
        return;
    }
    while (query->next()) {
        const QByteArray sha256 = query->value(0).toByteArray();
        if (const Expected<QByteArray> bytes = store.content(sha256); !bytes)
            report.problems.append(bytes.error().message);
    }
    for (const Event& event : events) {
        if (event.change.kind != EventKind::ArticleAdded)
            continue;
        ++report.articles;
        const Expected<QByteArray> text = store.content(event.change.facts.revision);
        const Expected<QByteArray> layout = store.content(event.change.facts.layout);
        if (!text || !layout || QString::fromUtf8(*text).size() != event.change.facts.length
            || !decodeLayout(*layout, event.change.facts.length))
            report.problems.append(
                say("The text of “%1” is missing or damaged.").arg(event.change.facts.title));
    }
}

static bool before(const CellRow& a, const CellRow& b)
{
    const auto key = [](const CellRow& row) {
        return std::tuple(row.cell.article, row.cell.reviewer, row.cell.field, row.cell.range);
    };
    return key(a) < key(b);
}

static QList<CellRow> folded(const QList<Event>& events)
{
    Fold fold;
    for (const Event& event : events)
        fold.add(event);
    QList<CellRow> rows = fold.rows();
    std::sort(rows.begin(), rows.end(), before);
    return rows;
}

CheckReport checkProject(Store& store)
{
    CheckReport report;
    checkStructure(store, report);
    const Expected<QList<Event>> events = store.events();
    if (!events) {
        report.problems.append(events.error().message);
        return report;
    }
    report.events = events->size();
    for (const Event& event : *events) {
        if (event.change.kind != EventKind::Unknown)
            continue;
        ++report.unknownEvents;
        if (eventKindFromName(event.kind) != EventKind::Unknown)
            report.problems.append(say("Event %1 of session %2 cannot be understood.")
                    .arg(QString::number(event.stamp.n), event.stamp.replica.toString()));
    }
    const QList<Head> heads = checkChains(*events, report);
    checkRecordedHeads(*events, heads, report);
    checkContent(store, *events, report);
    if (!report.isSound())
        return report;

    Expected<LoadedProject> loaded = store.load();
    if (!loaded) {
        report.problems.append(loaded.error().message);
        return report;
    }
    std::sort(loaded->cells.begin(), loaded->cells.end(), before);
    std::sort(loaded->heads.begin(), loaded->heads.end(),
        [](const Head& a, const Head& b) { return a.replica < b.replica; });
    if (loaded->cells != folded(*events) || loaded->heads != heads) {
        report.repairable = true;
        report.problems.append(
            say("The tables of the present state do not match the log; --repair rebuilds them."));
    }
    return report;
}

Expected<void> repairProjections(Store& store)
{
    const Expected<QList<Event>> events = store.events();
    if (!events)
        return std::unexpected(events.error());
    CheckReport report;
    const QList<Head> heads = checkChains(*events, report);
    if (!report.isSound())
        return fail(report.problems.first());
    return store.rebuild(folded(*events), heads);
}

} // namespace assay
