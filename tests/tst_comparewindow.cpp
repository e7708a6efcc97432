// SPDX-License-Identifier: GPL-3.0-or-later
// Two articles side by side in the real window, with real keys.
#include "app/flows/compareflow.h"
#include "tests/pairfixture.h"
#include "tests/windowfixture.h"
#include "views/compare/comparepanel.h"
#include "views/compare/diffhtml.h"
#include "views/compare/ribbons.h"
#include "views/dialogs/listdialog.h"
#include "views/inspector/inspector.h"
#include "views/reader/readerpane.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QTabBar>
#include <QTemporaryDir>

#include <ranges>

using namespace assay;
using namespace Qt::StringLiterals;

class TestCompareWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void matchComesIntoView();
    void walking();
    void listsAndThreshold();
    void panelLeavesReadersAlone();
    void refusingNeedsAMatch();
    void linkAndRefuse();
    void changedFiguresAreBold();
    void sameTags();
    void swapAndEarlier();
    void oddPairs();
    void filesGivenToCompare();
    void otherArticles();
    void ribbonsKeepUp();

private:
    void openPair(const QString& name, const QStringList& more = {});
    Project& project() const { return *m_window->project(); }
    Reader* reader(int index) const { return m_window->desk()->reader(index); }
    CompareFlow& flow() const { return *m_window->comparing(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(test::focusedReader(*m_window), key, modifiers);
    }
    void trigger(const char* id) { m_window->actions()->action(id)->trigger(); }
    /// The first match of that relation.
    Match first(Relation relation) const
    {
        const auto at = std::ranges::find(flow().comparison().matches, relation, &Match::relation);
        return at == flow().comparison().matches.end() ? Match() : *at;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestCompareWindow::initTestCase()
{
    static QTemporaryDir settings;
    test::prepareApplication(settings.path());
}

void TestCompareWindow::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1480, 920);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

/// Opens a project of a pair's two articles, side by side and compared.
void TestCompareWindow::openPair(const QString& name, const QStringList& more)
{
    const QList<test::GoldPair> pairs = test::goldPairs();
    const auto pair = std::ranges::find(pairs, name, &test::GoldPair::name);
    QVERIFY(pair != pairs.end());
    QStringList paths;
    for (const QStringList& sentences : { pair->a, pair->b }) {
        paths.append(m_folder->filePath(u"%1.txt"_s.arg(paths.size())));
        test::writeFile(paths.last(), sentences.join(u"\n\n"_s));
    }
    for (const QString& text : more) {
        paths.append(m_folder->filePath(u"%1.txt"_s.arg(paths.size())));
        test::writeFile(paths.last(), text);
    }
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    m_window->newProject(m_folder->filePath(u"pair.assay"_s));
    QTRY_COMPARE(shown.size(), 1);
    m_window->addFiles(paths);
    QTRY_COMPARE_WITH_TIMEOUT(project().state().articles().size(), paths.size(), 30'000);
    const QList<ArticleId> ids = project().state().articles();
    m_window->desk()->showBeside(ids[0], ids[1]);
    QTRY_VERIFY(
        flow().compared() && flow().compared()->a == ids[0] && flow().compared()->b == ids[1]);
}

void TestCompareWindow::matchComesIntoView()
{
    openPair(u"hearing"_s);
    const Match last = [&] {
        Match found;
        for (const Match& match : flow().comparison().matches) {
            if (match.relation != Relation::Related && match.b.front() > 14)
                found = match;
        }
        return found;
    }();
    QVERIFY(!last.a.empty());
    reader(0)->setFocus();
    reader(0)->setCurrentUnit(last.a.front());
    QTRY_VERIFY(reader(1)->matchedUnit() >= 0);
    const QRect box = reader(1)->unitGeometry(reader(1)->matchedUnit());
    QVERIFY(box.top() >= 0 && box.bottom() <= reader(1)->viewport()->height());
    QVERIFY(m_window->comparePanel()->details().contains(
        flow().compared()->text(true, last.a.front()).section(u' ', 0, 1).toHtmlEscaped()));
    QVERIFY(reader(0)->matchMarks().contains(last.a.front()));
    QVERIFY(reader(1)->matchMarks().contains(last.b.front()));
    // Pinned: the ring goes on, the text stays.
    trigger("follow");
    QVERIFY(!flow().isFollowing());
    reader(1)->verticalScrollBar()->setValue(0);
    reader(0)->setCurrentUnit(0);
    reader(0)->setCurrentUnit(last.a.front());
    QCOMPARE(reader(1)->verticalScrollBar()->value(), 0);
    QVERIFY(reader(1)->matchedUnit() >= 0);
    trigger("follow");
    // The other way round, from the right reader.
    reader(1)->setFocus();
    reader(1)->setCurrentUnit(last.b.front());
    QTRY_VERIFY(reader(0)->matchedUnit() >= 0);
    QCOMPARE(reader(1)->matchedUnit(), -1);
}

void TestCompareWindow::walking()
{
    openPair(u"sleepaid"_s);
    reader(0)->setFocus();
    reader(0)->setCurrentUnit(0);
    QList<qsizetype> seen{ 0 };
    for (int step = 0; step < 6; ++step) {
        press(Qt::Key_G);
        const qsizetype unit = reader(0)->currentUnit();
        QVERIFY(unit > seen.last());
        QVERIFY(reader(1)->currentUnit() >= 0);
        QCOMPARE(reader(1)->matchedUnit(), reader(1)->currentUnit());
        seen.append(unit);
    }
    press(Qt::Key_G, Qt::ShiftModifier);
    QCOMPARE(reader(0)->currentUnit(), seen[seen.size() - 2]);
    press(Qt::Key_G, Qt::ControlModifier);
    QTRY_COMPARE(m_window->desk()->activeIndex(), 1);
    // At the end it says so, and stays.
    m_window->desk()->reader(0)->setFocus();
    for (int step = 0; step < 40; ++step)
        press(Qt::Key_G);
    QVERIFY(!m_window->messages()->text().isEmpty());
}

void TestCompareWindow::listsAndThreshold()
{
    openPair(u"lasereye"_s);
    ComparePanel* panel = m_window->comparePanel();
    trigger("comparison");
    QTRY_VERIFY(panel->isVisible());
    QCOMPARE(panel->tabs()->count(), static_cast<int>(allMatchTabs.size()));
    panel->showTab(MatchTab::Conflicts);
    QVERIFY(panel->model()->rowCount() >= 3);
    QVERIFY(panel->tabs()
            ->tabText(static_cast<int>(MatchTab::Conflicts))
            .endsWith(QString::number(panel->model()->rowCount())));
    // A row brings both sentences under the cursors and says what they disagree on.
    panel->list()->setCurrentIndex(panel->model()->index(1));
    const Match match = panel->model()->match(1);
    QCOMPARE(reader(0)->currentUnit(), static_cast<qsizetype>(match.a.front()));
    QCOMPARE(reader(1)->currentUnit(), static_cast<qsizetype>(match.b.front()));
    QVERIFY(panel->details().contains(u"<s "_s) || panel->details().contains(u"<u>"_s));
    // Keys: down to the next row, Return back to the reader.
    panel->list()->setFocus();
    QTest::keyClick(panel->list(), Qt::Key_Down);
    QCOMPARE(reader(0)->currentUnit(), static_cast<qsizetype>(panel->model()->match(2).a.front()));
    QTest::keyClick(panel->list(), Qt::Key_Return);
    QVERIFY(m_window->desk()->activeReader()->hasFocus());
    const qsizetype only = panel->model()->count(MatchTab::OnlyA);
    panel->slider()->setValue(90);
    QVERIFY(panel->model()->count(MatchTab::OnlyA) > only);
    panel->slider()->setValue(0);
    QCOMPARE(panel->model()->count(MatchTab::OnlyA), only);
    // Dropped caveats follow the tags.
    panel->showTab(MatchTab::OnlyA);
    const auto unit = static_cast<qsizetype>(panel->model()->match(0).a.front());
    reader(0)->setFocus();
    reader(0)->setCurrentUnit(unit);
    press(Qt::Key_C, Qt::ShiftModifier);
    panel->showTab(MatchTab::DroppedCaveats);
    QTRY_COMPARE(panel->model()->rowCount(), 1);
    panel->list()->setCurrentIndex(panel->model()->index(0));
    QVERIFY(panel->details().contains(u"no proof"_s));
}

void TestCompareWindow::panelLeavesReadersAlone()
{
    openPair(u"lasereye"_s);
    ComparePanel* panel = m_window->comparePanel();
    const auto free = std::ranges::find_if(std::views::iota(qsizetype(0), qsizetype(40)),
        [&](qsizetype unit) { return !reader(0)->matchMarks().contains(unit); });
    reader(0)->setFocus();
    reader(0)->setCurrentUnit(*free);
    const qsizetype other = reader(1)->currentUnit();
    trigger("comparison");
    QTRY_VERIFY(panel->list()->hasFocus());
    QVERIFY(panel->model()->rowCount() > 1);
    QTest::qWait(50);
    QCOMPARE(reader(0)->currentUnit(), *free);
    QCOMPARE(reader(1)->currentUnit(), other);
    QTest::keyClick(panel->list(), Qt::Key_Down); // now it is chosen
    QCOMPARE(reader(0)->currentUnit(), static_cast<qsizetype>(panel->model()->match(0).a.front()));
    QTest::keyClick(panel->list(), Qt::Key_Down);
    QCOMPARE(reader(0)->currentUnit(), static_cast<qsizetype>(panel->model()->match(1).a.front()));
    // A list that the slider emptied does not say that there is nothing.
    panel->showTab(MatchTab::SameClaim);
    QVERIFY(panel->model()->rowCount() > 0);
    panel->model()->setThreshold(1.01F);
    QCOMPARE(panel->model()->rowCount(), 0);
    panel->setCurrent({});
    QVERIFY2(panel->details().contains(u"leaves out"_s), qPrintable(panel->details()));
}

/// Nothing is refused that nobody sees: the other cursor stands anywhere.
void TestCompareWindow::refusingNeedsAMatch()
{
    openPair(u"lasereye"_s);
    const auto free = std::ranges::find_if(std::views::iota(qsizetype(0), qsizetype(40)),
        [&](qsizetype unit) { return !reader(0)->matchMarks().contains(unit); });
    reader(0)->setFocus();
    reader(0)->setCurrentUnit(*free);
    QCOMPARE(reader(1)->matchedUnit(), -1);
    const qsizetype steps = project().history().done().size();
    press(Qt::Key_L, Qt::ShiftModifier);
    QCOMPARE(project().history().done().size(), steps);
    QVERIFY(m_window->messages()->text().contains(u"has a match"_s));
    press(Qt::Key_Down);
    QCOMPARE(m_window->messages()->text(), QString());
}

void TestCompareWindow::changedFiguresAreBold()
{
    const Theme theme = Theme::load(u"light"_s).value();
    const QString html = diffAsHtml(u"Pain fell by 79 percent in 12 weeks."_s,
        u"Pain fell by 69.5 % in 12 weeks."_s, u"en"_s, theme);
    QVERIFY2(html.contains(u"<b>79</b>"_s) && html.contains(u"<b>69.5 %</b>"_s), qPrintable(html));
    QVERIFY(!html.contains(u"<b>12</b>"_s)); // the same in both
}

void TestCompareWindow::linkAndRefuse()
{
    openPair(u"knee"_s);
    const Match conflict = first(Relation::Conflict);
    QVERIFY(!conflict.a.empty());
    reader(0)->setFocus();
    reader(0)->setCurrentUnit(conflict.a.front());
    QTRY_COMPARE(reader(1)->matchedUnit(), static_cast<qsizetype>(conflict.b.front()));
    press(Qt::Key_L, Qt::ShiftModifier);
    const auto pairOf = [&]() -> const Match* {
        for (const Match& match : flow().comparison().matches) {
            if (match.a == conflict.a && match.b == conflict.b)
                return &match;
        }
        return nullptr;
    };
    QVERIFY(!pairOf());
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(pairOf());
    QCOMPARE(pairOf()->relation, Relation::Conflict);
    // The menu that L opens: one key each.
    reader(0)->setFocus();
    reader(0)->setCurrentUnit(conflict.a.front());
    QTest::keyClick(reader(0), Qt::Key_L);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_S);
    QTRY_VERIFY(pairOf() && pairOf()->byHand);
    QCOMPARE(pairOf()->relation, Relation::SameClaim);
    QVERIFY(!reader(0)->isSplitting());
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QTest::keyClick(reader(0), Qt::Key_L);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_C);
    QTRY_COMPARE(pairOf()->relation, Relation::Conflict);
    const ArticleState* article = project().state().article(reader(0)->article());
    QCOMPARE(article->tag(project().reviewer(), conflict.a.front()), Tag::Untagged);
    flow().link({});
    QVERIFY(!pairOf()->byHand);
    // Both have matches, and the person means two others: the sentence at the other cursor.
    const std::vector<Match>& matches = flow().comparison().matches;
    const auto elsewhere = std::find_if(matches.begin(), matches.end(), [&](const Match& match) {
        return match.a != conflict.a && match.b.front() != conflict.b.front();
    });
    QVERIFY(elsewhere != matches.end());
    const quint32 chosen = elsewhere->b.front();
    QTRY_VERIFY(!QApplication::activePopupWidget());
    reader(1)->setCurrentUnit(chosen);
    reader(0)->setCurrentUnit(conflict.a.front());
    QTRY_COMPARE(reader(1)->matchedUnit(), static_cast<qsizetype>(conflict.b.front()));
    QTest::keyClick(reader(0), Qt::Key_L);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu->actions().last()->menu());
    menu->actions().last()->menu()->actions().first()->trigger();
    menu->close();
    QTRY_VERIFY(std::any_of(flow().comparison().matches.begin(), flow().comparison().matches.end(),
        [&](const Match& match) {
            return match.byHand && match.a == conflict.a && match.b.front() == chosen
                && match.relation == Relation::SameClaim;
        }));
    QTRY_COMPARE(project().unsaved(), 0);
}

void TestCompareWindow::sameTags()
{
    openPair(u"sleepaid"_s);
    const Match copied = [&] {
        for (const Match& match : flow().comparison().matches) {
            if (match.score >= 1)
                return match;
        }
        return Match();
    }();
    QVERIFY(!copied.a.empty());
    const auto tagOf = [&] {
        return project()
            .state()
            .article(flow().compared()->b)
            ->tag(project().reviewer(), copied.b.front());
    };
    reader(0)->setFocus();
    reader(0)->setCurrentUnit(copied.a.front());
    press(Qt::Key_E, Qt::ShiftModifier);
    trigger("same-tag");
    const auto dialog = [&]() -> ListDialog* { return m_window->findChild<ListDialog*>(); };
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->list()->model()->rowCount(), 1);
    QCOMPARE(tagOf(), Tag::Untagged); // a preview, no edit yet
    dialog()->list()->setCurrentIndex(dialog()->list()->model()->index(0, 0));
    QTest::keyClick(dialog()->list(), Qt::Key_Return);
    QTRY_COMPARE(tagOf(), Tag::Evidence);
    trigger("undo");
    QCOMPARE(tagOf(), Tag::Untagged);
}

void TestCompareWindow::swapAndEarlier()
{
    openPair(u"fasting"_s);
    const ArticleId a = flow().compared()->a;
    const ArticleId b = flow().compared()->b;
    trigger("swap");
    QTRY_VERIFY(flow().compared() && flow().compared()->a == b && flow().compared()->b == a);
    trigger("earlier"); // there is none yet
    QVERIFY(!m_window->messages()->text().isEmpty());
    const QString text = project().textNow(a).value();
    QVERIFY(project()
            .reviseArticle(
                a, test::article(QString(text).replace(u"8 percent"_s, u"5 percent"_s), u"0.txt"_s))
            .has_value());
    reader(1)->setFocus();
    QTRY_VERIFY(reader(1)->isLoaded());
    trigger("earlier");
    QTRY_VERIFY(flow().compared() && flow().compared()->b == a && flow().compared()->a != b);
    QVERIFY(project().state().article(flow().compared()->a)->isEarlier());
    QCOMPARE(first(Relation::Conflict).a, first(Relation::Conflict).b);
    // An edit elsewhere leaves it open; a tag on it is refused with a word.
    reader(1)->setCurrentUnit(2);
    press(Qt::Key_E);
    QVERIFY(!reader(0)->article().isNull());
    reader(0)->setFocus();
    reader(0)->setCurrentUnit(2);
    press(Qt::Key_E);
    QVERIFY(m_window->messages()->text().contains(u"not in the project"_s));
}

void TestCompareWindow::oddPairs()
{
    openPair(u"knee"_s,
        { u"Die Impfung schützt vor der Krankheit. Sie ist für alle Erwachsenen kostenlos."_s,
            u"***\n"_s });
    const QList<ArticleId> ids = project().state().articles();
    const auto notice = [&] {
        QStringList texts;
        for (const QLabel* label : m_window->comparePanel()->findChildren<QLabel*>())
            texts.append(label->isHidden() ? QString() : label->text());
        return texts.join(u'\n');
    };
    m_window->desk()->showBeside(ids[0], ids[2]);
    QTRY_VERIFY(flow().compared() && flow().compared()->b == ids[2]);
    QVERIFY(notice().contains(u"different languages"_s));
    m_window->desk()->showBeside(ids[0], ids[0]);
    QTRY_VERIFY(flow().compared() && flow().compared()->b == ids[0]);
    QVERIFY(notice().contains(u"same article"_s));
    trigger("second"); // one reader: nothing is compared
    QTRY_VERIFY(!flow().compared());
    trigger("second");
    QTRY_VERIFY(flow().compared());
}

void TestCompareWindow::filesGivenToCompare()
{
    const QList<test::GoldPair> pairs = test::goldPairs();
    const QStringList paths{ m_folder->filePath(u"one.txt"_s), m_folder->filePath(u"two.html"_s) };
    test::writeFile(paths[0], pairs.first().a.join(u"\n\n"_s));
    test::writeFile(
        paths[1], u"<html><body><p>%1</p></body></html>"_s.arg(pairs.first().b.join(u"</p><p>"_s)));
    m_window->openArguments(paths + QStringList{ u"--compare"_s });
    QTRY_VERIFY_WITH_TIMEOUT(flow().compared(), 30'000);
    QVERIFY(m_window->comparePanel()->isVisible());
    QCOMPARE(project().state().articles().size(), 2);
    QVERIFY(QFile::exists(project().path()));
    // The same again: nothing comes in twice.
    m_window->openArguments(paths + QStringList{ u"--compare"_s });
    QTRY_VERIFY(!m_window->task()->isRunning());
    QCOMPARE(project().state().articles().size(), 2);
}

void TestCompareWindow::otherArticles()
{
    openPair(u"shingles"_s,
        { u"The vaccine contains no live virus, so it cannot give you shingles. It is new."_s });
    reader(0)->setFocus();
    reader(0)->setCurrentUnit(8);
    QLabel* label = m_window->desk()->inspector()->findChild<QLabel*>(u"counterparts"_s);
    QVERIFY(label);
    QTRY_VERIFY_WITH_TIMEOUT(label->isVisible() && label->text().contains(u"href"_s), 10'000);
    const Place place{ project().state().articles()[2],
        project().state().article(project().state().articles()[2])->units()[0].range };
    emit m_window->desk()->inspector()->placeChosen(place);
    QTRY_COMPARE(reader(1)->article(), place.article);
    QTRY_COMPARE(reader(1)->currentUnit(), 0);
}

/// Ribbons follow the scroll bars and join what is in view.
void TestCompareWindow::ribbonsKeepUp()
{
    openPair(u"knee"_s);
    Ribbons* ribbons = m_window->desk()->ribbons();
    QVERIFY(ribbons->isVisible());
    const auto coloured = [&] {
        const QImage image = ribbons->grab().toImage();
        const QColor ground = reader(0)->theme().window;
        int count = 0;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 4; x < image.width() - 4; x += 3)
                count += image.pixelColor(x, y) != ground;
        }
        return count;
    };
    reader(0)->verticalScrollBar()->setValue(0);
    reader(1)->verticalScrollBar()->setValue(0);
    QTRY_VERIFY(coloured() > 50);
    QSignalSpy chosen(ribbons, &Ribbons::chosen);
    for (int y = 0; y < ribbons->height() && chosen.isEmpty(); y += 6)
        QTest::mouseClick(ribbons, Qt::LeftButton, {}, { ribbons->width() / 2, y });
    QCOMPARE(chosen.size(), 1);
    QVERIFY(reader(1)->currentUnit() >= 0);
}

QTEST_MAIN(TestCompareWindow)
#include "tst_comparewindow.moc"
