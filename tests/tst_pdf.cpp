// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fixtures.h"
#include "views/paper/paperexport.h"
#include "views/theme/theme.h"

#include <QProcess>
#include <QTest>

#include <poppler-qt6.h>

using namespace assay;
using namespace Qt::StringLiterals;

class TestPdf : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void highlightsAreAnnotations();
    void wordsLieUnderTheirQuads();
    void textComesBack();
    void nothingIsReplacedByHalf();
    void longNotesGoOver();

private:
    PaperReview review(const QString& text) const;

    QTemporaryDir m_folder;
    QString m_path;
    PaperReview m_review;
};

PaperReview TestPdf::review(const QString& text) const
{
    const ImportedArticle article = test::article(text, u"a.txt"_s);
    PaperReview made;
    made.facts = { article.title, article.provenance, {}, {}, static_cast<qint32>(text.size()) };
    made.text = text;
    made.units = article.layout.units;
    PaperVoice voice{ ReviewerId::create(), u"Ann Österström"_s, {}, {}, {} };
    voice.marks.resize(made.units.size());
    made.time = QDateTime::fromString(u"2026-07-03T12:00:00Z"_s, Qt::ISODate);
    for (qsizetype i = 0; i < made.units.size(); ++i) {
        if (made.units[i].kind != UnitKind::Furniture)
            voice.marks[i].tag = allTags[static_cast<size_t>(i) % 4];
        voice.composition.count(made.units[i].kind, voice.marks[i].tag, false, 1);
    }
    made.voices.append(voice);
    return made;
}

void TestPdf::initTestCase()
{
    loadFonts();
    m_path = m_folder.filePath(u"a.pdf"_s);
    QString text = test::longText(1500);
    text
        += u"An effective office offers efficient affiliations – “fluffy” waffles, 5 µg of naïve Ω and café.\n"_s;
    m_review = review(text);
    m_review.voices[0].marks[5].note = u"Which trial? “Often” is no number."_s;
    QVERIFY(exportPaper(m_review, m_path));
}

void TestPdf::highlightsAreAnnotations()
{
    QProcess check;
    check.start(u"qpdf"_s, { u"--check"_s, m_path });
    QVERIFY(check.waitForFinished() && check.exitCode() == 0);
    const auto document = Poppler::Document::load(m_path);
    QVERIFY(document);
    QSet<QString> units;
    int notes = 0;
    for (int i = 0; i < document->numPages(); ++i) {
        const auto page = document->page(i);
        QSet<QString> onPage;
        for (const auto& annotation : page->annotations({ Poppler::Annotation::AHighlight })) {
            const QString unit = annotation->uniqueName().section(u'-', 0, 1);
            QVERIFY2(!onPage.contains(unit), "one highlight a unit and page");
            onPage.insert(unit);
            QCOMPARE(annotation->author(), u"Ann Österström"_s);
            QVERIFY(annotation->contents().startsWith(u'['));
            QCOMPARE(annotation->modificationDate().toUTC(), m_review.time);
            QCOMPARE(annotation->style().opacity(), 1.0);
            notes += annotation->contents().endsWith(u"is no number."_s);
        }
        units += onPage;
    }
    const QList<Mark>& marks = m_review.voices.first().marks;
    const auto tagged = std::count_if(marks.begin(), marks.end(),
        [](const Mark& mark) { return mark.tag != Tag::Untagged && mark.tag != Tag::None; });
    QCOMPARE(units.size(), tagged);
    QVERIFY(notes >= 1);
    QCOMPARE(document->info(u"Title"_s), u"A long article"_s);
    QCOMPARE(document->embeddedFiles().size(), 1);
    QVERIFY(!document->outline().isEmpty());
}

/// Every word of a tagged unit has its middle under one of the unit's quads, and no other word has.
void TestPdf::wordsLieUnderTheirQuads()
{
    const auto document = Poppler::Document::load(m_path);
    QHash<qsizetype, QString> covered;
    for (int i = 1; i < document->numPages(); ++i) {
        const auto page = document->page(i);
        const QSizeF size = page->pageSizeF();
        const auto words = page->textList();
        for (const auto& annotation : page->annotations({ Poppler::Annotation::AHighlight })) {
            const auto* highlight = static_cast<Poppler::HighlightAnnotation*>(annotation.get());
            QString& text = covered[annotation->uniqueName().section(u'-', 1, 1).toLongLong()];
            for (const auto& quad : highlight->highlightQuads()) {
                QRectF box;
                for (const QPointF& point : quad.points)
                    box |= QRectF(point.x() * size.width() - 0.01, point.y() * size.height() - 0.01,
                        0.02, 0.02);
                for (const auto& word : words) {
                    if (box.contains(word->boundingBox().center()))
                        text += word->text();
                }
            }
        }
    }
    QVERIFY(covered.size() > 20);
    for (auto it = covered.cbegin(); it != covered.cend(); ++it) {
        const TextRange range = m_review.units[it.key()].range;
        QString expected = m_review.text.sliced(range.start, range.length());
        QCOMPARE(QString(it.value()).remove(u' '), expected.remove(u' '));
    }
}

void TestPdf::textComesBack()
{
    const auto document = Poppler::Document::load(m_path);
    QString all;
    for (int i = 1; i < document->numPages(); ++i)
        all += document->page(i)->text({}) + u'\n';
    QVERIFY(!all.contains(u'\t'));
    QVERIFY(!all.contains(QChar(0xFB00)) && !all.contains(QChar(0xFB03)));
    const QString flat = all.simplified();
    QVERIFY2(
        flat.contains(
            u"An effective office offers efficient affiliations – “fluffy” waffles, 5 µg of naïve Ω and café."_s),
        qPrintable(flat.last(300)));
}

void TestPdf::nothingIsReplacedByHalf()
{
    const QString path = m_folder.filePath(u"kept.pdf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("what was there") > 0);
    file.close();
    QVERIFY(!exportPaper(m_review, path, [](qsizetype done, qsizetype) { return done < 2; }));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("what was there"));
    QVERIFY(!exportPaper(m_review, m_folder.filePath(u"no/such/folder.pdf"_s)));
}

void TestPdf::longNotesGoOver()
{
    PaperReview noted = review(test::smallText());
    for (Mark& mark : noted.voices[0].marks)
        mark.note = u"A long remark that needs many lines of the narrow margin. "_s.repeated(14);
    const QString path = m_folder.filePath(u"notes.pdf"_s);
    QVERIFY(exportPaper(noted, path));
    const auto document = Poppler::Document::load(path);
    QVERIFY(document->numPages() >= 3);
    QString all;
    for (int i = 1; i < document->numPages(); ++i)
        all += document->page(i)->text({}).simplified();
    const auto notes = std::count_if(noted.units.begin(), noted.units.end(),
        [](const Unit& unit) { return unit.kind != UnitKind::Furniture; });
    QCOMPARE(all.count(u"remark"_s), 14 * notes);
}

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
