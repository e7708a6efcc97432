// SPDX-License-Identifier: GPL-3.0-or-later
// What the log costs: commits, a million events, merging, and what the window's thread feels of it.
#include "models/storage/check.h"
#include "models/project/filestate.h"
#include "tests/bench/measure.h"

#include <QEventLoop>
#include <QRandomGenerator>

#include <atomic>
#include <thread>

namespace assay::bench {

namespace {

/// Fills a new project with `articles` articles of about 64 sentences.
QList<ArticleId> fill(Project& project, const QString& path, int articles)
{
    project.setReviewer(ReviewerId::create(), u"Ann"_s);
    project.openNow(path, Database::Mode::New).value();
    QList<ImportedArticle> all;
    for (int i = 0; i < articles; ++i)
        all.append(test::article(test::longText(1000) + u"\nNumber %1 ends here.\n"_s.arg(i),
            u"article%1.txt"_s.arg(i)));
    return project.addArticles(all).value();
}

/// Makes `count` edits of one tag each.
void tagAtRandom(Project& project, const QList<ArticleId>& ids, int count, quint32 seed)
{
    QRandomGenerator random(seed);
    for (int made = 0; made < count;) {
        const ArticleState* article
            = project.state().article(ids[random.bounded(static_cast<int>(ids.size()))]);
        const int unit = random.bounded(static_cast<int>(article->units().size()));
        if (article->units()[unit].kind != UnitKind::Sentence)
            continue;
        const auto edited = project.edit(
            { test::tagChange(project, article->id(), unit, allTags[random.bounded(4)]) });
        made += edited && !edited->isNull();
        if (made % 5000 == 0)
            project.flush().value();
    }
    project.flush().value();
}

} // namespace

int benchCommit()
{
    QTemporaryDir folder;
    Project project;
    project.storage().keepCopies(folder.filePath(u"copies"_s), true);
    const QList<ArticleId> ids = fill(project, folder.filePath(u"p.assay"_s), 20);
    project.flush().value();
    const qint64 before = QFileInfo(project.path()).size();
    QList<qreal> times;
    QRandomGenerator random(1);
    const int count = 2000;
    for (int i = 0; i < count;) {
        const ArticleState* article = project.state().article(ids[i % ids.size()]);
        const int unit = random.bounded(static_cast<int>(article->units().size()));
        if (article->units()[unit].kind != UnitKind::Sentence)
            continue;
        const auto edited = project.edit(
            { test::tagChange(project, article->id(), unit, allTags[random.bounded(4)]) });
        if (!edited || edited->isNull())
            continue;
        QElapsedTimer timer;
        timer.start();
        project.flush().value();
        times.append(static_cast<qreal>(timer.nsecsElapsed()) / 1e6);
        ++i;
    }
    const qint64 each = (QFileInfo(project.path()).size() - before) / count;
    const qreal p99 = percentile(times, 0.99);
    return print(u"commit"_s,
        { { u"p50_ms"_s, rounded(percentile(times, 0.5)) }, { u"p99_ms"_s, rounded(p99) },
            { u"max_ms"_s, rounded(percentile(times, 1)) }, { u"goal_p99_ms"_s, 10 },
            { u"bytes_a_tag"_s, each }, { u"goal_bytes"_s, 400 } },
        p99 <= 10 && each <= 400);
}

int benchMillion()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"million.assay"_s);
    {
        Project project;
        const QList<ArticleId> ids = fill(project, path, 1000);
        tagAtRandom(project, ids, 1'000'000, 1);
    }
    const Start start = medianStart({ path }, "project-frame", 5);
    QList<qreal> folds;
    for (int i = 0; i < 3; ++i) {
        const auto store = Store::open(path, Database::Mode::Existing).value();
        QElapsedTimer timer;
        timer.start();
        const Fold fold = store->foldedLog().value();
        folds.append(static_cast<qreal>(timer.elapsed()));
    }
    const qreal folded = percentile(folds, 0.5);
    return print(u"million"_s,
        { { u"usable_ms"_s, rounded(start.milliseconds) }, { u"goal_usable_ms"_s, 500 },
            { u"folded_ms"_s, rounded(folded) }, { u"goal_folded_ms"_s, 2000 },
            { u"file_mb"_s, QFileInfo(path).size() / (1 << 20) } },
        start.milliseconds <= 500 && folded <= 2000);
}

int benchMerge()
{
    QTemporaryDir folder;
    const QString mine = folder.filePath(u"mine.assay"_s);
    const QString theirs = folder.filePath(u"theirs.assay"_s);
    {
        Project project;
        fill(project, mine, 200);
        project.flush().value();
    }
    QFile::copy(mine, theirs);
    for (const QString& path : { mine, theirs }) {
        Project project;
        project.setReviewer(ReviewerId::create(), path == mine ? u"Ann"_s : u"Ben"_s);
        project.openNow(path).value();
        tagAtRandom(project, project.state().articles(), 100'000, path == mine ? 1 : 2);
    }
    QList<qreal> times;
    for (int i = 0; i < 3; ++i) {
        const QString path = folder.filePath(u"merged%1.assay"_s.arg(i));
        QFile::copy(mine, path);
        QElapsedTimer timer;
        timer.start();
        Project project;
        project.openNow(path).value();
        project.merge(planMergeNow(project, theirs).value(), false).value();
        project.flush().value();
        times.append(static_cast<qreal>(timer.elapsed()));
    }
    const qreal merged = percentile(times, 0.5);
    return print(
        u"merge"_s, { { u"merge_ms"_s, rounded(merged) }, { u"goal_ms"_s, 3000 } }, merged <= 3000);
}

/// A timer of the window's thread that should come every millisecond: the longest gap is the
/// longest that storage kept the thread, while every commit takes 50 ms, another program writes, a
/// large merge comes in and a snapshot is made.
int benchWatchdog()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"p.assay"_s);
    const QString other = folder.filePath(u"other.assay"_s);
    {
        Project project;
        fill(project, path, 100);
        project.flush().value();
    }
    QFile::copy(path, other);
    {
        Project project;
        project.setReviewer(ReviewerId::create(), u"Ben"_s);
        project.openNow(other).value();
        tagAtRandom(project, project.state().articles(), 20'000, 3);
    }
    Project project;
    project.storage().keepCopies(folder.filePath(u"copies"_s), true);
    project.setReviewer(ReviewerId::create(), u"Ann"_s);
    project.openNow(path).value();
    project.storage().setCommitDelay(50);
    const QList<ArticleId> ids = project.state().articles();
    QList<qreal> gaps;
    QElapsedTimer clock;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        gaps.append(static_cast<qreal>(clock.nsecsElapsed()) / 1e6);
        clock.start();
    });
    clock.start();
    beat.start(1);
    int edits = 0;
    QTimer keys;
    QObject::connect(&keys, &QTimer::timeout, &keys, [&] {
        const ArticleState* article = project.state().article(ids[edits % ids.size()]);
        const Tag tag = allTags[static_cast<size_t>(edits / 100) % 4];
        project.edit({ test::tagChange(project, article->id(), 2 + edits % 20, tag) });
        ++edits;
    });
    keys.start(5);
    // Another program on the same file, on a thread of its own.
    std::atomic_bool stop = false;
    Change tag = test::tagChange(project, ids.first(), 3, Tag::Evidence);
    tag.revision = project.state().article(ids.first())->revision();
    std::thread foreign([&stop, path, tag] {
        const auto store = Store::open(path, Database::Mode::Existing).value();
        EventWriter writer;
        const LoadedProject loaded = store->load().value();
        for (const Head& head : loaded.heads)
            writer.see(head);
        const ReviewerId cleo = ReviewerId::create();
        for (int i = 0; !stop; ++i) {
            Change next = tag;
            next.tag = allTags[static_cast<size_t>(i) % 4];
            Group group;
            group.events.append(writer.make(next, cleo, GroupId::create(), {}));
            store->commit({ group }).value();
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
    bool merged = false;
    qsizetype received = 0;
    QObject::connect(&project, &Project::received, &beat,
        [&](const QList<Event>& events) { received += events.size(); });
    QTimer::singleShot(500, &project, [&] {
        planMerge(project, other, [&](const Expected<MergePreview>& preview) {
            merged = preview && project.merge(*preview, true).has_value();
        });
    });
    // A loop of its own: QTest's waiting sleeps between looks.
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (merged && received > 20'000)
            QTimer::singleShot(1000, &loop, &QEventLoop::quit);
    });
    look.start(200);
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    loop.exec();
    const bool arrived = merged && received > 20'000;
    stop = true;
    foreign.join();
    if (!arrived)
        return print(u"watchdog"_s, { { u"received"_s, received } }, false);
    beat.stop();
    const qreal longest = percentile(gaps, 1);
    return print(u"watchdog"_s,
        { { u"longest_gap_ms"_s, rounded(longest) },
            { u"p99_ms"_s, rounded(percentile(gaps, 0.99)) }, { u"goal_ms"_s, 8 },
            { u"edits"_s, edits }, { u"received"_s, received } },
        longest <= 8);
}

} // namespace assay::bench
