// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fixtures.h"
#include "views/reader/reader.h"
#include "views/reader/readerlayout.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace assay;
using namespace Qt::StringLiterals;

/// The reader and its lazy layout.
class TestReader : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void layoutIsLazyAndConsistent();
    void endShowsTheLastLines();
    void readingDoesNotMoveWhileLayingOut();
    void clickChoosesTheUnit();
    void cursorSkipsHeadingsAndFurniture();
    void copiedTextIsTheArticle();

private:
    std::unique_ptr<Reader> open(const QString& text);

    QTemporaryDir m_folder;
    std::unique_ptr<Project> m_project;
    ArticleId m_article;
};

void TestReader::initTestCase()
{
    loadFonts();
}

std::unique_ptr<Reader> TestReader::open(const QString& text)
{
    static int count = 0;
    m_project = std::make_unique<Project>();
    m_project->setReviewer(ReviewerId::create(), u"Ann"_s);
    m_project->openNow(m_folder.filePath(u"%1.assay"_s.arg(++count)), Database::Mode::New).value();
    m_article = m_project->addArticles({ test::article(text, u"a.txt"_s) }).value().first();
    auto reader = std::make_unique<Reader>();
    reader->setTheme(Theme::load(u"light"_s).value());
    reader->setProject(m_project.get());
    reader->resize(620, 700);
    reader->show();
    reader->showArticle(m_article);
    return reader;
}

void TestReader::layoutIsLazyAndConsistent()
{
    const auto reader = open(test::longText(30'000));
    QVERIFY(QTest::qWaitForWindowExposed(reader.get()));
    auto* layout = qobject_cast<ReaderLayout*>(reader->document()->documentLayout());
    QVERIFY(layout);
    while (layout->layOutMore(1000)) { }
    qreal y = -1;
    for (QTextBlock block = reader->document()->begin(); block.isValid(); block = block.next()) {
        const QRectF box = layout->blockBoundingRect(block);
        QVERIFY(box.top() >= y);
        y = box.bottom();
        QCOMPARE(layout->blockAt(box.center().y()).blockNumber(), block.blockNumber());
        QCOMPARE(layout->hitTest(box.topLeft() + QPointF(1, 3), Qt::FuzzyHit), block.position());
    }
    QVERIFY(std::abs(layout->documentSize().height() - y) < 60);
}

void TestReader::endShowsTheLastLines()
{
    const auto reader = open(test::longText(200'000));
    QVERIFY(QTest::qWaitForWindowExposed(reader.get()));
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(reader.get(), Qt::Key_End);
    reader->viewport()->repaint();
    qInfo("End in 200,000 words: %lld ms", static_cast<long long>(timer.elapsed()));
    const QTextBlock last = reader->document()->lastBlock();
    const QRectF box = reader->document()->documentLayout()->blockBoundingRect(last);
    const int scroll = reader->verticalScrollBar()->value();
    QVERIFY(box.bottom() <= scroll + reader->viewport()->height() + 1);
    QVERIFY(box.bottom() > scroll + reader->viewport()->height() - 120);
}

/// What stands at the top of the view stays there while the rest of the text gets its true height.
void TestReader::readingDoesNotMoveWhileLayingOut()
{
    const auto reader = open(test::longText(60'000));
    QVERIFY(QTest::qWaitForWindowExposed(reader.get()));
    const qsizetype unit = m_project->state().article(m_article)->units().size() * 2 / 3;
    reader->setCurrentUnit(unit);
    auto* layout = qobject_cast<ReaderLayout*>(reader->document()->documentLayout());
    const auto top = [&] {
        const QTextBlock block = reader->document()->findBlock(
            layout->hitTest({ 100, reader->verticalScrollBar()->value() + 300.0 }, Qt::FuzzyHit));
        return std::pair(block.blockNumber(),
            qRound(layout->blockBoundingRect(block).top()) - reader->verticalScrollBar()->value());
    };
    const auto before = top();
    while (layout->layOutMore(1000)) { }
    QCOMPARE(top().first, before.first);
    QVERIFY2(std::abs(top().second - before.second) <= 3,
        qPrintable(u"%1 and %2"_s.arg(before.second).arg(top().second)));
}

void TestReader::clickChoosesTheUnit()
{
    const auto reader = open(test::smallText());
    QVERIFY(QTest::qWaitForWindowExposed(reader.get()));
    auto* layout = qobject_cast<ReaderLayout*>(reader->document()->documentLayout());
    const QRectF box = layout->blockBoundingRect(reader->document()->findBlockByNumber(3));
    QTest::mouseClick(
        reader->viewport(), Qt::LeftButton, {}, (box.topLeft() + QPointF(30, 8)).toPoint());
    const Unit unit = m_project->state().article(m_article)->units()[reader->currentUnit()];
    QCOMPARE(unit.kind, UnitKind::ListItem);
    QTest::mouseClick(reader->viewport(), Qt::LeftButton, Qt::ShiftModifier,
        layout->blockBoundingRect(reader->document()->findBlockByNumber(4)).center().toPoint());
    QCOMPARE(reader->range().second - reader->range().first, 1);
}

void TestReader::cursorSkipsHeadingsAndFurniture()
{
    const auto reader = open(test::smallText());
    QCOMPARE(reader->currentUnit(), 1); // not the title
    reader->setCurrentUnit(3);
    QVERIFY(reader->goOn(3, false));
    QCOMPARE(m_project->state().article(m_article)->units()[reader->currentUnit()].kind,
        UnitKind::ListItem);
    QVERIFY(reader->goOn(reader->currentUnit(), false));
    QVERIFY(!reader->goOn(reader->currentUnit(), false)); // only furniture follows
    reader->moveBy(1, false);
    QCOMPARE(m_project->state().article(m_article)->units()[reader->currentUnit()].kind,
        UnitKind::Furniture);
}

void TestReader::copiedTextIsTheArticle()
{
    const auto reader = open(test::smallText());
    reader->selectAll();
    const QString copied
        = reader->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
    QCOMPARE(copied,
        u"A cure for heels\nPulses ease pain. A trial of 250 people found a benefit. It may cause bruising.\nWhat to do\n- Rest the foot.\n- Ask a doctor.\nLeave a reply"_s);
}

QTEST_MAIN(TestReader)
#include "tst_reader.moc"
