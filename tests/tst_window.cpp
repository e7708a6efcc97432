// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keycard.h"
#include "tests/windowfixture.h"
#include "views/dialogs/listdialog.h"
#include "views/inspector/inspector.h"
#include "views/library/librarypanel.h"

#include <QElapsedTimer>
#include <QInputDialog>
#include <QClipboard>
#include <QMimeData>
#include <QAccessible>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>

#include <poppler-qt6.h>

using namespace assay;
using namespace Qt::StringLiterals;

/// Drives the window with real key events, as a person would.
class TestWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void emptyStateSaysWhatToDo();
    void wholeJob();
    void everyTaggingKey();
    void rangesTakeOneKey();
    void backspaceGoesBack();
    void backspaceTakesWholeDecisions();
    void notesAreTypedNotTagged();
    void longNotesAreHandedOn();
    void messagesGoWithTheirCause();
    void removalIsUndoneOnce();
    void namesakes();
    void twoReaders();
    void sessionComesBack();
    void badFilesAreNamed();
    void sameArticleTwice();
    void dropAddsArticles();
    void quittingDuringWorkAsks();
    void everyActionHasTextAndReachesTheKeyCard();
    void everythingIsNamed();
    void undoHistoryGoesAnywhere();
    void reviewersAreSwitched();
    void failedSavingOffersACopy();
    void damagedProjectIsBroughtBack();
    void furnitureFoldsAndTurns();
    void pastedPagesKeepTheirStructure();
    void newerSaveIsOffered();
    void otherPagesAreNoNewerSaves();

private:
    Reader* openWith(const QStringList& texts);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(test::focusedReader(*m_window), key, modifiers);
    }
    Tag tagOf(qsizetype unit) const
    {
        return m_window->project()
            ->state()
            .article(m_window->desk()->activeReader()->article())
            ->tag(m_window->project()->reviewer(), unit);
    }
    void show()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->resize(
            1480, 920); // the offscreen screen is smaller, and restored windows are cut to it
        m_window->activateWindow();
    }
    void openProject(const QString& path)
    {
        QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
        m_window->openProject(path);
        QVERIFY(shown.wait());
        QTRY_VERIFY(m_window->project()->isHistoryReady());
        if (!m_window->project()->state().articles().isEmpty())
            QTRY_VERIFY(m_window->desk()->activeReader()->isLoaded());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindow::initTestCase()
{
    static QTemporaryDir settings;
    test::prepareApplication(settings.path());
}

void TestWindow::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    show();
}

void TestWindow::cleanup()
{
    m_window.reset();
}

Reader* TestWindow::openWith(const QStringList& texts)
{
    const QString path = m_folder->filePath(u"p.assay"_s);
    QStringList files;
    for (const QString& text : texts) {
        files.append(m_folder->filePath(u"%1.txt"_s.arg(files.size() + 1)));
        test::writeFile(files.last(), text);
    }
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    m_window->newProject(path);
    [&] {
        QVERIFY(shown.wait());
        m_window->addFiles(files);
        QTRY_COMPARE(m_window->project()->state().articles().size(), texts.size());
        QTRY_VERIFY(m_window->desk()->activeReader()->isLoaded());
        QTRY_VERIFY(m_window->project()->isHistoryReady());
    }();
    return test::focusedReader(*m_window);
}

void TestWindow::emptyStateSaysWhatToDo()
{
    QStringList texts;
    for (const QPushButton* button : m_window->findChildren<QPushButton*>())
        texts.append(button->isVisible() ? button->text() : QString());
    QVERIFY(texts.contains(u"New Project…"_s));
    QVERIFY(!m_window->actions()->action("evidence")->isEnabled());
    QVERIFY(!m_window->actions()->action("export")->isEnabled());
}

/// Open, tag, undo, close, reopen, export.
void TestWindow::wholeJob()
{
    Reader* reader = openWith({ test::smallText() });
    QCOMPARE(reader->currentUnit(), 1);
    press(Qt::Key_M);
    QCOMPARE(tagOf(1), Tag::Marketing);
    QCOMPARE(reader->currentUnit(), 2);
    press(Qt::Key_E);
    press(Qt::Key_C);
    QCOMPARE(tagOf(2), Tag::Evidence);
    QCOMPARE(tagOf(3), Tag::Caveat);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(tagOf(3), Tag::Untagged);
    QCOMPARE(reader->currentUnit(), 3); // undo shows the place
    QTRY_COMPARE(m_window->project()->unsaved(), 0);
    const QString path = m_window->project()->path();
    QVERIFY(m_window->close());
    m_window.reset();

    show();
    openProject(path);
    QCOMPARE(tagOf(1), Tag::Marketing);
    QCOMPARE(tagOf(3), Tag::Untagged);
    QTRY_COMPARE(m_window->desk()->activeReader()->currentUnit(), 3); // where it was left
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(tagOf(3), Tag::Caveat);

    const QString pdf = m_folder->filePath(u"out.pdf"_s);
    m_window->exports().exportTo(
        *m_window->project(), m_window->project()->state().articles(), { pdf });
    QTRY_VERIFY(!m_window->task()->isRunning());
    QTRY_VERIFY2(
        m_window->messages()->text().contains(pdf), qPrintable(m_window->messages()->text()));
    const auto document = Poppler::Document::load(pdf);
    QVERIFY(document);
    qsizetype highlights = 0;
    for (int i = 0; i < document->numPages(); ++i)
        highlights += static_cast<qsizetype>(
            document->page(i)->annotations({ Poppler::Annotation::AHighlight }).size());
    QCOMPARE(highlights, 3);
}

void TestWindow::everyTaggingKey()
{
    Reader* reader = openWith({ test::longText(600) });
    const std::pair<Qt::Key, Tag> keys[] = { { Qt::Key_E, Tag::Evidence },
        { Qt::Key_1, Tag::Evidence }, { Qt::Key_M, Tag::Marketing }, { Qt::Key_2, Tag::Marketing },
        { Qt::Key_C, Tag::Caveat }, { Qt::Key_3, Tag::Caveat }, { Qt::Key_0, Tag::None },
        { Qt::Key_Space, Tag::None } };
    for (const auto& [key, tag] : keys) {
        const qsizetype unit = reader->currentUnit();
        press(key);
        QCOMPARE(tagOf(unit), tag);
        QVERIFY(reader->currentUnit() > unit);
    }
    qsizetype unit = reader->currentUnit();
    press(Qt::Key_E, Qt::ShiftModifier); // and stay
    QCOMPARE(tagOf(unit), Tag::Evidence);
    QCOMPARE(reader->currentUnit(), unit);
    press(Qt::Key_C); // a correction goes to the next unit
    QCOMPARE(tagOf(unit), Tag::Caveat);
    QCOMPARE(reader->currentUnit(), unit + 1);
    press(Qt::Key_Period);
    QCOMPARE(tagOf(unit + 1), Tag::Caveat);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    QCOMPARE(reader->currentUnit(), unit);
    press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(tagOf(reader->currentUnit()), Tag::Untagged);
    unit = reader->currentUnit();
    press(Qt::Key_U);
    QVERIFY(m_window->project()
            ->state()
            .article(reader->article())
            ->mark(m_window->project()->reviewer(), unit)
            .unsure);
    press(Qt::Key_U);
    QVERIFY(!m_window->project()
            ->state()
            .article(reader->article())
            ->mark(m_window->project()->reviewer(), unit)
            .unsure);
    press(Qt::Key_BracketLeft);
    QCOMPARE(reader->currentUnit(), unit); // nothing untagged above
}

void TestWindow::rangesTakeOneKey()
{
    Reader* reader = openWith({ test::smallText() });
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(reader->range().first, 1);
    QCOMPARE(reader->range().second, 3);
    press(Qt::Key_M);
    for (qsizetype unit = 1; unit <= 3; ++unit)
        QCOMPARE(tagOf(unit), Tag::Marketing);
    QCOMPARE(m_window->project()
                 ->state()
                 .article(reader->article())
                 ->units()[reader->currentUnit()]
                 .kind,
        UnitKind::ListItem);
    press(Qt::Key_Z, Qt::ControlModifier); // one edit
    for (qsizetype unit = 1; unit <= 3; ++unit)
        QCOMPARE(tagOf(unit), Tag::Untagged);
}

void TestWindow::backspaceGoesBack()
{
    Reader* reader = openWith({ test::smallText() });
    press(Qt::Key_E);
    press(Qt::Key_M);
    QCOMPARE(reader->currentUnit(), 3);
    press(Qt::Key_Backspace);
    QCOMPARE(tagOf(2), Tag::Untagged);
    QCOMPARE(reader->currentUnit(), 2);
    press(Qt::Key_Backspace);
    QCOMPARE(tagOf(1), Tag::Untagged);
    press(Qt::Key_Backspace); // nothing left: no harm
    QCOMPARE(reader->currentUnit(), 1);
}

void TestWindow::backspaceTakesWholeDecisions()
{
    Reader* reader = openWith({ u"One is here. Two is here. Three is here. Four is. Five is."_s });
    press(Qt::Key_E);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_M); // sentences 1 and 2 are one decision
    QCOMPARE(tagOf(2), Tag::Marketing);
    QCOMPARE(reader->currentUnit(), 3);
    press(Qt::Key_Backspace);
    QCOMPARE(tagOf(1), Tag::Untagged);
    QCOMPARE(tagOf(2), Tag::Untagged);
    QCOMPARE(tagOf(0), Tag::Evidence);
    QCOMPARE(reader->currentUnit(), 1);
    press(Qt::Key_Z, Qt::ControlModifier); // both are tagged again, and still the last decision
    reader->setCurrentUnit(4);
    press(Qt::Key_Backspace);
    QCOMPARE(tagOf(1), Tag::Untagged);
    QCOMPARE(tagOf(2), Tag::Untagged);
    QCOMPARE(tagOf(0), Tag::Evidence);
    press(Qt::Key_Backspace);
    QCOMPARE(tagOf(0), Tag::Untagged);
}

/// Who types without a rest loses two seconds at most, and is not told that all is saved.
void TestWindow::longNotesAreHandedOn()
{
    const Reader* reader = openWith({ test::smallText() });
    press(Qt::Key_N);
    auto* note = m_window->findChild<QPlainTextEdit*>();
    QTRY_VERIFY(note->hasFocus());
    const auto* saved = m_window->findChild<QLabel*>(u"saveState"_s);
    QTRY_COMPARE(saved->text(), u"Saved"_s);
    const auto given = [&] {
        return m_window->project()
            ->state()
            .article(reader->article())
            ->mark(m_window->project()->reviewer(), 1)
            .note;
    };
    for (int round = 0; round < 2; ++round) {
        const QString before = given();
        QElapsedTimer typing;
        typing.start();
        while (given() == before && typing.elapsed() < 5000) {
            QTest::keyClick(note, 'b');
            QTest::qWait(60);
            // The words follow a moment after the last key, later on a busy machine.
            QTRY_VERIFY_WITH_TIMEOUT(given() != before || saved->text() == u"Saving…", 1000);
        }
        QVERIFY(typing.elapsed() < 3000);
    }
    QTest::keyClick(note, Qt::Key_Escape);
    QTRY_COMPARE(saved->text(), u"Saved"_s);
    QVERIFY(!given().isEmpty());
    press(Qt::Key_Z, Qt::ControlModifier); // one visit, one edit
    QCOMPARE(given(), QString());
}

void TestWindow::messagesGoWithTheirCause()
{
    Reader* reader = openWith({ u"One is here. Two is here.\n\nAn advertisement."_s });
    MessageBar* messages = m_window->messages();
    reader->showFurniture(true);
    reader->setCurrentUnit(2);
    press(Qt::Key_F);
    reader->showFurniture(true);
    reader->setCurrentUnit(2);
    press(Qt::Key_E);
    QCOMPARE(messages->text(), u"⚠ Page furniture is not tagged."_s);
    press(Qt::Key_Up);
    QCOMPARE(messages->text(), QString());
    // Said in passing: until the next edit. Errors wait for the person.
    messages->showMessage(u"Six came in."_s);
    press(Qt::Key_U);
    QCOMPARE(messages->text(), QString());
    messages->showMessage(u"It is gone."_s, {}, true);
    press(Qt::Key_E);
    QCOMPARE(messages->text(), u"⚠ It is gone."_s);
    messages->clear();
    reader->setCurrentUnit(0);
    press(Qt::Key_E);
    QVERIFY2(messages->text().contains(u"unsure of 1"), qPrintable(messages->text()));
    reader->setCurrentUnit(1);
    press(Qt::Key_U); // sure by now
    QCOMPARE(messages->text(), QString());
}

void TestWindow::removalIsUndoneOnce()
{
    openWith({ test::smallText(), u"Another article. It has two sentences."_s });
    m_window->actions()->action("remove")->trigger();
    QCOMPARE(m_window->messages()->offers(), QStringList(u"Undo"_s));
    m_window->actions()->action("undo")->trigger();
    QCOMPARE(m_window->project()->state().articles().size(), 2);
    QVERIFY(m_window->messages()->offers().isEmpty()); // nothing is left to be undone
    QVERIFY(m_window->project()->canRedo());
    m_window->actions()->action("redo")->trigger();
    QCOMPARE(m_window->project()->state().articles().size(), 1);
}

void TestWindow::namesakes()
{
    Reader* reader = openWith({ test::smallText() });
    Project* project = m_window->project();
    const ReviewerId me = project->reviewer();
    project->setReviewer(ReviewerId::create(), u"Ben"_s);
    QTest::keyClick(reader, 'm');
    project->setReviewer(me, u"Ann"_s);
    const auto renameTo = [&](const QString& name) {
        QTimer::singleShot(0, this, [name] {
            if (auto* box = qobject_cast<QInputDialog*>(QApplication::activeModalWidget())) {
                box->setTextValue(name);
                box->accept();
            }
        });
        m_window->actions()->action("reviewer")->trigger();
    };
    renameTo(u"Ben"_s);
    QCOMPARE(project->reviewerName(), u"Ben"_s);
    QVERIFY(m_window->messages()->offers().contains(u"That Is Me"_s));
    renameTo(u"Carla"_s); // nobody's name: there is nothing to ask any more
    QVERIFY(m_window->messages()->offers().isEmpty());
    QCOMPARE(project->reviewer(), me);
    renameTo(u"Ben"_s);
    m_window->messages()->take(u"That Is Me"_s);
    QVERIFY(project->reviewer() != me);
}

void TestWindow::notesAreTypedNotTagged()
{
    Reader* reader = openWith({ test::smallText() });
    press(Qt::Key_N);
    auto* note = m_window->findChild<QPlainTextEdit*>();
    QTRY_VERIFY(note->hasFocus());
    QTest::keyClicks(note, u"Some evidence, e.m.c."_s);
    QCOMPARE(tagOf(1), Tag::Untagged);
    const auto mark = [&] {
        return m_window->project()
            ->state()
            .article(reader->article())
            ->mark(m_window->project()->reviewer(), 1);
    };
    QCOMPARE(mark().note, QString());
    QTRY_COMPARE_WITH_TIMEOUT(
        mark().note, u"Some evidence, e.m.c."_s, 3000); // after a second of rest
    QTest::keyClicks(note, u" More."_s);
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(mark().note, u"Some evidence, e.m.c. More."_s);
    QTRY_VERIFY(reader->hasFocus());
    QCOMPARE(reader->currentUnit(), 2);
    press(Qt::Key_Z, Qt::ControlModifier); // one visit, one edit
    QCOMPARE(mark().note, QString());
    press(Qt::Key_N, Qt::ShiftModifier);
    auto* source = m_window->desk()->inspector()->findChild<QLineEdit*>();
    QTRY_VERIFY(source->hasFocus());
    QTest::keyClicks(source, u"10.1000/182"_s);
    QTest::keyClick(source, Qt::Key_Escape);
    QCOMPARE(mark().source, u"10.1000/182"_s);
}

void TestWindow::twoReaders()
{
    openWith({ test::smallText(), u"Another article. It has two sentences."_s });
    QVERIFY(m_window->desk()->isSecondShown());
    QTRY_VERIFY(m_window->desk()->reader(1)->isLoaded());
    QVERIFY(m_window->desk()->reader(0)->article() != m_window->desk()->reader(1)->article());
    press(Qt::Key_Tab);
    QTRY_COMPARE(m_window->desk()->activeIndex(), 1);
    press(Qt::Key_C);
    QCOMPARE(tagOf(0), Tag::Caveat);
    const ArticleId second = m_window->desk()->activeReader()->article();
    press(Qt::Key_Tab);
    QTRY_COMPARE(m_window->desk()->activeIndex(), 0);
    press(Qt::Key_Z, Qt::ControlModifier); // the undo goes where the edit was
    QTRY_COMPARE(m_window->desk()->activeReader()->article(), second);
    QCOMPARE(tagOf(0), Tag::Untagged);
    m_window->actions()->action("second")->trigger();
    QVERIFY(!m_window->desk()->isSecondShown());
    m_window->actions()->action("second")->trigger();
    QVERIFY(m_window->desk()->isSecondShown());
    // Removing an article empties its reader; undo brings it back.
    test::focusedReader(*m_window);
    const ArticleId shown = m_window->desk()->activeReader()->article();
    m_window->actions()->action("remove")->trigger();
    QVERIFY(m_window->desk()->activeReader()->article() != shown);
    QCOMPARE(m_window->project()->state().articles().size(), 1);
    m_window->actions()->action("undo")->trigger();
    QCOMPARE(m_window->project()->state().articles().size(), 2);
}

void TestWindow::sessionComesBack()
{
    openWith({ test::longText(4000), test::smallText() });
    Reader* reader = m_window->desk()->reader(0);
    for (int i = 0; i < 60; ++i)
        press(Qt::Key_Down);
    const qsizetype unit = reader->currentUnit();
    const int scroll = reader->verticalScrollBar()->value();
    QVERIFY(scroll > 300);
    const std::pair<qsizetype, int> place = reader->scrollPlace();
    const QString path = m_window->project()->path();
    const QByteArray article = reader->article().toBytes();
    const int width = reader->viewport()->width();
    QVERIFY(m_window->close());
    m_window.reset();
    show();
    openProject(path);
    QTRY_COMPARE(m_window->desk()->reader(0)->currentUnit(), unit);
    QCOMPARE(m_window->desk()->reader(0)->article().toBytes(), article);
    QTRY_COMPARE(m_window->desk()->reader(0)->viewport()->width(), width);
    QCOMPARE(m_window->desk()->reader(0)->scrollPlace(), place);
}

void TestWindow::badFilesAreNamed()
{
    openWith({ test::smallText() });
    const QString empty = m_folder->filePath(u"empty.txt"_s);
    test::writeFile(empty, {});
    const QString good = m_folder->filePath(u"good.txt"_s);
    test::writeFile(good, u"A good one."_s);
    m_window->addFiles({ empty, good, m_folder->filePath(u"absent.txt"_s) });
    QTRY_COMPARE(
        m_window->project()->state().articles().size(), 2); // the others of the batch come in
    QVERIFY(m_window->messages()->text().contains(empty));
    QVERIFY(m_window->messages()->text().contains(u"absent.txt"_s));

    const QString noProject = m_folder->filePath(u"no.assay"_s);
    test::writeFile(noProject, u"These are notes."_s.repeated(100));
    const QString before = m_window->project()->path();
    for (const QString& path :
        { noProject, m_folder->filePath(u"gone.assay"_s), m_folder->path() }) {
        m_window->openProject(path);
        QTRY_VERIFY2(
            m_window->messages()->text().contains(path), qPrintable(m_window->messages()->text()));
        QCOMPARE(m_window->project()->path(), before); // what was open stays open
    }
    press(Qt::Key_E);
    QTRY_COMPARE(m_window->project()->unsaved(), 0);
}

void TestWindow::sameArticleTwice()
{
    openWith({ test::smallText(), u"Another article."_s });
    m_window->addFiles({ m_folder->filePath(u"1.txt"_s) });
    QTRY_VERIFY(m_window->messages()->text().contains(u"already"_s));
    QCOMPARE(m_window->project()->state().articles().size(), 2);
}

void TestWindow::dropAddsArticles()
{
    openWith({ test::smallText() });
    const QString path = m_folder->filePath(u"dropped.txt"_s);
    test::writeFile(path, u"Dropped words. And more."_s);
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });
    QDragEnterEvent enter({ 50, 50 }, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({ 50, 50 }, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE(m_window->project()->state().articles().size(), 2);
    QGuiApplication::clipboard()->clear(); // and nothing is there at all
    m_window->actions()->action("paste")->trigger();
    QVERIFY(!m_window->task()->isRunning());
    QGuiApplication::clipboard()->setText(u"Pasted words. They are an article too."_s);
    m_window->actions()->action("paste")->trigger();
    QTRY_COMPARE(m_window->project()->state().articles().size(), 3);
}

void TestWindow::quittingDuringWorkAsks()
{
    openWith({ test::smallText() });
    std::atomic_bool go = false;
    m_window->task()->start(u"Counting"_s,
        [&go](const Progress& progress) {
            while (!go && progress(1, 2))
                QThread::msleep(5);
        },
        {});
    const auto answer = [](const QString& text) {
        QTimer::singleShot(100, qApp, [text] {
            for (QAbstractButton* button :
                QApplication::activeModalWidget()->findChildren<QAbstractButton*>()) {
                if (button->text() == text)
                    button->click();
            }
        });
    };
    answer(u"Wait"_s);
    QVERIFY(!m_window->close());
    answer(u"Stop It"_s);
    QVERIFY(m_window->close());
    QTRY_VERIFY(!m_window->task()->isRunning());
    go = true;
}

void TestWindow::everyActionHasTextAndReachesTheKeyCard()
{
    QSet<QKeySequence> keys;
    const QString card = keyCardText(*m_window->actions());
    for (const ActionSpec& spec : m_window->actions()->table()) {
        const QAction* action = m_window->actions()->action(spec.id);
        QVERIFY(!action->text().isEmpty());
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key), spec.id); // no key twice
            QVERIFY2(
                card.contains(key.toString(QKeySequence::NativeText).toHtmlEscaped()), spec.id);
            keys.insert(key);
        }
    }
    QVERIFY(keys.size() > 35);
}

/// Every control that takes the focus can be named by a screen reader.
void TestWindow::everythingIsNamed()
{
    openWith({ test::smallText() });
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy())
            continue;
        QAccessibleInterface* accessible
            = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' '
                + widget->objectName()));
    }
}

void TestWindow::undoHistoryGoesAnywhere()
{
    Reader* reader = openWith({ test::smallText() });
    for (const char key : { 'e', 'm', 'c', 'e' })
        QTest::keyClick(reader, key);
    m_window->actions()->action("history")->trigger();
    auto* dialog = m_window->findChild<ListDialog*>();
    QVERIFY(dialog);
    QListView* list = dialog->list();
    QCOMPARE(list->model()->rowCount(), 5); // with the article that was added
    QVERIFY(list->model()->index(0, 0).data().toString().startsWith(u"Evidence"_s));
    list->setCurrentIndex(list->model()->index(2, 0));
    QTest::keyClick(list, Qt::Key_Return);
    const ArticleState* article = m_window->project()->state().article(reader->article());
    const ReviewerId me = m_window->project()->reviewer();
    QCOMPARE(article->composition(me).tagged(), 2);
    QCOMPARE(list->currentIndex().row(), 2); // the step that is the latest now
    QVERIFY(list->model()->index(1, 0).data(Qt::FontRole).value<QFont>().strikeOut());
    QVERIFY(!list->model()->index(2, 0).data(Qt::FontRole).value<QFont>().strikeOut());
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(article->composition(me).tagged(), 4);
}

void TestWindow::reviewersAreSwitched()
{
    Reader* reader = openWith({ test::smallText() });
    QTest::keyClick(reader, 'e');
    Project* project = m_window->project();
    const ReviewerId ann = project->reviewer();
    const ReviewerId ben = ReviewerId::create();
    project->setReviewer(ben, u"Ben"_s);
    reader->setCurrentUnit(1);
    QTest::keyClick(reader, 'm');
    const ArticleState* article = project->state().article(reader->article());
    QCOMPARE(article->tag(ann, 1), Tag::Evidence);
    QCOMPARE(article->tag(ben, 1), Tag::Marketing);
    QVERIFY(project->undo()); // Ben's alone
    QVERIFY(!project->undo());
    QVERIFY(project->redo());
    reader->setCurrentUnit(1);
    m_window->desk()->setOthers({ ann });
    const auto* others = m_window->findChild<QLabel*>(u"others"_s);
    QTRY_VERIFY(others->isVisible());
    QVERIFY2(others->text().contains(u"evidence"_s), qPrintable(others->text()));
    m_window->desk()->setOthers({});
    QTRY_VERIFY(!others->isVisible());
}

void TestWindow::failedSavingOffersACopy()
{
    Reader* reader = openWith({ test::smallText() });
    QTRY_COMPARE(m_window->project()->unsaved(), 0);
    QVERIFY(QFile::remove(m_window->project()->path()));
    QTRY_VERIFY(m_window->messages()->isVisible());
    QVERIFY(m_window->messages()->text().contains(u"moved, deleted or replaced"_s));
    QTest::keyClick(reader, 'e');
    QTRY_VERIFY(m_window->project()->saveError());
    bool offered = false;
    QTRY_VERIFY([&] {
        for (const QPushButton* button : m_window->findChildren<QPushButton*>())
            offered = offered || (button->isVisible() && button->text() == u"Save a Copy…");
        return offered;
    }());
    const QString copy = m_folder->filePath(u"saved.assay"_s);
    bool saved = false;
    m_window->project()->saveCopy(
        copy, [&](const Expected<void>& done) { saved = done.has_value(); });
    QTRY_VERIFY(saved);
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    QTimer::singleShot(200, this, [] { // the question what becomes of the unsaved edit
        if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
            for (QAbstractButton* button : box->buttons()) {
                if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                    button->click();
            }
        }
    });
    m_window->openProject(copy);
    QVERIFY(shown.count() > 0 || shown.wait());
    const ProjectState& state = m_window->project()->state();
    QCOMPARE(state.article(state.articles().first())
                 ->composition(m_window->project()->reviewer())
                 .tagged(),
        1);
}

void TestWindow::damagedProjectIsBroughtBack()
{
    Reader* reader = openWith({ test::smallText() });
    QTest::keyClick(reader, 'e');
    const QString path = m_window->project()->path();
    QTRY_COMPARE(m_window->project()->unsaved(), 0);
    m_window.reset();
    QVERIFY(QFile(path).resize(0));
    show();
    m_window->openProject(path);
    QTRY_VERIFY(m_window->messages()->isVisible());
    QPushButton* bring = nullptr;
    for (QPushButton* button : m_window->messages()->findChildren<QPushButton*>()) {
        if (button->text() == u"Bring It Back")
            bring = button;
    }
    QVERIFY2(bring, qPrintable(m_window->messages()->text()));
    QSignalSpy shown(m_window.get(), &MainWindow::projectShown);
    bring->click();
    QVERIFY(shown.wait());
    const ProjectState& state = m_window->project()->state();
    QCOMPARE(state.articles().size(), 1);
    QCOMPARE(state.article(state.articles().first())
                 ->composition(m_window->project()->reviewer())
                 .tagged(),
        1);
    QTRY_VERIFY(m_window->messages()->text().contains(u"brought back"_s));
}

/// A run of furniture is one line until it is shown; F makes paragraphs furniture and article
/// again.
void TestWindow::furnitureFoldsAndTurns()
{
    Reader* reader
        = openWith({ u"Heels\n\nPulses ease pain. A trial found little.\n\nIt may bruise.\n\n"
                     "It costs ninety pounds.\n\n"
                     "Leave a reply\n\nYour name\n\nSend it now please\n"_s });
    const ArticleState* article = m_window->project()->state().article(reader->article());
    const qsizetype last = article->units().size() - 1;
    QCOMPARE(article->units()[last].kind, UnitKind::Furniture);
    qsizetype head = last;
    while (article->units()[head - 1].kind == UnitKind::Furniture)
        --head;
    QVERIFY(head < last);
    reader->setCurrentUnit(1);
    for (int i = 0; i < 8; ++i)
        press(Qt::Key_Down);
    QCOMPARE(reader->currentUnit(), head); // the folded run is one step, and the last
    const std::pair<qsizetype, qsizetype> all{ head, last };
    QCOMPARE(reader->coveredUnits(), all);
    press(Qt::Key_F, Qt::ShiftModifier);
    QVERIFY(reader->isFurnitureShown());
    press(Qt::Key_Down);
    QCOMPARE(reader->currentUnit(), head + 1);
    press(Qt::Key_F, Qt::ShiftModifier);
    QCOMPARE(reader->currentUnit(), head);
    // What comes out of the middle of a folded run by a redo leaves the others folded.
    reader->showFurniture(true);
    reader->setCurrentUnit(last);
    press(Qt::Key_F);
    article = m_window->project()->state().article(reader->article());
    QVERIFY(article->units()[last].kind != UnitKind::Furniture);
    reader->showFurniture(false);
    m_window->actions()->action("undo")->trigger();
    QCOMPARE(article->units()[last].kind, UnitKind::Furniture);
    QVERIFY(!reader->isFurnitureShown());
    reader->setCurrentUnit(1);
    m_window->actions()->action("redo")->trigger();
    QVERIFY(article->units()[last].kind != UnitKind::Furniture);
    QCOMPARE(reader->currentUnit(), last);
    QVERIFY(!reader->isFurnitureShown());
    m_window->actions()->action("undo")->trigger();
    reader->setCurrentUnit(head);
    reader->showFurniture(false);
    press(Qt::Key_F); // the whole run becomes article
    article = m_window->project()->state().article(reader->article());
    QVERIFY(article->units()[last].kind != UnitKind::Furniture);
    reader->setCurrentUnit(1);
    press(Qt::Key_F);
    QCOMPARE(article->units()[1].kind, UnitKind::Furniture);
    QCOMPARE(article->units()[2].kind, UnitKind::Furniture); // its paragraph
    m_window->actions()->action("undo")->trigger();
    QCOMPARE(article->units()[1].kind, UnitKind::Sentence);
    m_window->actions()->action("undo")->trigger();
    QCOMPARE(article->units()[last].kind, UnitKind::Furniture);
}

/// What was copied from a page comes in with its headings and lists, all of it.
void TestWindow::pastedPagesKeepTheirStructure()
{
    openWith({ u"One sentence here. Another one."_s });
    auto* copied = new QMimeData;
    copied->setHtml(u"<h2>What to do</h2><ul><li>Rest the foot.</li></ul><p>Then wait.</p>"_s);
    copied->setText(u"What to do"_s);
    QGuiApplication::clipboard()->setMimeData(copied);
    m_window->actions()->action("paste")->trigger();
    QTRY_COMPARE(m_window->project()->state().articles().size(), 2);
    const ArticleState* pasted
        = m_window->project()->state().article(m_window->project()->state().articles().last());
    QCOMPARE(pasted->units().size(), 3);
    QCOMPARE(pasted->units()[0].kind, UnitKind::Heading);
    QCOMPARE(pasted->units()[1].kind, UnitKind::ListItem);
    QCOMPARE(pasted->units()[2].kind, UnitKind::Sentence);
}

/// Another page of that name is another article; what else there is to say does not swallow the
/// offer.
void TestWindow::otherPagesAreNoNewerSaves()
{
    openWith({ u"Zinc is sold as a cure. Four small trials looked at lozenges."_s });
    Project& project = *m_window->project();
    const QString file
        = project.state().article(project.state().articles().first())->facts().provenance.file;
    QTemporaryDir folder;
    test::writeFile(
        folder.filePath(file), u"Honey soothes a cough. It is not for babies under one year."_s);
    m_window->openArguments({ folder.filePath(file) });
    QTRY_COMPARE(project.state().articles().size(), 2);
    QTemporaryDir newer;
    test::writeFile(newer.filePath(u"honey.txt"_s), u"Honey soothes a cough. Nobody knows why."_s);
    m_window->openArguments({ newer.filePath(u"honey.txt"_s) });
    QTRY_COMPARE(project.state().articles().size(), 3);
    test::writeFile(
        newer.filePath(u"honey.txt"_s), u"Honey soothes a cough. Now it is known why."_s);
    m_window->openArguments({ newer.filePath(u"absent.txt"_s), newer.filePath(u"honey.txt"_s) });
    QTRY_VERIFY(m_window->messages()->text().contains(u"newer save"_s));
    QVERIFY(m_window->messages()->text().contains(u"absent.txt"_s));
    QVERIFY(m_window->messages()->offers().contains(u"Update"_s));
    QCOMPARE(project.state().articles().size(), 3);
}

/// A file of the same name with other words: update, with tags carried over, as one undoable edit.
void TestWindow::newerSaveIsOffered()
{
    Reader* reader
        = openWith({ u"Zinc is sold as a cure. Four small trials looked at lozenges."_s });
    const ArticleState* article = m_window->project()->state().article(reader->article());
    const QString file = article->facts().provenance.file;
    reader->setCurrentUnit(1);
    press(Qt::Key_E, Qt::ShiftModifier);
    QTemporaryDir folder;
    test::writeFile(folder.filePath(file),
        u"A new opening. Zinc is sold as a cure. Four small trials looked at zinc lozenges."_s);
    m_window->openArguments({ folder.filePath(file) });
    const auto button = [this](const QString& text) -> QPushButton* {
        for (QPushButton* each : m_window->findChildren<QPushButton*>()) {
            if (each->text().remove(u'&') == text && each->isVisible())
                return each;
        }
        return nullptr;
    };
    QTRY_VERIFY(button(u"Update"_s) && button(u"Keep Both"_s));
    QCOMPARE(m_window->project()->state().articles().size(), 1);
    button(u"Update"_s)->click();
    article = m_window->project()->state().article(m_window->project()->state().articles().first());
    QCOMPARE(article->units().size(), 3);
    QCOMPARE(article->tag(m_window->project()->reviewer(), 2), Tag::Evidence);
    m_window->actions()->action("undo")->trigger();
    QCOMPARE(article->units().size(), 2);
    QCOMPARE(article->tag(m_window->project()->reviewer(), 1), Tag::Evidence);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
