// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks.h"
#include "app/flows/hints.h"
#include "app/preferences/keyspage.h"
#include "app/preferences/preferences.h"
#include "app/session.h"
#include "app/translations.h"
#include "models/items/issuelistmodel.h"
#include "tests/windowfixture.h"
#include "views/dialogs/palette.h"
#include "views/dialogs/sourcedialog.h"
#include "views/dialogs/statisticsdialog.h"
#include "views/inspector/inspector.h"
#include "views/library/librarypanel.h"
#include "views/reader/findbar.h"
#include "views/reader/readerpane.h"
#include "views/search/searchpanel.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDirIterator>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QDropEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStatusBar>
#include <QTableView>
#include <QTextBlock>
#include <QToolBar>
#include <QTranslator>
#include <QTreeWidget>

using namespace assay;
using namespace Qt::StringLiterals;

/// What the desk does besides tagging, driven with real key events: search, panels, keys, cues.
class TestDesk : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { QGuiApplication::clipboard()->clear(); } // which nobody else frees
    void splitAndJoin();
    void joinUnderAnotherCursor();
    void splitWithTheMouse();
    void unsureOnesWaitAtTheEnd();
    void copying();
    void findInArticle();
    void keysActWhereTheEyeIs();
    void findInProject();
    void listsByTagAndNote();
    void paletteRunsEverything();
    void paletteRanks();
    void keysAreRemapped();
    void keysPageNamesConflicts();
    void readingStyles();
    void cuesAndBlind();
    void ownCuesThatAreBroken();
    void libraryListsAThousand();
    void renameAndState();
    void panelsComeAndGo();
    void articlesAreDragged();
    void sourceIsShown();
    void statistics();
    void issuesJump();
    void everyActionRuns();
    void everyKeyReachesItsAction();
    void screenReadersHearTheUnit();
    void tabOrder();
    void keysStayInTheReader();
    void whatIsReadStaysInPlace();
    void contrast_data();
    void contrast();
    void hugeWords();
    void narrowScreens();
    void othersComeBack();
    void settingsMove();
    void everyTextIsTranslated();
    void german();
    void rightToLeft();

private:
    void show();
    Reader* openWith(const QStringList& texts);
    void openProjectWith(const QStringList& files);
    Project& project() const { return *m_window->project(); }
    const ArticleState& shown() const
    {
        return *project().state().article(m_window->desk()->activeReader()->article());
    }
    Tag tagOf(qsizetype unit) const { return shown().tag(project().reviewer(), unit); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(test::focusedReader(*m_window), key, modifiers);
    }
    void trigger(const char* id) { m_window->actions()->action(id)->trigger(); }
    template <typename Widget>
    Widget* dialog() const
    {
        for (Widget* each : m_window->findChildren<Widget*>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestDesk::initTestCase()
{
    static QTemporaryDir settings;
    test::prepareApplication(settings.path());
}

void TestDesk::init()
{
    QSettings().clear();
    QDir(session::ownFolder() + u"/syntax"_s).removeRecursively();
    m_folder = std::make_unique<QTemporaryDir>();
    show();
}

void TestDesk::cleanup()
{
    m_window.reset();
}

void TestDesk::show()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->resize(1480, 920);
    m_window->activateWindow();
}

void TestDesk::openProjectWith(const QStringList& files)
{
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    m_window->newProject(m_folder->filePath(u"p.assay"_s));
    QVERIFY(shown.wait());
    m_window->addFiles(files);
    QTRY_COMPARE(project().state().articles().size(), files.size());
    QTRY_VERIFY(m_window->desk()->activeReader()->isLoaded());
    QTRY_VERIFY(project().isHistoryReady());
}

Reader* TestDesk::openWith(const QStringList& texts)
{
    QStringList files;
    for (const QString& text : texts) {
        files.append(m_folder->filePath(u"%1.txt"_s.arg(files.size() + 1)));
        test::writeFile(files.last(), text);
    }
    openProjectWith(files);
    return test::focusedReader(*m_window);
}

/// Both readers show one article, and the other's cursor is at a sentence that is no more.
void TestDesk::joinUnderAnotherCursor()
{
    Reader* reader = openWith({ u"Pulses ease pain. They cost much. Nobody knows why."_s });
    Desk* desk = m_window->desk();
    desk->show(reader->article(), true);
    Reader* other = desk->reader(1);
    QTRY_VERIFY(other->isLoaded());
    QCOMPARE(other->article(), reader->article());
    other->setCurrentUnit(2);
    reader->setFocus();
    reader->setCurrentUnit(0);
    press(Qt::Key_J);
    press(Qt::Key_J);
    QCOMPARE(shown().units().size(), 1);
    QCOMPARE(other->currentUnit(), 0);
    QCOMPARE(reader->currentUnit(), 0);
    QCOMPARE(other->unitText(0), reader->unitText(0));
    trigger("undo");
    trigger("undo");
    QCOMPARE(shown().units().size(), 3);
}

void TestDesk::splitAndJoin()
{
    Reader* reader
        = openWith({ u"Heels\n\nPulses ease pain, but nobody knows why. They cost much."_s });
    reader->setCurrentUnit(1);
    press(Qt::Key_E, Qt::ShiftModifier);
    press(Qt::Key_S);
    QVERIFY(reader->isSplitting());
    press(Qt::Key_Escape);
    QVERIFY(!reader->isSplitting());
    press(Qt::Key_S);
    press(Qt::Key_Right);
    press(Qt::Key_Left); // it began behind the comma
    press(Qt::Key_S);
    QVERIFY(!reader->isSplitting());
    QCOMPARE(shown().units().size(), 4);
    QCOMPARE(reader->unitText(1), u"Pulses ease pain,"_s);
    QCOMPARE(reader->unitText(2), u"but nobody knows why."_s);
    QCOMPARE(reader->currentUnit(), 1);
    QCOMPARE(tagOf(1), Tag::Evidence); // both halves keep what was said
    QCOMPARE(tagOf(2), Tag::Evidence);
    press(Qt::Key_J);
    QCOMPARE(shown().units().size(), 3);
    trigger("undo");
    QCOMPARE(shown().units().size(), 4);
    trigger("undo");
    QCOMPARE(shown().units().size(), 3);
    reader->setCurrentUnit(1);
    press(Qt::Key_S);
    press(Qt::Key_Down); // another sentence: no split
    QVERIFY(!reader->isSplitting());
    press(Qt::Key_J); // nothing below to join with: said, and nothing else
    QVERIFY(!m_window->messages()->text().isEmpty());
    QCOMPARE(shown().units().size(), 3);
}

void TestDesk::splitWithTheMouse()
{
    Reader* reader = openWith({ u"Pulses ease pain and nobody knows why."_s });
    press(Qt::Key_S);
    // The middle of the word "nobody".
    QRect place;
    QTRY_VERIFY((place = reader->unitGeometry(0)).isValid());
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(reader);
    const QRect letter = accessible->textInterface()->characterRect(24);
    QTest::mouseClick(
        reader->viewport(), Qt::LeftButton, {}, reader->viewport()->mapFromGlobal(letter.center()));
    QCOMPARE(shown().units().size(), 2);
    QCOMPARE(reader->unitText(1), u"nobody knows why."_s);
}

void TestDesk::unsureOnesWaitAtTheEnd()
{
    Reader* reader = openWith({ u"One is here. Two is here. Three is here."_s });
    press(Qt::Key_U);
    press(Qt::Key_E);
    press(Qt::Key_M);
    QVERIFY(m_window->messages()->isHidden());
    press(Qt::Key_Period); // the last tag again: by whatever key the last sentence gets its tag
    QVERIFY2(m_window->messages()->text().contains(u"unsure of 1"),
        qPrintable(m_window->messages()->text()));
    for (QPushButton* button : m_window->messages()->findChildren<QPushButton*>()) {
        if (button->text() == u"Show the Unsure Ones") {
            button->click();
            break;
        }
    }
    SearchPanel* search = m_window->search();
    QTRY_COMPARE(search->model()->rowCount(), 1);
    QTRY_COMPARE(search->model()->index(0).data().toString(), u"One is here."_s);
    QTest::keyClick(search->list(), Qt::Key_Return);
    QCOMPARE(reader->currentUnit(), 0);
    press(Qt::Key_Down);
    press(Qt::Key_U, Qt::ShiftModifier); // around the end
    QCOMPARE(reader->currentUnit(), 0);
    press(Qt::Key_U);
    QTRY_COMPARE(search->model()->rowCount(), 0); // sure again: it leaves the list
}

void TestDesk::copying()
{
    Reader* reader = openWith({ test::smallText() });
    reader->setCurrentUnit(1);
    press(Qt::Key_M, Qt::ShiftModifier);
    project()
        .edit(
            { test::textChange(project(), reader->article(), 1, EventKind::Note, u"Says who?"_s) })
        .value();
    press(Qt::Key_Down, Qt::ShiftModifier);
    trigger("copy");
    QCOMPARE(QGuiApplication::clipboard()->text(),
        u"Pulses ease pain.\nA trial of 250 people found a benefit."_s);
    trigger("copy-tagged");
    QCOMPARE(QGuiApplication::clipboard()->text(),
        u"[Marketing] Pulses ease pain. (Says who?)\nA trial of 250 people found a benefit."_s);
    QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(u"[Marketing]"));
}

void TestDesk::findInArticle()
{
    Reader* reader = openWith({ test::longText(2000) });
    press(Qt::Key_F, Qt::ControlModifier);
    FindBar* bar = m_window->desk()->pane(0)->findBar();
    QTRY_VERIFY(bar->field()->hasFocus());
    QTest::keyClicks(bar->field(), u"TRIAL 9 "_s); // case and blanks at the ends do not count
    QCOMPARE(reader->hits().size(), 4); // trial 9, four sentences
    const int before = reader->verticalScrollBar()->value();
    QVERIFY(before > 0);
    QTest::keyClick(bar->field(), Qt::Key_Return);
    QTest::keyClick(bar->field(), Qt::Key_Return, Qt::ShiftModifier);
    trigger("find-next");
    QTest::keyClick(bar->field(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(reader->hits().isEmpty());
    QVERIFY(reader->hasFocus());
    QVERIFY(reader->unitText(reader->currentUnit()).contains(u"trial 9 "));
    QCOMPARE(tagOf(1), Tag::Untagged); // the letters were typed, not tagged
    // The next one, from here: the keys stay with the reader, and the cursor goes along.
    const qsizetype first = reader->currentUnit();
    trigger("find-next");
    QVERIFY(bar->isVisible() && reader->hasFocus());
    QVERIFY(reader->currentUnit() > first);
    QVERIFY(reader->unitText(reader->currentUnit()).contains(u"trial 9 "));
    trigger("find-previous");
    QCOMPARE(reader->currentUnit(), first);
    press(Qt::Key_F, Qt::ControlModifier);
    bar->field()->clear();
    QTest::keyClicks(bar->field(), u"nowhere"_s);
    QVERIFY(reader->hits().isEmpty());
    // What is looked for may have taken the eye far away; nothing found brings it back.
    reader->verticalScrollBar()->setValue(reader->verticalScrollBar()->maximum());
    QVERIFY(!reader->isInSight(first));
    QTest::keyClick(bar->field(), Qt::Key_Escape);
    QCOMPARE(reader->currentUnit(), first);
    QVERIFY(reader->isInSight(first));
}

/// The eye and the keys are at one place: in walks through lists, from area to area, in lists.
void TestDesk::keysActWhereTheEyeIs()
{
    Reader* reader = openWith({ test::smallText(), u"Another one. It has two."_s });
    QList<Change> changes;
    for (qsizetype unit = 1; unit <= 4; ++unit) {
        Change change
            = changeOf(*project().state().article(reader->article()), unit, EventKind::Unsure);
        change.flag = true;
        changes.append(change);
    }
    QVERIFY(project().edit(changes));
    trigger("unsure-list");
    SearchPanel* search = m_window->search();
    QTRY_COMPARE(search->model()->rowCount(), 4);
    QTest::keyClick(search->field(), Qt::Key_Return);
    QTRY_COMPARE(reader->currentUnit(), 1);
    QTest::keyClick(search->list(), Qt::Key_Escape);
    QTRY_VERIFY(reader->hasFocus());
    press(Qt::Key_U); // settled: it leaves the list, and the next stands in its place
    QTRY_COMPARE(search->model()->rowCount(), 3);
    trigger("find-next");
    QTRY_COMPARE(reader->currentUnit(), 2);
    press(Qt::Key_U);
    QTRY_COMPARE(search->model()->rowCount(), 2);
    search->list()->setCurrentIndex(search->model()->index(1, 0)); // gone to: no longer the next
    trigger("find-next");
    QTRY_COMPARE(reader->currentUnit(), 3);
    // Behind another tab no panel gets the keys.
    for (int i = 0; i < 8; ++i) {
        trigger("next-area");
        QVERIFY(!m_window->focusWidget()->visibleRegion().isEmpty());
    }
    // Commands of the articles' list are about its row.
    m_window->docks()->show(u"articles"_s);
    LibraryPanel* library = m_window->desk()->library();
    library->list()->setFocus();
    library->list()->setCurrentIndex(library->filter()->index(1, 0));
    trigger("mark-done");
    const QList<ArticleId>& articles = project().state().articles();
    const auto isDone = [&](qsizetype i) {
        return statusOf(*project().state().article(articles[i]), project().reviewer())
            == ArticleStatus::Done;
    };
    QVERIFY(!isDone(0) && isDone(1));
    // From the filter into the list, and out of any panel.
    QTest::keyClicks(library->field(), u"another"_s);
    QTest::keyClick(library->field(), Qt::Key_Return);
    QTRY_COMPARE(m_window->desk()->activeReader()->article(), articles[1]);
    library->field()->setFocus();
    QTest::keyClick(library->field(), Qt::Key_Escape);
    QVERIFY(library->field()->text().isEmpty());
    QTest::keyClick(library->field(), Qt::Key_Escape);
    QTRY_VERIFY(m_window->desk()->activeReader()->hasFocus());
}

void TestDesk::findInProject()
{
    openWith({ test::smallText(), u"Bruising “heals”. A trial of bruises, with café."_s });
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    SearchPanel* search = m_window->search();
    QTRY_VERIFY(search->field()->hasFocus());
    QTest::keyClicks(search->field(), u"bruis"_s);
    QTRY_COMPARE(search->model()->rowCount(), 3);
    QTest::keyClick(search->field(), Qt::Key_Down);
    QTest::keyClick(search->field(), Qt::Key_Return);
    QTRY_COMPARE(m_window->desk()->activeReader()->article(), project().state().articles()[1]);
    QTRY_VERIFY(!m_window->desk()->activeReader()->hits().isEmpty());
    search->startTyping(u"CAFE"_s); // accents do not count
    QTRY_COMPARE(search->model()->rowCount(), 1);
    search->findChild<QCheckBox*>()->setChecked(true); // whole words
    search->startTyping(u"bruis"_s);
    QTRY_COMPARE(search->model()->rowCount(), 0);
    search->startTyping(u"\"heals\""_s); // any quotation marks
    QTRY_COMPARE(search->model()->rowCount(), 1);
    // A removed article is found no more.
    search->startTyping(u"trial"_s);
    QTRY_COMPARE(search->model()->rowCount(), 2);
    trigger("remove");
    QTRY_COMPARE(search->model()->rowCount(), 1);
    QTest::keyClick(search->list(), Qt::Key_Escape);
    QTRY_VERIFY(m_window->desk()->activeReader()->hasFocus());
}

void TestDesk::listsByTagAndNote()
{
    Reader* reader = openWith({ test::smallText() });
    reader->setCurrentUnit(1);
    press(Qt::Key_M);
    press(Qt::Key_E);
    project()
        .edit({ test::textChange(
            project(), reader->article(), 2, EventKind::Note, u"Which trial?"_s) })
        .value();
    trigger("notes-list");
    SearchModel* model = m_window->search()->model();
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0).data(SearchModel::NoteRole).toString(), u"Which trial?"_s);
    UnitFilter marketing;
    marketing.tag = Tag::Marketing;
    m_window->search()->showAll(marketing);
    QTRY_COMPARE(model->rowCount(), 1);
    QTRY_COMPARE(model->index(0).data().toString(), u"Pulses ease pain."_s);
    m_window->search()->startTyping(u"which"_s); // notes are searched too
    QTRY_COMPARE(model->rowCount(), 0); // but the filter asks for marketing
    m_window->search()->findChild<QComboBox*>()->setCurrentIndex(0);
    QTRY_COMPARE(model->rowCount(), 1);
}

void TestDesk::paletteRunsEverything()
{
    openWith({ test::smallText(), u"Second article. It is short."_s });
    press(Qt::Key_K, Qt::ControlModifier);
    auto* palette = dialog<CommandPalette>();
    QVERIFY(palette);
    const int all = palette->list()->model()->rowCount();
    QVERIFY(all > m_window->actions()->table().size());
    QTest::keyClicks(palette->field(), u"evid"_s);
    QVERIFY(palette->list()->model()->rowCount() < all);
    QCOMPARE(palette->list()->currentIndex().data().toString(), u"Evidence"_s);
    const qsizetype unit = m_window->desk()->activeReader()->currentUnit();
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QCOMPARE(tagOf(unit), Tag::Evidence);
    QTRY_VERIFY(!dialog<CommandPalette>());
    press(Qt::Key_K, Qt::ControlModifier);
    palette = dialog<CommandPalette>();
    QTest::keyClicks(palette->field(), u"xqzj"_s);
    QVERIFY(!palette->list()->isVisible()); // an empty list says nothing: words do
    palette->field()->clear();
    QVERIFY(palette->list()->isVisible());
    QTest::keyClicks(palette->field(), u"second art"_s); // articles are found too
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QTRY_COMPARE(m_window->desk()->activeReader()->article(), project().state().articles()[1]);
}

void TestDesk::paletteRanks()
{
    QVERIFY(CommandPalette::rank(u"Find in Article"_s, u"fia"_s)
        < CommandPalette::rank(u"First Wia"_s, u"fia"_s));
    QVERIFY(CommandPalette::rank(u"Undo"_s, u"und"_s)
        < CommandPalette::rank(u"All Unsure, Not Done"_s, u"und"_s));
    QCOMPARE(CommandPalette::rank(u"Undo"_s, u"xyz"_s), -1);
    QVERIFY(CommandPalette::rank(u"Undo"_s, {}) >= 0);
    QVERIFY(CommandPalette::rank({}, u"a"_s) < 0);
}

void TestDesk::keysAreRemapped()
{
    openWith({ test::smallText() });
    Actions* actions = m_window->actions();
    actions->setKeys("evidence", { QKeySequence(u"G"_s) });
    const qsizetype unit = m_window->desk()->activeReader()->currentUnit();
    press(Qt::Key_E); // no key any more
    QCOMPARE(tagOf(unit), Tag::Untagged);
    press(Qt::Key_G);
    QCOMPARE(tagOf(unit), Tag::Evidence);
    actions->setKeys("caveat", { QKeySequence(u"M"_s) }); // taken from marketing, which keeps 2
    QCOMPARE(actions->action("marketing")->shortcuts(), QList{ QKeySequence(u"2"_s) });
    m_window.reset();
    show();
    QCOMPARE(m_window->actions()->action("evidence")->shortcuts(), QList{ QKeySequence(u"G"_s) });
    QCOMPARE(m_window->actions()->action("caveat")->shortcuts(), QList{ QKeySequence(u"M"_s) });
    const QWidget* button = m_window->findChild<QWidget*>(u"tool-evidence"_s);
    QVERIFY(button->toolTip().contains(u"(G)"));
    m_window->actions()->resetKeys();
    QCOMPARE(m_window->actions()->keyText("evidence"), u"E"_s);
    QVERIFY(button->toolTip().contains(u"(E)"));
}

void TestDesk::keysPageNamesConflicts()
{
    trigger("preferences");
    auto* preferences = dialog<Preferences>();
    QVERIFY(preferences);
    auto* page = preferences->findChild<KeysPage*>();
    preferences->tabs()->setCurrentWidget(page);
    for (int i = 0; i < page->list()->topLevelItemCount(); ++i) {
        if (page->list()->topLevelItem(i)->data(0, Qt::UserRole).toByteArray() == "note")
            page->list()->setCurrentItem(page->list()->topLevelItem(i));
    }
    QVERIFY(!page->assign()->isEnabled());
    QTest::keyClick(page->edit(), Qt::Key_E);
    QTRY_VERIFY(page->assign()->isEnabled());
    QVERIFY2(page->conflict()->text().contains(u"Evidence"), qPrintable(page->conflict()->text()));
    page->assign()->click();
    QCOMPARE(m_window->actions()->keyText("note"), u"E"_s);
    QCOMPARE(m_window->actions()->keyText("evidence"), u"1"_s);
}

void TestDesk::readingStyles()
{
    Reader* reader = openWith({ test::longText(3000) });
    for (int i = 0; i < 20; ++i)
        press(Qt::Key_Down);
    const qsizetype unit = reader->currentUnit();
    trigger("zoom-in");
    QVERIFY(reader->readingStyle().points > 12);
    trigger("wider");
    QCOMPARE(reader->readingStyle().columnEms, 36.0);
    QCOMPARE(reader->currentUnit(), unit); // and it stays in sight
    QVERIFY(reader->viewport()->rect().intersects(reader->unitGeometry(unit)));
    const double points = reader->readingStyle().points;
    m_window.reset();
    show();
    QCOMPARE(m_window->desk()->reader(1)->readingStyle().points, points);
    trigger("zoom-reset");
    QCOMPARE(m_window->desk()->reader(0)->readingStyle().points, 12.0);
    for (int i = 0; i < 60; ++i)
        trigger("zoom-in");
    QCOMPARE(m_window->desk()->reader(0)->readingStyle().points, largestPoints);
}

void TestDesk::cuesAndBlind()
{
    Reader* reader = openWith({ u"A miracle cure. More research is needed. It may help."_s });
    QTRY_VERIFY(!reader->cues().isEmpty());
    const qsizetype all = reader->cues().size();
    auto* listed = m_window->desk()->inspector()->findChild<QLabel*>(u"cues"_s);
    QTRY_VERIFY(listed->isVisible());
    QVERIFY2(listed->text().contains(u"miracle"), qPrintable(listed->text()));
    QVERIFY(!listed->text().contains(u"research")); // of this sentence only
    m_window->hints()->setKindShown(u"hype"_s, false);
    QTRY_VERIFY(!listed->isVisible());
    QCOMPARE(reader->cues().size(), all);
    m_window->hints()->setKindShown(u"hype"_s, true);
    QTRY_VERIFY(listed->isVisible());
    trigger("blind");
    QTRY_VERIFY(reader->cues().isEmpty());
    QTRY_VERIFY(!listed->isVisible());
    trigger("blind");
    QTRY_COMPARE(reader->cues().size(), all);
    trigger("cues");
    QTRY_VERIFY(reader->cues().isEmpty());
    m_window.reset();
    show();
    QVERIFY(!m_window->actions()->action("cues")->isChecked()); // remembered
    trigger("cues");
}

void TestDesk::ownCuesThatAreBroken()
{
    const QString path = session::ownFolder() + u"/syntax/mine.xml"_s;
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    test::writeFile(path, u"<language name=\"Mine\" section=\"Cues\" version=\"1\">\n<oops"_s);
    openWith({ test::smallText() });
    QTRY_VERIFY(m_window->messages()->text().contains(path));
    QVERIFY(m_window->messages()->text().contains(u"line 2"));
    QTRY_COMPARE(m_window->issues()->rowCount(), 1);
    QVERIFY(QFile::remove(path));
    m_window->hints()->reload();
    QTRY_COMPARE(m_window->issues()->rowCount(), 0);
}

void TestDesk::libraryListsAThousand()
{
    QList<ImportedArticle> articles;
    for (int i = 0; i < 1000; ++i)
        articles.append(test::article(
            u"Article %1\n\nA sentence %1. Another."_s.arg(i), u"file%1.txt"_s.arg(i)));
    openWith({ test::smallText() });
    const QList<ArticleId> ids = project().addArticles(articles).value();
    LibraryPanel* library = m_window->desk()->library();
    QCOMPARE(library->filter()->rowCount(), 1001);
    QTest::keyClicks(library->field(), u"article 77"_s);
    QCOMPARE(library->filter()->rowCount(), 19); // 77, 770 to 779, 177 to 977
    library->field()->clear();
    const qsizetype last = 999;
    project()
        .edit({ test::tagChange(project(), ids[last], 1, Tag::Marketing),
            test::tagChange(project(), ids[last], 2, Tag::Caveat) })
        .value();
    library->setOrder(ArticleFilter::Marketing);
    QCOMPARE(library->filter()->index(0, 0).data().toString(), u"Article 999"_s);
    library->setOrder(ArticleFilter::Title);
    QCOMPARE(library->filter()->index(0, 0).data().toString(), u"A cure for heels"_s);
    library->setStatus(ArticleStatus::Done);
    QCOMPARE(library->filter()->rowCount(), 1);
    library->setStatus(ArticleStatus::Skipped);
    QCOMPARE(library->filter()->rowCount(), 0);
    const auto labels = library->findChildren<QLabel*>(u"empty"_s);
    QVERIFY(labels.first()->isVisible()); // an empty list says why
    library->setStatus({});
}

void TestDesk::renameAndState()
{
    openWith({ test::smallText() });
    press(Qt::Key_F2);
    LibraryPanel* library = m_window->desk()->library();
    auto* editor = library->list()->findChild<QLineEdit*>();
    QTRY_VERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"Heels, again"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(shown().facts().title, u"Heels, again"_s);
    trigger("mark-done");
    QCOMPARE(statusOf(shown(), project().reviewer()), ArticleStatus::Done);
    trigger("mark-skipped");
    QCOMPARE(statusOf(shown(), project().reviewer()), ArticleStatus::Skipped);
    QCOMPARE(statusOf(shown(), ReviewerId::create()), ArticleStatus::ToDo); // each their own
    trigger("undo");
    QCOMPARE(statusOf(shown(), project().reviewer()), ArticleStatus::Done);
    trigger("mark-todo");
    QCOMPARE(statusOf(shown(), project().reviewer()), ArticleStatus::ToDo);
    trigger("undo");
    trigger("undo");
    trigger("undo");
    QCOMPARE(shown().facts().title, u"A cure for heels"_s);
}

void TestDesk::panelsComeAndGo()
{
    QVERIFY(m_window->findChild<QDockWidget*>(u"articles"_s)->isHidden()); // nothing to review yet
    openWith({ test::smallText() });
    auto* articles = m_window->findChild<QDockWidget*>(u"articles"_s);
    QVERIFY(articles->isVisible());
    articles->close();
    m_window->docks()->show(u"issues"_s);
    const QString path = project().path();
    QVERIFY(m_window->close());
    m_window.reset();
    show();
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    m_window->openProject(path);
    QVERIFY(shown.wait());
    articles = m_window->findChild<QDockWidget*>(u"articles"_s);
    QVERIFY(articles->isHidden()); // as it was left
    QVERIFY(m_window->findChild<QDockWidget*>(u"issues"_s)->isVisible());
    trigger("reset-layout");
    QVERIFY(articles->isVisible());
    QVERIFY(m_window->findChild<QDockWidget*>(u"issues"_s)->isHidden());
}

void TestDesk::articlesAreDragged()
{
    openWith({ test::smallText(), u"Second article. It is short."_s });
    ReaderPane* right = m_window->desk()->pane(1);
    QMimeData data;
    const ArticleId first = project().state().articles()[0];
    data.setData(QLatin1StringView(ArticleListModel::mimeType), first.toBytes());
    QDragEnterEvent enter({ 30, 30 }, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(right, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({ 30, 30 }, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(right, &drop);
    QCOMPARE(right->reader()->article(), first);
    QTRY_COMPARE(m_window->desk()->activeIndex(), 1);
}

void TestDesk::sourceIsShown()
{
    const QString path = m_folder->filePath(u"page.html"_s);
    test::writeFile(path,
        u"<html><head><title>Heels</title></head><body><article><h1>Heels</h1>"
        "<p>Pulses may <b>ease</b> the pain of the heel for some people.</p>"
        "<p>A trial of fifty people found little of it after a year.</p></article></body></html>"_s);
    openProjectWith({ path });
    Reader* reader = test::focusedReader(*m_window);
    for (qsizetype unit = 0; unit < shown().units().size(); ++unit) {
        if (reader->unitText(unit).startsWith(u"Pulses"))
            reader->setCurrentUnit(unit);
    }
    trigger("source-view");
    SourceDialog* source = nullptr;
    QTRY_VERIFY((source = dialog<SourceDialog>()));
    QVERIFY(source->text()->toPlainText().contains(u"<b>ease</b>"));
    QTRY_COMPARE(source->text()->extraSelections().size(), 1);
    QCOMPARE(source->text()->extraSelections().first().cursor.selectedText(),
        u"Pulses may <b>ease</b> the pain of the heel for some people"_s);
    source->close();
}

void TestDesk::statistics()
{
    openWith({ test::smallText(), u"Second article. It is short."_s });
    m_window->desk()->activeReader()->setCurrentUnit(1);
    press(Qt::Key_M);
    trigger("statistics");
    StatisticsDialog* statistics = nullptr;
    QTRY_VERIFY((statistics = dialog<StatisticsDialog>()));
    const auto cell = [&](int row, int column) {
        return statistics->table()->model()->index(row, column).data().toString();
    };
    QCOMPARE(statistics->table()->model()->rowCount(), 3); // and the whole
    QCOMPARE(cell(2, 2), u"1"_s);
    const QString bySentences = cell(0, 4);
    statistics->counting()->setCurrentIndex(1);
    QCOMPARE(cell(2, 2), u"3"_s); // words of "Pulses ease pain."
    QVERIFY(cell(0, 4) != bySentences);
    for (QPushButton* button : statistics->findChildren<QPushButton*>()) {
        if (button->text() == u"Copy Table")
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 4);
    statistics->close();
}

void TestDesk::issuesJump()
{
    openWith({ test::smallText(), u"Second article. It is short."_s });
    const ArticleId second = project().state().articles()[1];
    m_window->issues()->add({ u"2.txt"_s, u"The encoding was guessed."_s }, second);
    m_window->docks()->show(u"issues"_s);
    auto* list = m_window->findChild<QListView*>(u"issues"_s);
    QTRY_VERIFY(list->isVisible());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
        list->visualRect(list->model()->index(0, 0)).center());
    QTRY_COMPARE(m_window->desk()->activeReader()->article(), second);
}

/// Every action of the table does something or says why not, and none ends the program.
void TestDesk::everyActionRuns()
{
    openWith({ test::smallText(), u"Second article. It is short."_s });
    // These ask the system's dialogs for files or names, or end the window.
    const QList<QByteArray> asking{ "new", "open", "add", "merge", "save-copy", "reviewer",
        "newer-text", "erase", "quit", "about", "sample", "paste", "compare-files",
        "export-comparison" };
    for (const ActionSpec& spec : m_window->actions()->table()) {
        if (asking.contains(spec.id))
            continue;
        QAction* action = m_window->actions()->action(spec.id);
        test::focusedReader(*m_window);
        action->trigger();
        QCoreApplication::processEvents();
        QTRY_VERIFY(!m_window->task()->isRunning());
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        for (QDialog* open : m_window->findChildren<QDialog*>())
            open->close();
    }
    QTRY_COMPARE(project().unsaved(), 0);
    QVERIFY(m_window->isVisible());
}

/// Every key of the table, pressed where a person would press it, triggers its action, once.
void TestDesk::everyKeyReachesItsAction()
{
    Reader* reader = openWith({ test::smallText(), u"Second article. It is short."_s });
    reader->setCurrentUnit(1);
    press(Qt::Key_E, Qt::ShiftModifier);
    press(Qt::Key_Z, Qt::ControlModifier); // so that redo can be pressed, too
    int pressed = 0;
    for (const ActionSpec& spec : m_window->actions()->table()) {
        QAction* action = m_window->actions()->action(spec.id);
        // What the key does is looked at elsewhere; here nothing but the way to it.
        for (const QKeySequence& key : action->shortcuts()) {
            if (QByteArrayView(spec.id) == "copy")
                continue; // the text field's own key: see copying()
            reader = m_window->desk()->reader(0);
            reader->setFocus();
            const bool was = action->isEnabled();
            action->setEnabled(true);
            QSignalSpy triggered(action, &QAction::triggered);
            // Handlers hang on the table; without it a trigger is a trigger and no more.
            disconnect(action, &QAction::triggered, m_window->actions(), nullptr);
            QTest::keyClick(reader, key[0].key(), key[0].keyboardModifiers());
            QVERIFY2(triggered.count() == 1,
                qPrintable(u"%1: %2 triggered it %3 times"_s
                        .arg(QLatin1StringView(spec.id), key.toString())
                        .arg(triggered.count())));
            action->setEnabled(was);
            ++pressed;
        }
    }
    QVERIFY2(pressed >= 60, qPrintable(QString::number(pressed)));
}

void TestDesk::screenReadersHearTheUnit()
{
    Reader* reader = openWith({ test::smallText() });
    reader->setCurrentUnit(2);
    press(Qt::Key_E, Qt::ShiftModifier);
    press(Qt::Key_U);
    project()
        .edit({ test::textChange(project(), reader->article(), 2, EventKind::Note, u"Which?"_s) })
        .value();
    QAccessibleInterface* self = QAccessible::queryAccessibleInterface(reader);
    QCOMPARE(self->role(), QAccessible::Document);
    QCOMPARE(self->text(QAccessible::Name), u"A cure for heels"_s);
    const QString said = self->text(QAccessible::Description);
    QCOMPARE(said, u"Sentence 2 of 5, Evidence, unsure, note: Which?"_s);
    QAccessibleTextInterface* text = self->textInterface();
    QVERIFY(text);
    int start = 0;
    int end = 0;
    const QString sentence
        = text->textAtOffset(text->cursorPosition(), QAccessible::SentenceBoundary, &start, &end);
    QCOMPARE(sentence, u"A trial of 250 people found a benefit."_s);
    QCOMPARE(text->text(start, end), sentence);
    QVERIFY(
        text->attributes(start, &start, &end).contains(u"tag:evidence;unsure:true;note:Which?"));
    QCOMPARE(text->textAfterOffset(start, QAccessible::SentenceBoundary, &start, &end),
        u"It may cause bruising."_s);
    text->setCursorPosition(start);
    QCOMPARE(reader->currentUnit(), 3);
    QVERIFY(reader->rect()
            .translated(reader->mapToGlobal(QPoint()))
            .intersects(text->characterRect(start)));
    QCOMPARE(text->offsetAtPoint(text->characterRect(start + 3).center()) - start, 3);
    text->setSelection(0, 0, end);
    QCOMPARE(reader->range().second, 3);
    QCOMPARE(text->textAtOffset(-5, QAccessible::SentenceBoundary, &start, &end), // no harm
        u"A cure for heels"_s);
    QVERIFY(text->textAtOffset(1'000'000, QAccessible::WordBoundary, &start, &end).isEmpty());
}

/// F6 walks the areas; Tab inside one goes through its fields in the order they stand in.
void TestDesk::tabOrder()
{
    Reader* reader = openWith({ test::smallText(), u"Second article. It is short."_s });
    trigger("next-area");
    QTRY_COMPARE(m_window->desk()->reader(1)->hasFocus(), true);
    trigger("next-area");
    auto* note = m_window->desk()->inspector()->findChild<QPlainTextEdit*>();
    QTRY_VERIFY(note->hasFocus());
    QTest::keyClick(note, Qt::Key_Tab);
    auto* source = m_window->desk()->inspector()->findChild<QLineEdit*>();
    QTRY_VERIFY(source->hasFocus());
    QTest::keyClick(source, Qt::Key_Tab, Qt::ShiftModifier);
    QTRY_VERIFY(note->hasFocus());
    trigger("next-area");
    QTRY_VERIFY(m_window->desk()->library()->list()->hasFocus());
    trigger("next-area");
    QTRY_VERIFY(reader->hasFocus());
}

/// What goes away with the focus gives it back to the reader that had it last.
void TestDesk::keysStayInTheReader()
{
    openWith({ test::smallText(), u"Second article. It is short."_s });
    Reader* reader = m_window->desk()->reader(1);
    reader->setFocus();
    m_window->messages()->showMessage(u"Something was said."_s);
    const auto buttons = m_window->messages()->findChildren<QPushButton*>();
    QVERIFY(!buttons.isEmpty());
    QTest::mouseClick(buttons.last(), Qt::LeftButton);
    QVERIFY(reader->hasFocus());
    m_window->messages()->showMessage(u"Something more was said."_s);
    m_window->messages()->setFocus();
    QVERIFY(!reader->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(m_window->messages()->text().isEmpty());
    QVERIFY(reader->hasFocus());
    trigger("find-project");
    QTRY_VERIFY(!reader->hasFocus());
    m_window->docks()->toggle(u"search"_s)->trigger();
    QTRY_VERIFY(reader->hasFocus());
    QCOMPARE(m_window->desk()->activeReader(), reader);
}

/// Splits, joins, page furniture, themes and messages leave the words where they are.
void TestDesk::whatIsReadStaysInPlace()
{
    Reader* reader
        = openWith({ test::smallText() + u"\n\n"_s + test::longText(6000), test::smallText() });
    QTRY_VERIFY(reader->isLoaded());
    reader->setFocus();
    reader->setCurrentUnit(120);
    QTest::qWait(400); // everything has its height
    QScrollBar* bar = reader->verticalScrollBar();
    bar->setValue(bar->value() - 130); // where no jump would bring it
    QCOMPARE(reader->currentUnit(), 120);
    const int top = reader->unitGeometry(120).top();
    const auto stays = [&](const char* what) {
        QTest::qWait(60);
        const int now = reader->unitGeometry(reader->currentUnit()).top();
        QVERIFY2(std::abs(now - top) <= 3,
            qPrintable(u"%1: %2, was %3"_s.arg(QLatin1StringView(what)).arg(now).arg(top)));
    };
    stays("nothing");
    trigger("split");
    trigger("split");
    stays("split");
    trigger("undo");
    stays("undo of it");
    for (const char* theme : { "theme-dark", "theme-contrast", "theme-light" }) {
        trigger(theme);
        stays(theme);
    }
    m_window->messages()->showMessage(u"Something was said."_s);
    stays("message");
    m_window->messages()->clear();
    stays("message gone");
    reader->scrollTo({ 0, 0 });
    QTest::keyClick(reader, Qt::Key_Home);
    m_window->messages()->showMessage(u"Something was said."_s);
    QTest::qWait(60);
    QCOMPARE(bar->value(), 0);
}

static double luminance(const QColor& colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

/// Contrast ratio of WCAG 2: 1 to 21.
static double ratio(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

void TestDesk::contrast_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : { "light", "dark", "contrast", "paper" })
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestDesk::contrast()
{
    QFETCH(QString, name);
    const Theme theme = Theme::load(name).value();
    const auto least = [&](const QColor& front, const QColor& back, double wanted,
                           const char* what) {
        QVERIFY2(ratio(front, back) >= wanted,
            qPrintable(u"%1 %2 on %3: %4"_s.arg(QString::fromUtf8(what), front.name(), back.name())
                    .arg(ratio(front, back))));
    };
    for (const QColor& back : { theme.window, theme.panel, theme.paper, theme.button, theme.current,
             theme.selection, theme.hit })
        least(theme.ink, back, 7, "text");
    for (const QColor& back :
        { theme.window, theme.panel, theme.paper, theme.button, theme.current })
        least(theme.muted, back, 7, "small text");
    for (const Tag tag : { Tag::Evidence, Tag::Marketing, Tag::Caveat }) {
        least(theme.ink, theme.of(tag).tint, 7, "text on a tint");
        least(theme.of(tag).onLine, theme.of(tag).line, 4.5, "badge");
        least(theme.of(tag).line, theme.paper, 3, "line");
        least(theme.of(tag).line, theme.of(tag).tint, 3, "line on its tint");
    }
    least(theme.ring, theme.paper, 3, "cursor");
    least(theme.accent, theme.panel, 3, "focus");
    CueScanner scanner;
    for (const CueKind& kind : scanner.kinds()) {
        const QString screen = name == u"paper" ? u"light"_s : name;
        least(kind.colours.value(screen), theme.paper, 3, "cue");
    }
}

/// With words twice as large everything is still there: no label is cut, no button is lost.
void TestDesk::hugeWords()
{
    session::setInterfaceScale(2);
    m_window.reset();
    show();
    openWith({ test::smallText(), u"Second article. It is short."_s });
    QCOMPARE(QApplication::font().pointSizeF(), 19.5);
    for (const QWidget* widget : std::initializer_list<const QWidget*>{ m_window->menuBar(),
             m_window->desk()->library()->list(), m_window->findChild<QWidget*>(u"tool-evidence"_s),
             m_window->search()->field() })
        QCOMPARE(widget->font().pointSizeF(), 19.5);
    QTest::qWait(50);
    const QWidget* inspector = m_window->desk()->inspector();
    for (const QLabel* label : inspector->findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width())
                                             : label->sizeHint().height();
        QVERIFY2(label->height() >= needed - 1, qPrintable(label->text()));
        QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width() - 1,
            qPrintable(label->text()));
    }
    for (const QAbstractButton* button : inspector->findChildren<QAbstractButton*>()) {
        const int words = button->fontMetrics().horizontalAdvance(button->text());
        QVERIFY2(button->width() >= words, qPrintable(button->text()));
    }
    session::setInterfaceScale(1);
    QSettings().clear();
}

/// With both readers and all panels, the window fits a screen of 1,600 dots at twice the size, and
/// no word is cut off.
void TestDesk::narrowScreens()
{
    openWith({ test::smallText(), u"Second article. It is short."_s });
    QVERIFY(m_window->minimumSizeHint().width() <= 800);
    m_window->resize(m_window->minimumSizeHint());
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::qWait(50);
    for (int i = 0; i < 2; ++i) {
        Reader* reader = m_window->desk()->reader(i);
        QVERIFY(reader->isVisible());
        const QTextDocument* text = reader->document();
        for (QTextBlock block = text->begin(); block.isValid(); block = block.next()) {
            const QRectF box = text->documentLayout()->blockBoundingRect(block);
            QVERIFY(box.left() >= 24); // a tag's letter has room
            QVERIFY(box.right() <= reader->viewport()->width());
            for (int line = 0; line < block.layout()->lineCount(); ++line)
                QVERIFY(block.layout()->lineAt(line).naturalTextWidth() <= box.width() + 1);
        }
    }
    const FindBar* bar = m_window->desk()->pane(0)->findBar();
    QTRY_VERIFY(bar->field()->hasFocus());
    QVERIFY(bar->field()->width() >= bar->width() - 30);
}

/// Whose tags were shown beside mine shows again with the project, and the title says who I am.
void TestDesk::othersComeBack()
{
    Reader* reader = openWith({ u"Pulses ease pain. They cost much."_s });
    const ReviewerId me = project().reviewer();
    const QString name = project().reviewerName();
    project().setReviewer(ReviewerId::create(), u"Ben"_s);
    reader->setCurrentUnit(0);
    press(Qt::Key_M, Qt::ShiftModifier);
    project().setReviewer(me, name);
    const auto menu = [this]() -> QMenu* {
        for (QMenu* each : m_window->findChildren<QMenu*>()) {
            if (each->title().remove(u'&') == u"Tags of Others")
                return each;
        }
        return nullptr;
    };
    emit menu() -> aboutToShow();
    for (QAction* action : menu()->actions()) {
        if (action->text() == u"Ben")
            action->trigger();
    }
    const auto* said = m_window->findChild<QLabel*>(u"others"_s);
    QTRY_VERIFY2(said->text().contains(u"Ben"_s), qPrintable(said->text()));
    const QString path = project().path();
    QVERIFY(project().flush());
    m_window = nullptr;
    show();
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    m_window->openProject(path);
    QVERIFY(shown.wait());
    QTRY_VERIFY(m_window->desk()->activeReader()->isLoaded());
    said = m_window->findChild<QLabel*>(u"others"_s);
    QTRY_VERIFY2(said->text().contains(u"Ben"_s), qPrintable(said->text()));
    QCOMPARE(m_window->windowTitle(), u"p, as %1 – Assay"_s.arg(name));
}

/// Settings of a version that named no organization are taken over, once.
void TestDesk::settingsMove()
{
    const QString now = QSettings().fileName();
    const QDir folder = QFileInfo(now).dir();
    QSettings().sync();
    QFile::remove(now);
    const QString old = folder.filePath(u"../Unknown Organization/assay.conf"_s);
    const auto write = [&old](const QString& line) {
        QFile file(old);
        return QDir().mkpath(QFileInfo(old).path()) && file.open(QIODevice::WriteOnly)
            && file.write(line.toUtf8()) > 0;
    };
    QVERIFY(write(u"[reviewer]\nname=Ann\n"_s));
    session::adoptOldSettings();
    QVERIFY(!QFile::exists(old));
    QFile moved(now);
    QVERIFY(moved.open(QIODevice::ReadOnly) && moved.readAll().contains("name=Ann"));
    QVERIFY(write(u"[reviewer]\nname=Ben\n"_s));
    session::adoptOldSettings(); // the newer ones stay
    moved.seek(0);
    QVERIFY(moved.readAll().contains("name=Ann"));
    QFile::remove(old);
}

/// Every text of the source that a person reads stands in each translation, finished, with the same
/// places for values. Texts that no source has any more are named too.
void TestDesk::everyTextIsTranslated()
{
    static const QRegularExpression call(
        uR"x((?:\btr\(|\bsay\(|\bTEXT\(|QT_TRANSLATE_NOOP\(\s*"[^"]*"\s*,|\btranslate\(\s*"[^"]*"\s*,)\s*((?:"(?:[^"\\]|\\.)*"\s*)+))x"_s);
    static const QRegularExpression finding(
        uR"x((?:\brefuse\(|\bFinding\s*\{|\bfindings\.append\(\s*\{)\s*u"((?:[^"\\]|\\.)*)"_s)x"_s);
    static const QRegularExpression literal(uR"x("((?:[^"\\]|\\.)*)")x"_s);
    static const QRegularExpression comment(uR"(^\s*//.*$)"_s, QRegularExpression::MultilineOption);
    QSet<QString> wanted;
    for (const char* room : { "app", "views", "models" }) {
        QDirIterator files(QStringLiteral(ASSAY_SOURCE "/") + QLatin1StringView(room),
            { u"*.cpp"_s, u"*.h"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            // The command line speaks English to scripts; the frame log to benchmarks.
            if (file.fileName().contains(u"/commandline/") || file.fileName().contains(u"timing."))
                continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll()).remove(comment);
            // Importers speak no language: what they say is translated where it arrives.
            for (auto it = finding.globalMatch(source); it.hasNext();)
                wanted.insert(it.next().captured(1));
            for (auto it = call.globalMatch(source); it.hasNext();) {
                QString text;
                for (auto part = literal.globalMatch(it.next().captured(1)); part.hasNext();)
                    text += part.next().captured(1);
                wanted.insert(text.replace(u"\\n"_s, u"\n"_s).replace(u"\\\""_s, u"\""_s));
            }
        }
    }
    QVERIFY(wanted.size() > 500);
    const QDir folder(QStringLiteral(ASSAY_SOURCE "/resources/translations"));
    const QStringList all = folder.entryList({ u"*.ts"_s });
    QVERIFY(!all.isEmpty());
    for (const QString& name : all) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QHash<QString, QStringList> known;
        QString source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"source")
                source = xml.readElementText();
            else if (xml.name() == u"numerusform")
                known[source].append(xml.readElementText());
            else if (xml.name() == u"translation") {
                QVERIFY2(!xml.attributes().hasAttribute(u"type"_s), qPrintable(source));
                if (!source.contains(u"%n"))
                    known[source].append(xml.readElementText());
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QStringList problems;
        for (const QString& text : std::as_const(wanted)) {
            if (!known.contains(text))
                problems.append(u"missing: "_s + text);
            for (const QString& said : known.value(text)) {
                for (const QString& place : { u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s, u"%L1"_s }) {
                    if (said.isEmpty() || text.contains(place) != said.contains(place))
                        problems.append(u"places differ: "_s + text);
                }
            }
        }
        for (auto it = known.keyBegin(); it != known.keyEnd(); ++it) {
            if (!wanted.contains(*it))
                problems.append(u"no longer used: "_s + *it);
        }
        QVERIFY2(problems.isEmpty(), qPrintable(name + u'\n' + problems.join(u'\n')));
    }
}

/// Texts of a window that a person reads.
static QStringList textsOf(const QWidget& window)
{
    QStringList all;
    for (const QAction* action : window.findChildren<QAction*>())
        all.append(action->text());
    for (const QLabel* label : window.findChildren<QLabel*>())
        all.append(label->text());
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        all.append(button->text());
    for (const QLineEdit* edit : window.findChildren<QLineEdit*>())
        all.append(edit->placeholderText());
    return all;
}

void TestDesk::german()
{
    m_window.reset();
    const QList<QTranslator*> before = qApp->findChildren<QTranslator*>();
    installTranslations(u"de"_s);
    show();
    openWith({ test::smallText(), u"Second article. It is short."_s });
    const QStringList german = textsOf(*m_window);
    QVERIFY(german.contains(u"&Beleg"_s));
    QVERIFY(!german.contains(u"&Evidence"_s));
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        if (label->isVisible() && !label->text().isEmpty() && !label->wordWrap()
            && label->objectName() == u"section")
            QVERIFY2(label->width() >= label->sizeHint().width() - 1, qPrintable(label->text()));
    }
    m_window->desk()->activeReader()->setCurrentUnit(1);
    press(Qt::Key_E);
    QCOMPARE(tagOf(1), Tag::Evidence); // keys stay
    m_window.reset();
    for (QTranslator* translator : qApp->findChildren<QTranslator*>()) {
        if (!before.contains(translator))
            delete translator;
    }
    QLocale::setDefault(QLocale::c());
}

void TestDesk::rightToLeft()
{
    m_window.reset();
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    show();
    Reader* reader = openWith({ u"המחקר מצא תועלת, אבל היא קטנה. זה עולה כסף."_s });
    // The list stands on the right now, the inspector on the left.
    QVERIFY(
        m_window->desk()->library()->mapToGlobal(QPoint()).x() > reader->mapToGlobal(QPoint()).x());
    reader->setCurrentUnit(0);
    press(Qt::Key_S);
    press(Qt::Key_Left); // forward, as the eye reads
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QCOMPARE(shown().units().size(), 3);
    QCOMPARE(reader->unitText(0), u"המחקר מצא תועלת,"_s);
    m_window->grab(); // paints mirrored without harm
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestDesk)
#include "tst_desk.moc"
