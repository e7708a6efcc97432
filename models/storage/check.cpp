// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/check.h"

#include "models/base/parallel.h"
#include "models/article/layoutcodec.h"
#include "models/project/bounds.h"
#include "models/storage/rowreader.h"
#include "models/storage/uuidproof.h"
#include "models/text/decode.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Check", text);
}

QStringList uncovered()
{
    return { say("pages of the file that are not in use"),
        say("what somebody wrote who could also write its links"),
        say("snapshots and journal on this computer") };
}

QStringList structureProblems(Store& store, bool everyIndex)
{
    QStringList problems;
    RowReader rows(
        store.database(), everyIndex ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)");
    while (rows.next()) {
        if (const QString line = rows.text(0); line != "ok"_L1)
            problems.append(say("Structure: %1").arg(line));
    }
    if (rows.error())
        problems.append(say("The file's structure cannot be read."));
    if (const qint64 behind = store.database().bytesBehindEnd(); behind > 0)
        problems.append(
            say("%1 bytes stand behind the end of the database: no Assay wrote them.").arg(behind));
    RowReader meta(store.database(), "SELECT key, value FROM meta");
    while (meta.next()) {
        const QString key = meta.text(0);
        const QString value = meta.text(1);
        const bool known = key == "project"_L1 || key == "project_sha256"_L1
            || (key == "layout"_L1 && value.toInt() >= 1);
        if (!known)
            problems.append(
                say("The file says “%1” of itself, which no Assay of this version writes.")
                    .arg(boundedLine(key, longestName)));
    }
    if (!store.uuidProof().isEmpty() && store.uuidProof() != proofOfUuid(store.uuid()))
        problems.append(say("The number that tells this project from others was changed."));
    return problems;
}

/// Whether each event's link follows from the one before it in its session. Every link can be
/// proved by itself, so all cores do.
static std::vector<char> provenLinks(const std::vector<std::pair<const Event*, QByteArray>>& links)
{
    std::vector<char> proven(links.size());
    std::vector<size_t> starts;
    constexpr size_t slice = 4000;
    for (size_t at = 0; at < links.size(); at += slice)
        starts.push_back(at);
    inParallel(starts, [&](size_t from) {
        for (size_t i = from; i < std::min(from + slice, links.size()); ++i) {
            giveWay();
            proven[i] = chainLink(*links[i].first, links[i].second) == links[i].first->chain;
        }
    });
    return proven;
}

Expected<QList<Head>> provenHeads(const QList<Event>& events)
{
    std::map<ReplicaId, QList<const Event*>> sessions;
    QList<Head> recorded;
    for (const Event& event : events)
        sessions[event.stamp.replica].append(&event);
    QList<Head> heads;
    QStringList problems;
    std::vector<std::pair<const Event*, QByteArray>> links;
    for (auto& [replica, chain] : sessions) {
        std::sort(chain.begin(), chain.end(),
            [](const Event* a, const Event* b) { return a->stamp.n < b->stamp.n; });
        for (qsizetype i = 0; i < chain.size(); ++i)
            links.emplace_back(chain[i], i == 0 ? QByteArray() : chain[i - 1]->chain);
    }
    const std::vector<char> proven = provenLinks(links);
    size_t link = 0;
    for (auto& [replica, chain] : sessions) {
        const size_t first = std::exchange(link, link + static_cast<size_t>(chain.size()));
        qint64 expected = 1;
        for (const Event* event : std::as_const(chain)) {
            if (event->stamp.n != expected || !proven[first + static_cast<size_t>(expected) - 1]) {
                problems.append(say("The log was changed or cut at event %1 of session %2.")
                        .arg(QString::number(event->stamp.n), replica.toString()));
                break;
            }
            ++expected;
        }
        recorded += recordedHeads(chain.first()->payload);
        const Event& last = *chain.last();
        heads.append({ replica, last.stamp.n, last.chain, last.stamp.lamport });
    }
    if (!problems.isEmpty())
        return fail(problems.join(u'\n'));
    markSeen(heads, recorded);
    return heads;
}

QStringList missingSessions(const QList<Event>& events, const QList<Head>& heads)
{
    QStringList missing;
    QHash<ReplicaId, qint64> last;
    for (const Head& head : heads)
        last.insert(head.replica, std::max(head.n, last.value(head.replica)));
    for (const Event& event : events) {
        if (event.stamp.n != 1)
            continue;
        for (const Head& seen : recordedHeads(event.payload)) {
            if (last.value(seen.replica, 0) < seen.n)
                missing.append(say("Events of session %1 are missing: %2 of them were seen before.")
                        .arg(seen.replica.toString(), QString::number(seen.n)));
        }
    }
    return missing;
}

static void checkContent(Store& store, CheckReport& report)
{
    RowReader rows(store.database(), "SELECT sha256 FROM content");
    while (rows.next()) {
        if (const Expected<QByteArray> bytes = store.content(rows.bytes(0)); !bytes)
            report.problems.append(bytes.error().message);
    }
    if (rows.error())
        report.problems.append(say("The stored texts cannot be read."));
}

/// Events of a kind that is known, and that say nothing which that kind can say. Those of unknown
/// kinds are a newer program's.
static void checkUnderstood(const QList<Event>& events, CheckReport& report)
{
    for (const Event& event : events) {
        if (const QString problem = problemOfEvent(event); !problem.isEmpty()) {
            report.problems.append(say("Event %1 of session %2 %3. It counts for nothing.")
                    .arg(QString::number(event.stamp.n), event.stamp.replica.toString(), problem));
            continue;
        }
        if (event.change.kind != EventKind::Unknown)
            continue;
        ++report.unknownEvents;
        if (eventKindFromName(event.kind) != EventKind::Unknown)
            report.problems.append(say("Event %1 of session %2 cannot be understood.")
                    .arg(QString::number(event.stamp.n), event.stamp.replica.toString()));
    }
}

/// Events whose lamport is out of reach of all others. They are named once, by the first of them.
static void checkReach(const QList<Event>& events, CheckReport& report)
{
    QList<Event> bounded = events; // in fold order already
    bounded.removeIf([](const Event& event) { return !problemOfEvent(event).isEmpty(); });
    if (const QString problem = problemOfArrivals(bounded, 0); !problem.isEmpty())
        report.problems.append(say("%1 It counts for nothing.").arg(problem));
}

/// The texts that `events` name are there and whole; `all` is the log that they belong to.
static void checkTexts(
    Store& store, const QList<Event>& all, const QList<Event>& events, CheckReport& report)
{
    // Of an article that waits to be erased here, some words may be gone where they were written.
    const Store::Erasures known = store.erasures().value_or(Store::Erasures());
    QSet<ArticleId> erasedArticles = known.done;
    for (const WaitingErasure& each : known.waiting)
        erasedArticles.insert(each.article);
    for (const Event& event : all) {
        if (isErasure(event))
            erasedArticles.insert(event.change.article);
    }
    const QSet<QByteArray> erased
        = store.contentOnlyOf(erasedArticles).value_or(QSet<QByteArray>());
    for (const Event& event : events) {
        for (const QByteArray& name : contentNames(event.change.kind, event.payload)) {
            if (store.hasContent(name))
                continue;
            if (erased.contains(name))
                ++report.erased;
            else
                report.problems.append(say("A text that event %1 of session %2 names is missing.")
                        .arg(QString::number(event.stamp.n), event.stamp.replica.toString()));
        }
        if (event.change.kind != EventKind::ArticleAdded
            && event.change.kind != EventKind::TextRevision)
            continue;
        report.articles += event.change.kind == EventKind::ArticleAdded;
        const ArticleFacts& facts = event.change.facts;
        if (erasedArticles.contains(event.change.article))
            continue;
        const Expected<QByteArray> text = store.content(facts.revision);
        const Expected<QByteArray> layout = store.content(facts.layout);
        if (!text || !layout || storedText(*text).size() != facts.length
            || !decodeLayout(*layout, facts.length))
            report.problems.append(say("The text of “%1” is missing or damaged.").arg(facts.title));
    }
}

/// Every target of `events` lies inside the text it names, which `all` of the log brings.
static void checkAnchors(const QList<Event>& all, const QList<Event>& events, CheckReport& report)
{
    QHash<std::pair<ArticleId, RevisionKey>, qint32> lengths;
    for (const Event& event : all) {
        const Change& change = event.change;
        if (change.kind == EventKind::ArticleAdded || change.kind == EventKind::TextRevision)
            lengths.insert(
                { change.article, revisionKey(change.facts.revision) }, change.facts.length);
    }
    const auto check = [&](const Event& event, const Target& target) {
        const auto length = lengths.constFind({ target.article, target.revision });
        if (length == lengths.constEnd() || target.range.end > *length
            || target.range.start > *length)
            report.problems.append(say("Event %1 of session %2 is about a place that no text has.")
                    .arg(QString::number(event.stamp.n), event.stamp.replica.toString()));
    };
    for (const Event& event : events) {
        const Change& change = event.change;
        if (change.revision != 0 && change.kind != EventKind::TextRevision)
            check(event, { change.article, change.revision, change.range });
        if (!change.other.article.isNull())
            check(event, change.other);
        if (!change.map.pairs().isEmpty())
            check(event, { change.article, change.from, change.map.pairs().last().from });
    }
}

static bool before(const CellRow& a, const CellRow& b)
{
    const auto key = [](const CellRow& row) {
        return std::tuple(row.cell.article, row.cell.reviewer, row.cell.field, row.cell.range,
            row.cell.revision, row.cell.other);
    };
    return key(a) < key(b);
}

static QList<CellRow> folded(const QList<Event>& events)
{
    Fold fold;
    for (const Event& event : events)
        fold.take(event);
    QList<CellRow> rows = fold.rows();
    std::sort(rows.begin(), rows.end(), before);
    return rows;
}

/// What was said of an erased article has no words any more, though the same words may have come in
/// again elsewhere.
static void blankErased(QList<CellRow>& cells, const QSet<ArticleId>& erased)
{
    for (CellRow& row : cells) {
        if (row.value && isContent(row.cell.field) && erased.contains(row.cell.article))
            row.value->text.clear();
    }
}

QStringList problemsOfEvents(Store& store, const QList<Event>& all, const QList<Event>& events)
{
    CheckReport report;
    checkUnderstood(events, report);
    checkAnchors(all, events, report);
    checkTexts(store, all, events, report);
    return report.problems;
}

CheckReport checkProject(Store& store)
{
    CheckReport report;
    report.problems += structureProblems(store, true);
    const Expected<QList<Event>> events = store.events();
    if (!events) {
        report.problems.append(events.error().message);
        return report;
    }
    report.events = events->size();
    checkUnderstood(*events, report);
    checkReach(*events, report);
    const Expected<QList<Head>> heads = provenHeads(*events);
    if (heads)
        report.problems += missingSessions(*events, *heads);
    else
        report.problems += heads.error().message.split(u'\n');
    checkAnchors(*events, *events, report);
    checkContent(store, report);
    checkTexts(store, *events, *events, report);
    report.problems.removeDuplicates();
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
    QList<CellRow> cells = folded(*events);
    QSet<ArticleId> erased = loaded->erased;
    for (const WaitingErasure& each : std::as_const(loaded->waiting))
        erased.insert(each.article);
    report.waiting = loaded->waiting.size();
    blankErased(cells, erased);
    blankErased(loaded->cells, erased);
    if (loaded->cells != cells || loaded->heads != *heads) {
        report.repairable = true;
        report.problems.append(
            say("The tables of the present state do not match the log; --repair rebuilds them."));
    }
    return report;
}

} // namespace assay
