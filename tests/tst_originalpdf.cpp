// SPDX-License-Identifier: GPL-3.0-or-later
// Marks on the pages that an article came on, and reviews that come back from PDFs.
#include "models/exchange/reviewfile.h"
#include "models/exchange/reviewtaking.h"
#include "models/import/importprocess.h"
#include "models/pdf/pagespace.h"
#include "tests/fixtures.h"
#include "views/paper/paperjob.h"
#include "views/theme/theme.h"

#include <QProcess>
#include <QTest>

#include <poppler-qt6.h>

using namespace assay;
using namespace Qt::StringLiterals;

class TestOriginalPdf : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void marksLieOnTheirWords_data();
    void marksLieOnTheirWords();
    void sentencesCrossPages();
    void whatIsThereStays();
    void activeContentIsTold();
    void encryptedAndDamaged();
    void signedFiles();
    void reviewComesBack();
    void laterWordsStay();
    void foreignHighlights();
    void hostileReviews();

private:
    static QByteArray pdf(int turned, const QRectF& media, const QRectF& crop,
        const QByteArray& annotations = {}, const QByteArray& catalog = {});
    PaperReview reviewed(const ImportedArticle& article) const;
    Expected<PaperResult> mark(
        const ImportedArticle& article, const QString& path, const OriginalOptions& how = {}) const;
    QByteArray bytesOf(const QString& path) const;
    static int qpdf(const QStringList& arguments);

    QTemporaryDir m_folder;
    ImportProcess m_process;
};

void TestOriginalPdf::initTestCase()
{
    loadFonts();
}

static const QStringList lines{ u"A trial of night splints for heels"_s, {},
    u"Forty people wore a splint for eight weeks. Their pain"_s,
    u"fell by a third. Twelve people stopped because it hurt."_s,
    u"Ask a doctor before you wear one. Nobody knows whether"_s, u"it helps for a year."_s };

/// One page whose lines read upright once a viewer has turned it, with a cross-reference table.
QByteArray TestOriginalPdf::pdf(int turned, const QRectF& media, const QRectF& crop,
    const QByteArray& annotations, const QByteArray& catalog)
{
    const PageSpace space(media, crop, turned);
    QByteArray content("BT /F1 12 Tf\n");
    for (int i = 0; i < lines.size(); ++i) {
        const QPointF at = space.point({ 60.0, 80.0 + 18 * i });
        const QPointF right = space.point({ 61.0, 80.0 + 18 * i }) - at;
        const QPointF up = space.point({ 60.0, 79.0 + 18 * i }) - at;
        for (const double value : { right.x(), right.y(), up.x(), up.y(), at.x(), at.y() })
            content += QByteArray::number(value) + ' ';
        content += "Tm (" + lines[i].toLatin1() + ") Tj\n";
    }
    content += "ET\n";
    const auto box = [](const QRectF& r) {
        return '[' + QByteArray::number(r.left()) + ' ' + QByteArray::number(r.top()) + ' '
            + QByteArray::number(r.right()) + ' ' + QByteArray::number(r.bottom()) + ']';
    };
    const QByteArrayList objects{ "<< /Type /Catalog /Pages 2 0 R" + catalog + " >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox " + box(media) + " /Rotate "
            + QByteArray::number(turned) + " >>",
        "<< /Type /Page /Parent 2 0 R /CropBox " + box(crop)
            + " /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>"
            + (annotations.isEmpty() ? QByteArray() : " /Annots [" + annotations + ']') + " >>",
        "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content
            + "endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>" };
    QByteArray file("%PDF-1.5\n");
    QByteArray table;
    for (int i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray at = QByteArray::number(file.size());
    return file + "xref\n0 6\n0000000000 65535 f \n" + table
        + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + at + "\n%%EOF\n";
}

PaperReview TestOriginalPdf::reviewed(const ImportedArticle& article) const
{
    PaperReview review;
    review.project = u"11111111-2222-4333-8444-555555555555"_s;
    review.article = ArticleId::create();
    review.facts.title = article.title;
    review.facts.provenance = article.provenance;
    review.text = article.text;
    review.units = article.layout.units;
    review.time = QDateTime::fromString(u"2026-07-03T12:00:00Z"_s, Qt::ISODate);
    PaperVoice voice{ ReviewerId::create(), u"Ann"_s, {}, {}, {} };
    for (qsizetype i = 0; i < review.units.size(); ++i) {
        Mark mark;
        mark.tag = allTags[static_cast<size_t>(i) % 3];
        if (i == 2)
            mark.note = u"How many weeks?"_s;
        voice.marks.append(mark);
        voice.stamps.append(5);
    }
    review.voices.append(voice);
    return review;
}

Expected<PaperResult> TestOriginalPdf::mark(
    const ImportedArticle& article, const QString& path, const OriginalOptions& how) const
{
    return exportOriginal(reviewed(article), article.original, path, {}, how);
}

QByteArray TestOriginalPdf::bytesOf(const QString& path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int TestOriginalPdf::qpdf(const QStringList& arguments)
{
    QProcess process;
    process.start(u"qpdf"_s, arguments);
    return process.waitForFinished() ? process.exitCode() : -1;
}

void TestOriginalPdf::marksLieOnTheirWords_data()
{
    QTest::addColumn<int>("turned");
    QTest::addColumn<QRectF>("media");
    QTest::addColumn<QRectF>("crop");
    for (const int turned : { 0, 90, 180, 270 }) {
        QTest::addRow("%d", turned) << turned << QRectF(0, 0, 595, 842) << QRectF(0, 0, 595, 842);
        QTest::addRow("%d-shifted", turned)
            << turned << QRectF(-50, 100, 640, 900) << QRectF(-30, 130, 560, 800);
        QTest::addRow("%d-crop-reaches-out", turned)
            << turned << QRectF(10, 20, 595, 842) << QRectF(-100, -100, 2000, 2000);
    }
}

/// Every word of a unit has its middle under one of the unit's quads, and no other word has.
void TestOriginalPdf::marksLieOnTheirWords()
{
    QFETCH(int, turned);
    QFETCH(QRectF, media);
    QFETCH(QRectF, crop);
    const QByteArray original = pdf(turned, media, crop);
    const auto article = importBytes(original, u"a.pdf"_s, m_process);
    QVERIFY2(article, qPrintable(article ? QString() : article.error().message));
    QCOMPARE(article->layout.units.size(), 6);
    const QString path = m_folder.filePath(u"marked.pdf"_s);
    const auto done = mark(*article, path);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QVERIFY(bytesOf(path).startsWith(original));
    QCOMPARE(qpdf({ u"--check"_s, path }), 0);
    const auto document = Poppler::Document::load(path);
    QCOMPARE(document->numPages(), 2); // the summary follows
    // It has a tree of structure no more, so it must not take places in the original's.
    const QString plain = m_folder.filePath(u"plain.pdf"_s);
    QCOMPARE(qpdf({ u"--qdf"_s, u"--object-streams=disable"_s, path, plain }), 0);
    QVERIFY(bytesOf(plain).contains("/Artifact BMC"));
    QVERIFY(!bytesOf(plain).contains("/StructParent"));
    const auto page = document->page(0);
    const QSizeF size = page->pageSizeF();
    const auto words = page->textList();
    QHash<qsizetype, QString> covered;
    for (const auto& annotation : page->annotations({ Poppler::Annotation::AHighlight })) {
        const auto* highlight = static_cast<Poppler::HighlightAnnotation*>(annotation.get());
        QString& text = covered[annotation->uniqueName().section(u'-', 1, 1).toLongLong()];
        for (const auto& quad : highlight->highlightQuads()) {
            QPolygonF corners;
            for (const QPointF& point : quad.points)
                corners.append({ point.x() * size.width(), point.y() * size.height() });
            for (const auto& word : words) {
                if (corners.boundingRect().contains(word->boundingBox().center()))
                    text += word->text();
            }
        }
    }
    QCOMPARE(covered.size(), 6);
    for (auto it = covered.cbegin(); it != covered.cend(); ++it) {
        const TextRange range = article->layout.units[it.key()].range;
        QString expected = article->text.sliced(range.start, range.length());
        QCOMPARE(QString(it.value()).remove(u' '), expected.remove(u' ').remove(u'\n'));
    }
}

/// Other people's annotations stay; Assay's own are replaced when a file is marked again.
/// A unit that goes on behind a foot line, a footnote and a running head has its words on both
/// pages and none of those between.
void TestOriginalPdf::sentencesCrossPages()
{
    const QStringList first{ u"Forty people wore a splint."_s, u"Their pain fell by a third, but"_s,
        u"1 Smith, personal words."_s, u"3"_s };
    const QStringList second{ u"Heels today"_s, u"twelve people stopped because it hurt."_s,
        u"Ask a doctor."_s };
    QList<PlacedWord> words;
    for (int page = 0; page < 2; ++page) {
        const QStringList& rows = page == 0 ? first : second;
        for (int line = 0; line < rows.size(); ++line) {
            const QStringList parts = rows[line].split(u' ');
            for (int i = 0; i < parts.size(); ++i)
                words.append({ page, QRectF(50 + i * 40, 100 + line * 20, 38, 12), parts[i] });
        }
    }
    const QString text
        = u"Forty people wore a splint. Their pain fell by a third, but twelve people stopped "
          "because it hurt. Ask a doctor."_s;
    QList<Unit> units(3);
    qint32 at = 0;
    for (qsizetype i = 0; i < 3; ++i) {
        const auto end = static_cast<qint32>(text.indexOf(u'.', at) + 1);
        units[i].range = { at, end };
        at = end + 1;
    }
    const auto places = unitPlaces(text, units, words);
    QCOMPARE(places[0], QList<LinePlace>({ { 0, QRectF(50, 100, 198, 12) } }));
    QCOMPARE(places[1],
        QList<LinePlace>({ { 0, QRectF(50, 120, 278, 12) }, { 1, QRectF(50, 120, 238, 12) } }));
    QCOMPARE(places[2], QList<LinePlace>({ { 1, QRectF(50, 140, 118, 12) } }));
}

void TestOriginalPdf::whatIsThereStays()
{
    const QByteArray original = pdf(0, { 0, 0, 595, 842 }, { 0, 0, 595, 842 },
        "<< /Type /Annot /Subtype /Square /Rect [10 10 50 50] /C [1 0 0] /T (Eve) /NM (eve-1) >>");
    const auto article = importBytes(original, u"a.pdf"_s, m_process);
    QVERIFY(article);
    const QString once = m_folder.filePath(u"once.pdf"_s);
    QVERIFY(mark(*article, once));
    // The marked file as an article's original, as it is when another program keeps no prefix.
    ImportedArticle again = *article;
    again.original = bytesOf(once);
    const QString twice = m_folder.filePath(u"twice.pdf"_s);
    QVERIFY(mark(again, twice));
    QVERIFY(bytesOf(twice).startsWith(again.original));
    QCOMPARE(qpdf({ u"--check"_s, twice }), 0);
    const auto document = Poppler::Document::load(twice);
    const auto page = document->page(0);
    QCOMPARE(page->annotations({ Poppler::Annotation::AHighlight }).size(), 6U);
    const auto others = page->annotations({ Poppler::Annotation::AGeom });
    QCOMPARE(others.size(), 1U);
    QCOMPARE(others.front()->author(), u"Eve"_s);
    QCOMPARE(document->embeddedFiles().size(), 1);
}

/// A PDF that does something besides being read says so, when it comes in and when its pages go
/// out.
void TestOriginalPdf::activeContentIsTold()
{
    const auto issuesOf = [&](const QByteArray& annotation) {
        QStringList issues;
        const auto article = importBytes(
            pdf(0, { 0, 0, 595, 842 }, { 0, 0, 595, 842 }, annotation), u"a.pdf"_s, m_process);
        for (const Issue& issue : article ? article->issues : QList<Issue>())
            issues.append(issue.message);
        return issues.join(u'|');
    };
    QCOMPARE(issuesOf({}), QString());
    const QByteArray link = "<< /Type /Annot /Subtype /Link /Rect [10 10 50 50] /A << ";
    QVERIFY(issuesOf(link + "/S /JavaScript /JS (app.alert) >> >>").contains(u"scripts"_s));
    QVERIFY(issuesOf(link + "/S /Launch /F (calc) >> >>").contains(u"start programs"_s));
    QVERIFY(issuesOf(link + "/S /URI /URI (https://example.org) >> >>").isEmpty());
    QVERIFY(
        issuesOf(link + "/S /URI /Next << /S /JavaScript /JS (x) >> >> >>").contains(u"scripts"_s));
    QVERIFY(issuesOf("<< /Type /Annot /Subtype /FileAttachment /Rect [1 1 9 9] >>")
            .contains(u"attached"_s));
    const auto article = importBytes(pdf(0, { 0, 0, 595, 842 }, { 0, 0, 595, 842 },
                                         link + "/S /JavaScript /JS (app.alert) >> >>"),
        u"a.pdf"_s, m_process);
    QVERIFY(article);
    const auto exported = mark(*article, m_folder.filePath(u"active.pdf"_s));
    QVERIFY(exported);
    QVERIFY2(exported->remarks.join(u'|').contains(u"scripts"_s),
        qPrintable(exported->remarks.join(u'|')));
}

void TestOriginalPdf::encryptedAndDamaged()
{
    const QByteArray original = pdf(0, { 0, 0, 595, 842 }, { 0, 0, 595, 842 });
    const QString plain = m_folder.filePath(u"plain.pdf"_s);
    const QString locked = m_folder.filePath(u"locked.pdf"_s);
    QFile file(plain);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(original) == original.size());
    file.close();
    QCOMPARE(qpdf({ u"--encrypt"_s, QString(), u"owner"_s, u"256"_s, u"--"_s, plain, locked }), 0);
    QByteArray damaged = original;
    damaged.replace("startxref\n", "startxref\n9");
    const QString out = m_folder.filePath(u"out.pdf"_s);
    for (const QByteArray& bytes : { bytesOf(locked), damaged }) {
        const auto article = importBytes(bytes, u"a.pdf"_s, m_process);
        QVERIFY2(article, qPrintable(article ? QString() : article.error().message));
        QFile::remove(out);
        const auto refused = mark(*article, out);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.startsWith("a.pdf: It is "_L1));
        QVERIFY(!QFile::exists(out));
        QVERIFY(mark(*article, out, { true, true }));
        QCOMPARE(qpdf({ u"--check"_s, out }), 0);
        const auto document = Poppler::Document::load(out);
        QCOMPARE(document->page(0)->annotations({ Poppler::Annotation::AHighlight }).size(), 6U);
        // Where nobody was asked, new pages are made.
        PaperJob job;
        const auto done = exportArticle(
            reviewed(*article), [&] { return Expected<QByteArray>(bytes); }, out, job);
        QVERIFY(done);
        QCOMPARE(done->remarks.size(), 1);
    }
}

/// A signed file gets highlights alone: what else is added could make its signature suspect.
void TestOriginalPdf::signedFiles()
{
    const QByteArray original = pdf(
        0, { 0, 0, 595, 842 }, { 0, 0, 595, 842 }, {}, " /AcroForm << /SigFlags 3 /Fields [] >>");
    const auto article = importBytes(original, u"a.pdf"_s, m_process);
    QVERIFY(article);
    const QString path = m_folder.filePath(u"signed.pdf"_s);
    const auto done = mark(*article, path);
    QVERIFY(done);
    QCOMPARE(done->remarks.size(), 1);
    QVERIFY(bytesOf(path).startsWith(original));
    const auto document = Poppler::Document::load(path);
    QCOMPARE(document->numPages(), 1);
    QCOMPARE(document->embeddedFiles().size(), 0);
    QCOMPARE(document->page(0)->annotations({ Poppler::Annotation::AHighlight }).size(), 6U);
}

/// New pages and original ones bring the same article back: words, units, marks, reviewer; again
/// brings nothing; undo takes everything back at once.
void TestOriginalPdf::reviewComesBack()
{
    const QByteArray original = pdf(90, { 0, 0, 595, 842 }, { 20, 20, 500, 700 });
    const auto source = importBytes(original, u"a.pdf"_s, m_process);
    QVERIFY(source);
    const PaperReview review = reviewed(*source);
    for (const bool onOriginal : { true, false }) {
        const QString path = m_folder.filePath(u"back.pdf"_s);
        QVERIFY(onOriginal ? mark(*source, path) : exportPaper(review, path));
        const auto article = importFile(path, m_process);
        QVERIFY(article);
        QVERIFY(bringsReview(*article));
        QCOMPARE(article->text, source->text);
        QCOMPARE(article->layout, source->layout);
        if (onOriginal)
            QCOMPARE(article->original, original);
        Project project;
        project.setReviewer(ReviewerId::create(), u"Me"_s);
        QVERIFY(project.openNow(
            m_folder.filePath(onOriginal ? u"o.assay"_s : u"n.assay"_s), Database::Mode::New));
        const auto outcome = takeReview(project, *article);
        QVERIFY(outcome);
        QVERIFY(outcome->isNew);
        QCOMPARE(outcome->taken, 6);
        QCOMPARE(outcome->reviewers, QStringList{ u"Ann"_s });
        const ArticleState* state = project.state().article(outcome->article);
        const ReviewerId ann = state->reviewers().value(0);
        QCOMPARE(project.state().reviewerName(ann), u"Ann"_s);
        for (qsizetype i = 0; i < 6; ++i)
            QCOMPARE(state->mark(ann, i).tag, allTags[static_cast<size_t>(i) % 3]);
        QCOMPARE(state->mark(ann, 2).note, u"How many weeks?"_s);
        const auto again = takeReview(project, *article);
        QVERIFY(again && !again->isNew);
        QCOMPARE(again->same, 6);
        QCOMPARE(again->taken, 0);
        QVERIFY(project.flush());
        QVERIFY(project.undo());
        QVERIFY(project.state().articles().isEmpty());
        QVERIFY(project.redo());
        QCOMPARE(
            project.state().article(outcome->article)->mark(ann, 2).note, u"How many weeks?"_s);
    }
}

/// Of two words of one reviewer the later ones win; those of another project never push ours out.
void TestOriginalPdf::laterWordsStay()
{
    Project project;
    const ReviewerId ann = ReviewerId::create();
    project.setReviewer(ann, u"Ann"_s);
    QVERIFY(project.openNow(m_folder.filePath(u"later.assay"_s), Database::Mode::New));
    const ArticleId id
        = project.addArticles({ test::article(test::smallText(), u"a.txt"_s) })->first();
    QVERIFY(project.edit({ test::tagChange(project, id, 1, Tag::Evidence),
        test::tagChange(project, id, 2, Tag::Marketing) }));
    const auto review = PaperReview::of(project, id, { ann });
    QVERIFY(review);
    const QString path = m_folder.filePath(u"later.pdf"_s);
    QVERIFY(exportPaper(*review, path));
    QVERIFY(project.edit({ test::tagChange(project, id, 1, Tag::Caveat) }));
    auto article = importFile(path, m_process);
    QVERIFY(article);
    auto outcome = takeReview(project, *article);
    QVERIFY(outcome && !outcome->isNew);
    QCOMPARE(outcome->newerHere, 1);
    QCOMPARE(outcome->same, 1);
    QCOMPARE(project.state().article(id)->tag(ann, 1), Tag::Caveat);

    // A copy of this project in which something was said later.
    ReviewFile file = decodeReview(article->review).value();
    file.voices[0].said[0].mark.tag = Tag::None;
    file.voices[0].said[0].lamport = 1'000'000;
    article->review = encodeReview(file);
    outcome = takeReview(project, *article);
    QCOMPARE(outcome->taken, 1);
    QCOMPARE(project.state().article(id)->tag(ann, 1), Tag::None);

    file.project = u"another"_s;
    file.voices[0].said[0].mark.tag = Tag::Evidence;
    file.voices[0].said[0].lamport = 9'000'000;
    article->review = encodeReview(file);
    outcome = takeReview(project, *article);
    QCOMPARE(outcome->newerHere, 1);
    QCOMPARE(project.state().article(id)->tag(ann, 1), Tag::None);
}

/// Highlights of other programs are notes of their authors; by subject they are tags, too.
void TestOriginalPdf::foreignHighlights()
{
    const auto highlight = [](int line, const QByteArray& more) {
        const double y = 842.0 - 80 - 18 * line;
        const QByteArray top = QByteArray::number(y + 10);
        const QByteArray bottom = QByteArray::number(y - 3);
        return "<< /Type /Annot /Subtype /Highlight /Rect [60 " + bottom + " 380 " + top
            + "] /QuadPoints [60 " + top + " 380 " + top + " 60 " + bottom + " 380 " + bottom + "] "
            + more + " >> ";
    };
    const QByteArray original = pdf(0, { 0, 0, 595, 842 }, { 0, 0, 595, 842 },
        highlight(0, "/C [1 1 0] /T (Eve) /Contents (Who paid?)")
            + highlight(5, "/C [1 1 0] /T (Eve) /Subj (Caveat)") + highlight(2, "/C [0 1 0]"));
    const auto article = importBytes(original, u"a.pdf"_s, m_process);
    QVERIFY(article);
    QCOMPARE(article->marks.size(), 3);
    Project project;
    project.setReviewer(ReviewerId::create(), u"Me"_s);
    QVERIFY(project.openNow(m_folder.filePath(u"foreign.assay"_s), Database::Mode::New));
    const auto outcome = takeReview(project, *article);
    QVERIFY(outcome);
    QCOMPARE(outcome->lost, 0);
    const ArticleState* state = project.state().article(outcome->article);
    QCOMPARE(state->reviewers().size(), 2); // Eve, and one without a name
    ReviewerId eve;
    for (const ReviewerId& id : state->reviewers()) {
        if (project.state().reviewerName(id) == u"Eve (PDF)")
            eve = id;
    }
    QCOMPARE(state->mark(eve, 0).note, u"Who paid?"_s);
    QCOMPARE(state->mark(eve, 0).tag, Tag::Untagged);
    QCOMPARE(state->mark(eve, 5).tag, Tag::Caveat);
    const auto again = takeReview(project, *article);
    QCOMPARE(again->taken, 0);
}

/// A review that cannot be true is refused as a whole; the article comes in by its pages.
void TestOriginalPdf::hostileReviews()
{
    for (const QByteArray& bytes : { QByteArray("{}"), QByteArray("[1"),
             QByteArray(R"({"format":"assay-review","version":99})"),
             QByteArray(R"({"format":"assay-review","version":2,"text":"ab","units":[]})"),
             QByteArray(R"({"format":"assay-review","version":2,"text":"ab","units":[{"kind":)"
                        R"("sentence","block":0,"start":0,"end":3}]})"),
             QByteArray(R"({"format":"assay-review","version":2,"text":"ab","units":[{"kind":)"
                        R"("sentence","block":0,"start":1,"end":2},{"kind":"sentence","block":0,)"
                        R"("start":0,"end":1}]})"),
             QByteArray(R"({"format":"assay-review","version":2,"text":"ab","units":[{"kind":)"
                        R"("sentence","block":0,"start":0,"end":2}],"reviewers":[{"id":"x"}]})") })
        QVERIFY2(!decodeReview(bytes), bytes.constData());
}

QTEST_MAIN(TestOriginalPdf)
#include "tst_originalpdf.moc"
