// SPDX-License-Identifier: GPL-3.0-or-later
// What comparing costs: two articles, two long ones, and one sentence against a whole project.
#include "tests/bench/measure.h"

#include "models/compare/articleindex.h"
#include "models/compare/comparison.h"
#include "app/flows/compareflow.h"
#include "views/compare/ribbons.h"

#include <QDir>
#include <QScrollBar>

namespace assay::bench {

/// Sentences of the hand-written pairs.
static QStringList pool()
{
    QStringList sentences;
    const QDir folder(QStringLiteral(ASSAY_SOURCE "/tests/data/compare"));
    for (const QString& name : folder.entryList({ u"*.pair"_s }, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        file.open(QIODevice::ReadOnly);
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.startsWith(u'A') || line.startsWith(u'B'))
                sentences.append(line.sliced(line.indexOf(u' ') + 1));
        }
    }
    return sentences;
}

/// An article of `count` sentences, each made of halves of two of the pool's, so that words repeat
/// as they do in articles on one subject but sentences hardly do.
struct MadeArticle {
    QString text;
    QList<Unit> units;
};

static MadeArticle made(const QStringList& pool, qsizetype count, quint32 seed)
{
    MadeArticle article;
    quint32 state = seed * 2654435761U + 1;
    const auto next = [&](qsizetype below) {
        state = state * 1664525U + 1013904223U;
        return static_cast<qsizetype>(state >> 8) % below;
    };
    for (qsizetype i = 0; i < count; ++i) {
        const QStringList first = pool[next(pool.size())].split(u' ');
        const QStringList second = pool[next(pool.size())].split(u' ');
        const QString sentence
            = (first.first(first.size() / 2) + second.sliced(second.size() / 2)).join(u' ')
            + u" %1"_s.arg(next(5000));
        const auto start = static_cast<qint32>(article.text.size());
        article.text += sentence;
        article.units.append({ { start, static_cast<qint32>(article.text.size()) },
            UnitKind::Sentence, 0, static_cast<qint32>(i / 5) });
        article.text += u'\n';
    }
    return article;
}

static qreal since(const QElapsedTimer& timer)
{
    return static_cast<qreal>(timer.nsecsElapsed()) / 1e6;
}

static int compared(const QString& name, qsizetype count, int runs, qreal goal, qreal goalWith)
{
    const QStringList sentences = pool();
    const MadeArticle a = made(sentences, count, 1);
    const MadeArticle b = made(sentences, count, 2);
    Preparer preparer(u"en"_s);
    preparer.prepare(a.text, a.units); // its words are met once in a project
    QList<qreal> preparing;
    QList<qreal> comparing;
    qsizetype matches = 0;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        const PreparedArticle first = preparer.prepare(a.text, a.units);
        const PreparedArticle second = preparer.prepare(b.text, b.units);
        preparing.append(since(timer));
        timer.restart();
        matches = static_cast<qsizetype>(compareArticles(first, second).matches.size());
        comparing.append(since(timer));
    }
    const qreal compare = percentile(comparing, 0.5);
    const qreal prepare = percentile(preparing, 0.5);
    return print(name,
        { { u"units"_s, count }, { u"matches"_s, matches }, { u"compare_ms"_s, rounded(compare) },
            { u"prepare_ms"_s, rounded(prepare) },
            { u"peak_mb"_s, rounded(peakMegabytes(QCoreApplication::applicationPid())) },
            { u"goal_ms"_s, goal }, { u"goal_with_preparing_ms"_s, goalWith } },
        compare <= goal && compare + prepare <= goalWith);
}

int benchCompare()
{
    return compared(u"compare"_s, 500, 41, 20, 40);
}

int benchCompareLong()
{
    return compared(u"compare-long"_s, 5'000, 5, 1'000, 1'500);
}

int benchCompareHuge()
{
    return compared(u"compare-huge"_s, 50'000, 1, 60'000, 70'000);
}

/// 10,000 articles of 30 sentences made ready and indexed, then single sentences looked up.
int benchIndex()
{
    const QStringList sentences = pool();
    Preparer preparer(u"en"_s);
    ArticleIndex index;
    QList<ArticleId> ids;
    PreparedArticle last;
    constexpr int articles = 10'000;
    QElapsedTimer timer;
    qreal making = 0;
    for (int i = 0; i < articles; ++i) {
        const MadeArticle article = made(sentences, 30, static_cast<quint32>(i + 10));
        ids.append(ArticleId::create());
        timer.restart();
        last = preparer.prepare(article.text, article.units);
        index.put(ids.last(), last);
        making += since(timer);
    }
    QList<qreal> times;
    for (std::size_t unit = 0; unit < 30; ++unit) {
        timer.restart();
        const auto hits = index.find(last, unit, ids.last(), 24, 3);
        times.append(since(timer));
        if (hits.empty())
            return 1;
    }
    const qreal rate = articles / (making / 1000);
    const qreal wait = percentile(times, 0.99);
    return print(u"index"_s,
        { { u"articles"_s, articles }, { u"articles_per_s"_s, rounded(rate) },
            { u"p50_ms"_s, rounded(percentile(times, 0.5)) }, { u"p99_ms"_s, rounded(wait) },
            { u"peak_mb"_s, rounded(peakMegabytes(QCoreApplication::applicationPid())) },
            { u"goal_per_s"_s, 200 }, { u"goal_ms"_s, 20 } },
        rate >= 200 && wait <= 20);
}

/// Two long articles side by side, scrolled step by step: both readers and the ribbons painted.
int benchRibbons()
{
    QTemporaryDir folder;
    const QStringList sentences = pool();
    MainWindow window;
    window.resize(1480, 920);
    window.show();
    QTest::qWait(100);
    window.newProject(folder.filePath(u"ribbons.assay"_s));
    if (!QTest::qWaitFor([&] { return window.project() != nullptr; }, 10'000))
        return 1;
    QList<ImportedArticle> articles;
    for (const quint32 seed : { 1U, 2U })
        articles.append(test::article(
            made(sentences, 3'000, seed).text.replace(u'\n', u"\n\n"_s), u"%1.txt"_s.arg(seed)));
    const auto ids = window.project()->addArticles(articles);
    if (!ids)
        return 1;
    window.desk()->showBeside(ids->at(0), ids->at(1));
    if (!QTest::qWaitFor([&] { return window.comparing()->compared() != nullptr; }, 30'000))
        return 1;
    QTest::qWait(1500); // until the text is laid out and the project prepared
    QList<qreal> frames;
    QList<qreal> cursor;
    const auto paint = [&] {
        for (int reader = 0; reader < 2; ++reader)
            window.desk()->reader(reader)->viewport()->repaint();
        window.desk()->ribbons()->repaint();
    };
    for (int step = 0; step < 600; ++step) {
        QElapsedTimer timer;
        timer.start();
        for (int reader = 0; reader < 2; ++reader) {
            QScrollBar* bar = window.desk()->reader(reader)->verticalScrollBar();
            bar->setValue(bar->value() + (step < 300 ? 43 : 900));
        }
        paint();
        frames.append(since(timer));
        QCoreApplication::processEvents();
    }
    window.desk()->reader(0)->setFocus();
    window.desk()->reader(0)->setCurrentUnit(5);
    for (int step = 0; step < 200; ++step) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(window.desk()->reader(0), Qt::Key_Down);
        paint();
        cursor.append(since(timer));
        QCoreApplication::processEvents();
    }
    const qreal worst = percentile(frames, 1);
    return print(u"ribbons"_s,
        { { u"units"_s, 3'000 }, { u"frame_p50_ms"_s, rounded(percentile(frames, 0.5)) },
            { u"frame_p99_ms"_s, rounded(percentile(frames, 0.99)) },
            { u"frame_max_ms"_s, rounded(worst) },
            { u"cursor_p50_ms"_s, rounded(percentile(cursor, 0.5)) },
            { u"cursor_p99_ms"_s, rounded(percentile(cursor, 0.99)) }, { u"goal_ms"_s, 16 } },
        worst <= 16);
}

} // namespace assay::bench
