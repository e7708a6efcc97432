// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/parallel.h"
#include "models/items/articlelistmodel.h"
#include "models/items/changelistmodel.h"
#include "models/items/undolistmodel.h"
#include "tests/fixtures.h"
#include "views/theme/theme.h"

#include <QtConcurrentRun>
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

#include <algorithm>
#include <numeric>
#include <set>
#include <sys/resource.h>

using namespace assay;
using namespace Qt::StringLiterals;

class TestItems : public QObject {
    Q_OBJECT

private slots:
    void parallelWorkNeedsNoFreeThread();
    void workBehindTheWindowStepsBack();
    void articleList();
    void undoList();
    void changeList();
    void themesCanBeRead_data();
    void themesCanBeRead();
};

void TestItems::articleList()
{
    QTemporaryDir folder;
    ArticleListModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Project project;
    project.setReviewer(ReviewerId::create(), u"Ann"_s);
    QVERIFY(project.openNow(folder.filePath(u"p.assay"_s), Database::Mode::New));
    model.setProject(&project);
    QCOMPARE(model.rowCount(), 0);
    const auto ids = project.addArticles({ test::article(u"One thing. Two things."_s, u"a.txt"_s),
        test::article(u"Another. One."_s, u"b.txt"_s) });
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.articleAt(1), ids->at(1));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(project.edit({ test::tagChange(project, ids->at(1), 0, Tag::Caveat) }));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    QCOMPARE(model.index(1).data(ArticleListModel::TaggedRole).toInt(), 1);
    QCOMPARE(model.index(1).data(ArticleListModel::TotalRole).toInt(), 2);
    QVERIFY(!model.index(1).data(Qt::AccessibleTextRole).toString().isEmpty());
    QVERIFY(project.undo());
    QVERIFY(project.undo());
    QCOMPARE(model.rowCount(), 0);
    model.setProject(nullptr);
}

void TestItems::undoList()
{
    QTemporaryDir folder;
    UndoListModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Project project;
    project.setReviewer(ReviewerId::create(), u"Ann"_s);
    QVERIFY(project.openNow(folder.filePath(u"p.assay"_s), Database::Mode::New));
    model.setProject(&project);
    QCOMPARE(model.rowCount(), 0);
    const auto ids = project.addArticles({ test::article(test::smallText(), u"a.txt"_s) });
    for (qsizetype unit = 1; unit < 4; ++unit)
        QVERIFY(project.edit({ test::tagChange(project, ids->first(), unit, Tag::Caveat) }));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0).data().toString(), u"Caveat – “It may cause bruising.”"_s);
    QCOMPARE(model.index(3).data().toString(), u"Article added – “A cure for heels”"_s);
    QCOMPARE(model.stepsTo(2), 2);
    QVERIFY(project.undo());
    QVERIFY(project.undo());
    QCOMPARE(model.rowCount(), 4); // in the same order
    QCOMPARE(model.index(0).data().toString(), u"Caveat – “It may cause bruising.”"_s);
    QVERIFY(model.index(1).data(UndoListModel::UndoneRole).toBool());
    QVERIFY(!model.index(2).data(UndoListModel::UndoneRole).toBool());
    QCOMPARE(model.stepsTo(0), -2);
    QCOMPARE(model.index(2).data(UndoListModel::PlaceRole).value<Place>().article, ids->first());
    model.setProject(nullptr);
}

/// What others did while the project was closed here, then what they do live.
void TestItems::changeList()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"p.assay"_s);
    const QString copies = folder.filePath(u"copies"_s);
    const ReviewerId ann = ReviewerId::create();
    ArticleId article;
    const auto open = [&](Project& project, ReviewerId reviewer, const QString& name) {
        project.setReviewer(reviewer, name);
        return project.openNow(
            path, QFile::exists(path) ? Database::Mode::Existing : Database::Mode::New);
    };
    {
        Project project;
        project.storage().keepCopies(copies, true);
        QVERIFY(open(project, ann, u"Ann"_s));
        article = project.addArticles({ test::article(test::smallText(), u"a.txt"_s) })->first();
        QVERIFY(project.flush());
    }
    Project ben;
    QVERIFY(open(ben, ReviewerId::create(), u"Ben"_s));
    QVERIFY(ben.edit({ test::tagChange(ben, article, 1, Tag::Marketing) }));
    QVERIFY(ben.flush());
    ChangeListModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Project project;
    project.storage().keepCopies(copies, true);
    QVERIFY(open(project, ann, u"Ann"_s));
    model.setProject(&project);
    QTRY_COMPARE(model.rowCount(), 1); // the introduction of a reviewer is no change
    QVERIFY(model.index(0).data().toString().contains(u"Ben: Marketing"_s));
    QVERIFY(ben.edit({ test::tagChange(ben, article, 2, Tag::Caveat) }));
    QTRY_COMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0).data().toString().contains(u"Ben: Caveat"_s));
    const Place place = model.index(0).data(ChangeListModel::PlaceRole).value<Place>();
    QCOMPARE(place.article, article);
    QVERIFY(ben.undo());
    QTRY_COMPARE(model.rowCount(), 3);
    QVERIFY(model.index(0).data().toString().contains(u"Undone: Caveat"_s));
    QVERIFY(project.edit({ test::tagChange(project, article, 3, Tag::None) })); // my own
    QVERIFY(project.flush());
    QCOMPARE(model.rowCount(), 3);
    model.setProject(nullptr);
}

/// Relative luminance and contrast as WCAG 2.2 defines them.
static double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto part = [](double c) {
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF())
            + 0.0722 * part(colour.blueF());
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

void TestItems::themesCanBeRead_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : { "light", "dark", "contrast", "paper" })
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestItems::themesCanBeRead()
{
    QFETCH(QString, name);
    const Expected<Theme> theme = Theme::load(name);
    QVERIFY(theme);
    const auto atLeast = [](const QColor& a, const QColor& b, double least, const char* what) {
        QVERIFY2(contrast(a, b) >= least,
            qPrintable(u"%1: %2 on %3 is %4"_s.arg(QString::fromLatin1(what), a.name(), b.name())
                    .arg(contrast(a, b))));
    };
    for (const QColor& ground : { theme->paper, theme->panel, theme->window, theme->button,
             theme->current, theme->selection })
        atLeast(theme->ink, ground, 7, "text");
    for (const QColor& ground : { theme->paper, theme->panel, theme->window })
        atLeast(theme->muted, ground, 7, "small print");
    for (const Tag tag : allTags) {
        atLeast(theme->ink, theme->of(tag).tint, 7, "text on a tint");
        atLeast(theme->of(tag).onLine, theme->of(tag).line, 4.5, "badge");
        atLeast(theme->of(tag).line, theme->paper, 3, "line");
    }
}

/// Threads of a background pool, and those that help them, are nicer than the window's, which stays
/// as it was, also when it asks for help itself.
void TestItems::workBehindTheWindowStepsBack()
{
    const auto niceness = [] { return getpriority(PRIO_PROCESS, 0); };
    const auto ofHelpers = [&] {
        std::vector<int> seen(64, -100);
        inParallel(seen, [&](int& one) {
            QThread::msleep(1); // so that others take a share
            one = niceness();
        });
        return std::set<int>(seen.begin(), seen.end());
    };
    const int own = niceness();
    QVERIFY(ofHelpers() == std::set{ own });
    BackgroundPool pool;
    std::set<int> seen;
    pool.start([&] { seen = ofHelpers(); });
    pool.waitForDone();
    QVERIFY(seen == std::set{ own + 10 });
    QCOMPARE(niceness(), own);
}

/// Tasks that fill the global pool each wait for work in parallel: as an export and its preview do.
void TestItems::parallelWorkNeedsNoFreeThread()
{
    QList<QFuture<int>> tasks;
    for (int i = 0; i < 4 * QThreadPool::globalInstance()->maxThreadCount(); ++i)
        tasks.append(QtConcurrent::run([] {
            QThread::msleep(20); // until all threads are taken
            std::vector<int> numbers(64, 1);
            inParallel(numbers, [](int& number) { ++number; });
            return std::accumulate(numbers.begin(), numbers.end(), 0);
        }));
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(tasks.begin(), tasks.end(),
                                 [](const QFuture<int>& task) { return task.isFinished(); }),
        20'000);
    for (const QFuture<int>& task : tasks)
        QCOMPARE(task.result(), 128);
}

QTEST_GUILESS_MAIN(TestItems)
#include "tst_items.moc"
