// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/articlelistmodel.h"
#include "tests/fixtures.h"
#include "views/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace assay;
using namespace Qt::StringLiterals;

class TestItems : public QObject {
    Q_OBJECT

private slots:
    void articleList();
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

QTEST_GUILESS_MAIN(TestItems)
#include "tst_items.moc"
