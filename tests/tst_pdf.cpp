// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fixtures.h"
#include "views/paper/paperexport.h"
#include "views/theme/theme.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
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
    void everyScriptComesBack();
    void otherViewersAgree();
    void picturesAgree();
    void pagesAreSetWell();
    void coverSaysWhatWasDone();
    void optionsAreKept();
    void notesAreAnnotations();
    void structureIsReadInOrder();
    void manyArticlesInOneFile();
    void fontsAreSmallAndEmbedded();

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

static QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                : QByteArray();
}

/// Where pdf.js was installed; empty where it was not.
static QString pdfjsFolder()
{
    const QString folder = QStringLiteral(ASSAY_SOURCE "/build/pdfjs");
    return QFileInfo::exists(folder + u"/node_modules/pdfjs-dist"_s) ? folder : QString();
}

static QString withoutBlanks(QString text)
{
    return text.remove(QRegularExpression(u"[\\s\\x{202A}-\\x{202E}]"_s));
}

/// Every sentence of each script stands in what three programs read, letter by letter.
void TestPdf::everyScriptComesBack()
{
    const QStringList texts{
        u"Office waffles: 5 µg of naïve café – “fit” at 10 °C; x² ≥ ½, an evidence-based, double-blind, placebo-controlled, patient-reported, self-administered, state-of-the-art, long-term follow-up."_s,
        u"Η κεταμίνη δρα γρήγορα. Μια μελέτη σε 120 ασθενείς βρήκε όφελος."_s,
        u"Кетамин действует быстро. Исследование с участием 120 пациентов показало пользу."_s,
        u"氯胺酮起效迅速。一项针对一百二十名患者的研究发现了益处。"_s,
        u"יעילות הטיפול נבדקה במחקר. השתתפו מטופלים רבים בקליניקה אחת."_s,
        u"أظهرت دراسة أن الكيتامين يعمل بسرعة. شارك في الدراسة مرضى كثيرون."_s,
        // Of these a computer may have no font: boxes, that can be searched all the same.
        u"यह परीक्षण नया है। दूसरा वाक्य यहाँ है।"_s,
        u"தூக்கம் முக்கியம். மருந்து உதவும்."_s,
    };
    for (const QString& words : texts) {
        const QString path = m_folder.filePath(u"script.pdf"_s);
        const auto done = exportPaper(review(u"Heading 1\n\n"_s + words + u'\n'), path);
        QVERIFY(done);
        const QFontMetrics metrics{ serifFont(10) };
        if (words.startsWith(u'य') && !metrics.inFontUcs4(0x92F)) {
            for (const QChar letter : u"यहपरीक्षण"_s)
                QVERIFY2(done->missingLetters.contains(letter), qPrintable(done->missingLetters));
        }
        const QString wanted = withoutBlanks(words);
        const QString poppler = withoutBlanks(
            QString::fromUtf8(outputOf(u"pdftotext"_s, { u"-f"_s, u"2"_s, path, u"-"_s })));
        QVERIFY2(poppler.contains(wanted), qPrintable(poppler));
        const QString mupdf = withoutBlanks(QString::fromUtf8(
            outputOf(u"mutool"_s, { u"draw"_s, u"-q"_s, u"-F"_s, u"txt"_s, path, u"2"_s })));
        QVERIFY2(mupdf.contains(wanted), qPrintable(mupdf));
        if (pdfjsFolder().isEmpty())
            continue;
        const QJsonDocument read = QJsonDocument::fromJson(outputOf(u"node"_s,
            { QStringLiteral(ASSAY_SOURCE "/tests/viewers/pdfjs.mjs"), pdfjsFolder(), path }));
        const QString pdfjs = withoutBlanks(read[u"pages"][1].toString());
        QVERIFY2(pdfjs.contains(wanted), qPrintable(pdfjs));
    }
}

/// MuPDF and pdf.js list every highlight with author, note, colour, date and appearance.
void TestPdf::otherViewersAgree()
{
    const QList<Mark>& marks = m_review.voices.first().marks;
    const auto document = Poppler::Document::load(m_path);
    qsizetype highlights = 0;
    for (int i = 0; i < document->numPages(); ++i)
        highlights += static_cast<qsizetype>(
            document->page(i)->annotations({ Poppler::Annotation::AHighlight }).size());
    QVERIFY(highlights >= marks.size() * 3 / 4 - 2);
    const QByteArray objects = outputOf(u"mutool"_s, { u"show"_s, u"-g"_s, m_path, u"grep"_s });
    const QByteArray all
        = objects.isEmpty() ? outputOf(u"mutool"_s, { u"show"_s, m_path, u"grep"_s }) : objects;
    qsizetype listed = 0;
    for (const QByteArray& line : all.split('\n')) {
        if (!line.contains("/Subtype/Highlight"))
            continue;
        ++listed;
        for (const char* key : { "/T(", "/Contents(", "/C[", "/M(D:20260703120000Z)", "/AP<<",
                 "/QuadPoints[", "/Subj(" })
            QVERIFY2(line.contains(key) || line.contains(QByteArray(key).replace('(', '<')),
                line.constData());
    }
    QCOMPARE(listed, highlights);
    if (pdfjsFolder().isEmpty())
        QSKIP("pdf.js is not installed: tests/run viewers does it");
    const QJsonDocument read = QJsonDocument::fromJson(outputOf(u"node"_s,
        { QStringLiteral(ASSAY_SOURCE "/tests/viewers/pdfjs.mjs"), pdfjsFolder(), m_path }));
    const QJsonArray found = read[u"highlights"].toArray();
    QCOMPARE(found.size(), highlights);
    for (const QJsonValue& value : found) {
        QCOMPARE(value[u"author"].toString(), u"Ann Österström"_s);
        QVERIFY(value[u"contents"].toString().startsWith(u'['));
        QCOMPARE(value[u"colour"].toArray().size(), 3);
        QCOMPARE(value[u"time"].toString(), u"D:20260703120000Z"_s);
        QVERIFY(value[u"appearance"].toBool());
    }
}

/// Poppler and MuPDF draw the same pages: what differs is the smoothing of edges.
void TestPdf::picturesAgree()
{
    for (const int page : { 1, 2, 3 }) {
        const QString number = QString::number(page);
        const QString mine = m_folder.filePath(u"poppler"_s);
        const QString theirs = m_folder.filePath(u"mupdf.png"_s);
        outputOf(u"pdftoppm"_s,
            { u"-r"_s, u"60"_s, u"-png"_s, u"-singlefile"_s, u"-f"_s, number, m_path, mine });
        outputOf(
            u"mutool"_s, { u"draw"_s, u"-q"_s, u"-r"_s, u"60"_s, u"-o"_s, theirs, m_path, number });
        QImage a = QImage(mine + u".png"_s).convertToFormat(QImage::Format_RGB32);
        QImage b = QImage(theirs).convertToFormat(QImage::Format_RGB32);
        QVERIFY(!a.isNull() && !b.isNull());
        QVERIFY(qAbs(a.width() - b.width()) <= 1 && qAbs(a.height() - b.height()) <= 1);
        // Colours of patches of 8 points are alike, though single pixels are not.
        const QSize small(a.width() / 7, a.height() / 7);
        a = a.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        b = b.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        int worst = 0;
        double sum = 0;
        for (int y = 0; y < small.height(); ++y) {
            for (int x = 0; x < small.width(); ++x) {
                const QColor one = a.pixelColor(x, y);
                const QColor other = b.pixelColor(x, y);
                const int difference = std::max({ qAbs(one.red() - other.red()),
                    qAbs(one.green() - other.green()), qAbs(one.blue() - other.blue()) });
                worst = std::max(worst, difference);
                sum += difference;
            }
        }
        const double middle = sum / (small.width() * small.height());
        QVERIFY2(middle < 3 && worst < 70,
            qPrintable(u"page %1: mean %2, worst %3"_s.arg(page).arg(middle).arg(worst)));
    }
}

/// No paragraph leaves a line alone, headings stay with what follows, lines stand on the grid and
/// hold 60 to 70 letters, and forty notes on a page never lie on each other.
/// The cover says no more than what was looked at, whoever and however many looked.
void TestPdf::coverSaysWhatWasDone()
{
    const QString path = m_folder.filePath(u"cover.pdf"_s);
    const auto textOf = [&](const PaperReview& of, const PaperOptions& options = {}) {
        if (!exportPaper(of, path, {}, options))
            return QString();
        const auto document = Poppler::Document::load(path);
        QString all;
        for (int i = 0; i < document->numPages(); ++i)
            all += document->page(i)->text({}) + u'\n';
        return all;
    };
    PaperReview nobody = review(test::longText(300));
    nobody.voices.clear();
    QString text = textOf(nobody);
    QVERIFY(text.contains("not reviewed yet"_L1) && !text.contains("no caveat"_L1));
    QVERIFY(!text.contains("attached"_L1));
    PaperReview some = review(u"One thing is here. Another is there. A third one stands last.\n"_s);
    PaperVoice& voice = some.voices[0];
    voice.composition = {};
    for (qsizetype i = 0; i < voice.marks.size(); ++i) {
        voice.marks[i] = {};
        voice.marks[i].tag = i == 0 ? Tag::Evidence : Tag::Untagged;
        voice.marks[i].unsure = i == 1;
        voice.composition.count(some.units[i].kind, voice.marks[i].tag, i == 1, 1);
    }
    text = textOf(some);
    QVERIFY2(text.contains("no caveat so far, 2 unit"_L1), qPrintable(text));
    QVERIFY(text.contains("Not tagged yet"_L1));
    const PaperVoice same = voice;
    for (int i = 1; i < 40; ++i) {
        some.voices.append(same);
        some.voices.last().name = u"Reader%1x"_s.arg(i);
    }
    text = textOf(some);
    for (int i = 1; i < 40; ++i) // a bar, a strip, the head and the method
        QVERIFY2(text.count(QRegularExpression(u"Reader%1x"_s.arg(i))) == 4, qPrintable(text));
    QVERIFY(text.contains("Evidence, solid line"_L1));
    // Letters tell the language where the importer has no rules for it.
    QVERIFY(exportPaper(review(u"\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd.\n"_s), path));
    QProcess qpdf;
    qpdf.start(u"qpdf"_s, { u"--json"_s, u"--json-key=qpdf"_s, path });
    QVERIFY(qpdf.waitForFinished());
    QVERIFY(qpdf.readAllStandardOutput().contains(R"("/Lang": "u:he")"));
    // Headings of one level stand side by side, also where none is above them.
    PaperReview headed = review(test::longText(300));
    headed.text = u"First\n\nWords stand here.\n\nSecond\n\nMore words.\n"_s;
    headed.units = { { { 0, 5 }, UnitKind::Heading, 2, 0 }, { { 7, 24 }, UnitKind::Sentence, 0, 1 },
        { { 26, 32 }, UnitKind::Heading, 2, 2 }, { { 34, 45 }, UnitKind::Sentence, 0, 3 } };
    headed.voices.clear();
    QVERIFY(exportPaper(headed, path));
    const auto document = Poppler::Document::load(path);
    const auto outline = document->outline();
    QCOMPARE(outline.size(), 1);
    QCOMPARE(outline.first().children().size(), 2);
}

void TestPdf::pagesAreSetWell()
{
    PaperReview noted = review(test::longText(6000));
    for (Mark& mark : noted.voices[0].marks)
        mark.note = u"A remark of some length that fills two or three lines."_s;
    const PagePlan plan = PagePlan::of(noted, {});
    const qreal end = plan.measures.end();
    QList<qsizetype> lengths;
    for (size_t p = 0; p < plan.pages.size(); ++p) {
        const auto& page = plan.pages[p];
        qreal below = 0;
        QHash<qsizetype, int> lines;
        for (const PlacedNote& note : page.notes) {
            ++lines[note.note];
            QVERIFY(note.y >= below - 0.01);
            below = note.y + PagePlan::notePitch;
            QVERIFY(below <= end + 0.01);
        }
        // Short notes are whole, and of none a line stands alone.
        for (auto it = lines.cbegin(); it != lines.cend(); ++it) {
            const int whole = plan.notes[it.key()].layout->lineCount();
            QVERIFY(it.value() == whole || (whole > 3 && it.value() >= 2));
        }
        if (page.lines.empty())
            continue;
        for (const PlacedLine& placed : page.lines) {
            const PaperBlock& block = plan.blocks[static_cast<size_t>(placed.block)];
            QVERIFY(placed.y + block.pitch <= end + 0.01);
            if (block.kind != UnitKind::Sentence)
                continue;
            const qreal steps = (placed.y - plan.measures.top) / PageMeasures::grid;
            QVERIFY(qAbs(steps - qRound(steps)) < 0.01);
            const QTextLine line = block.layout->lineAt(placed.line);
            if (placed.line + 1 < block.layout->lineCount())
                lengths.append(line.textLength());
        }
        const PlacedLine& last = page.lines.back();
        const PlacedLine& first = page.lines.front();
        const auto linesOf = [&plan](const PlacedLine& placed) {
            return plan.blocks[static_cast<size_t>(placed.block)].layout->lineCount();
        };
        QVERIFY(p + 1 == plan.pages.size() || plan.pages[p + 1].lines.empty()
            || !plan.blocks[static_cast<size_t>(last.block)].isHeading());
        QVERIFY(first.line == 0 || first.line < linesOf(first) - 1); // no widow
        QVERIFY(last.line != 0 || linesOf(last) == 1); // no orphan
    }
    std::sort(lengths.begin(), lengths.end());
    const qsizetype middle = lengths[lengths.size() / 2];
    QVERIFY2(middle >= 60 && middle <= 72, qPrintable(QString::number(middle)));
}

void TestPdf::optionsAreKept()
{
    PaperReview two = review(test::smallText());
    two.voices[0].marks[1].note = u"secret remark"_s;
    PaperVoice ben = two.voices[0];
    ben.id = ReviewerId::create();
    ben.name = u"Ben"_s;
    for (Mark& mark : ben.marks)
        mark.tag = Tag::Caveat;
    two.voices.append(ben);
    const QString path = m_folder.filePath(u"options.pdf"_s);
    const auto textOf = [&] {
        return QString::fromUtf8(outputOf(u"pdftotext"_s, { path, u"-"_s })).simplified();
    };
    const auto annotations = [&](Poppler::Annotation::SubType kind) {
        const auto document = Poppler::Document::load(path);
        size_t count = 0;
        for (int i = 0; i < document->numPages(); ++i)
            count += document->page(i)->annotations({ kind }).size();
        return count;
    };
    PaperOptions options;
    QVERIFY(exportPaper(two, path, {}, options));
    QVERIFY(textOf().contains(u"secret remark"_s) && !textOf().contains(u"Leave a reply"_s));
    const size_t all = annotations(Poppler::Annotation::AHighlight);
    QVERIFY(all > 3);
    size_t replies = 0; // Ben's
    const auto shown = Poppler::Document::load(path);
    for (int i = 0; i < shown->numPages(); ++i) {
        for (const auto& one : shown->page(i)->annotations({ Poppler::Annotation::AHighlight }))
            replies += one->revisions().size();
    }
    QVERIFY(replies >= 3);
    options.tags = { Tag::Evidence };
    options.notes = false;
    options.furniture = true;
    options.size = QPageSize::Letter;
    QVERIFY(exportPaper(two, path, {}, options));
    QVERIFY(annotations(Poppler::Annotation::AHighlight) < all);
    QVERIFY(!textOf().contains(u"secret remark"_s) && textOf().contains(u"Leave a reply"_s));
    auto document = Poppler::Document::load(path);
    QCOMPARE(document->page(0)->pageSizeF(), QSizeF(612, 792));
    QVERIFY(!document->embeddedFiles().first()->data().contains("secret"));
    options.flattened = true;
    QVERIFY(exportPaper(two, path, {}, options));
    QCOMPARE(annotations(Poppler::Annotation::AHighlight), 0U);
    const QImage picture = Poppler::Document::load(path)->page(1)->renderToImage(50, 50);
    bool tinted = false;
    for (int y = 0; y < picture.height() && !tinted; ++y) {
        for (int x = 0; x < picture.width() && !tinted; ++x)
            tinted = picture.pixelColor(x, y) == QColor(u"#DCEDF8"_s);
    }
    QVERIFY(tinted);
}

/// What colours nothing is there all the same: notes on units without a tag, another reviewer's tag
/// where the first said None, and None where the first gave a tag.
void TestPdf::notesAreAnnotations()
{
    PaperReview two = review(test::smallText());
    QCOMPARE(two.voices[0].marks[0].tag, Tag::Evidence);
    for (Mark& mark : two.voices[0].marks)
        mark = {};
    PaperVoice ben = two.voices[0];
    ben.id = ReviewerId::create();
    ben.name = u"Ben"_s;
    two.voices.append(ben);
    QList<Mark>& first = two.voices[0].marks;
    QList<Mark>& second = two.voices[1].marks;
    first[1] = { Tag::None, false, u"nothing here"_s, {} };
    first[2].tag = Tag::None;
    second[2].tag = Tag::Evidence;
    first[3].tag = Tag::Marketing;
    second[3].tag = Tag::None;
    first[4].note = u"not yet"_s;
    second[4] = { Tag::Caveat, false, u"for later"_s, {} };
    PaperOptions options;
    options.tags = { Tag::Evidence, Tag::Marketing };
    const QString path = m_folder.filePath(u"notes-only.pdf"_s);
    QVERIFY(exportPaper(two, path, {}, options));
    QVERIFY(!outputOf(u"qpdf"_s, { u"--check"_s, path }).isEmpty());
    const auto document = Poppler::Document::load(path);
    QStringList found;
    for (int i = 0; i < document->numPages(); ++i) {
        for (const auto& one : document->page(i)->annotations(
                 { Poppler::Annotation::AHighlight, Poppler::Annotation::AText })) {
            const bool tints = one->subType() == Poppler::Annotation::AHighlight;
            QString line = (tints ? u"+ "_s : u"- "_s) + one->author() + u' ' + one->contents();
            for (const auto& reply : one->revisions())
                line += u" < "_s + reply->author() + u' ' + reply->contents();
            found.append(line);
        }
    }
    QCOMPARE(found,
        QStringList({ u"- Ann Österström [NONE] nothing here"_s, u"- Ben [EVIDENCE]"_s,
            u"+ Ann Österström [MARKETING] < Ben [NONE]"_s,
            u"- Ann Österström [NOTE] not yet"_s }));
    const QString text = QString::fromUtf8(outputOf(u"pdftotext"_s, { path, u"-"_s })).simplified();
    QVERIFY2(text.contains(u"Only these tags are highlighted: Evidence, Marketing."_s),
        qPrintable(text));
    QVERIFY(text.contains(u"nothing here"_s) && !text.contains(u"for later"_s));
}

/// The tree of headings, paragraphs and notes that screen readers follow, as poppler reads it.
void TestPdf::structureIsReadInOrder()
{
    PaperReview noted = review(test::longText(1500)
        + u"A sentence that is long enough to be broken into two lines of the page, or even into "
          u"three of them.\n\n• one item of a list\n• another item of it\n"_s);
    const auto longest = std::ranges::find_if(noted.units, [&](const Unit& unit) {
        return noted.text.sliced(unit.range.start).startsWith(u"A sentence that is long"_s);
    });
    noted.voices[0].marks[longest - noted.units.begin()].note = u"Is it so long?"_s;
    const QString path = m_folder.filePath(u"structure.pdf"_s);
    QVERIFY(exportPaper(noted, path));
    QVERIFY(!outputOf(u"qpdf"_s, { u"--check"_s, path }).isEmpty());
    const QString tree = QString::fromUtf8(outputOf(u"pdfinfo"_s, { u"-struct-text"_s, path }))
                             .simplified()
                             .replace(u"\" \""_s, u""_s); // goes on on the next page
    QVERIFY2(
        tree.startsWith(u"Document Art Sect H1 (block) \"A long article\""_s), qPrintable(tree));
    qsizetype at = tree.indexOf(u"H1"_s, tree.indexOf(u"H2 (block) \"Notes\""_s));
    for (const Unit& unit : std::as_const(noted.units)) {
        if (unit.kind == UnitKind::Furniture)
            continue;
        const QString words = noted.text.sliced(unit.range.start, unit.range.length()).simplified();
        const qsizetype next = tree.indexOf(words, at);
        QVERIFY2(next >= at && at >= 0, qPrintable(words)); // whole, with its blanks, and in order
        at = next;
    }
    const QString note = u"Note (inline) \"1 Is it so long?\""_s;
    QVERIFY2(tree.contains(u"three of them.\" "_s + note), qPrintable(tree.right(1500)));
    QVERIFY(tree.contains(
        u"L (block) LI (block) LBody (block) \"• one item of a list\""_s)); // one list for both
    QCOMPARE(tree.count(u" L (block) "_s), 1);
    const auto document = Poppler::Document::load(path);
    qsizetype highlights = 0;
    for (int i = 0; i < document->numPages(); ++i)
        highlights += static_cast<qsizetype>(
            document->page(i)->annotations({ Poppler::Annotation::AHighlight }).size());
    QCOMPARE(tree.count(u"Annot (inline) Object"_s), highlights);
    QCOMPARE(tree.count(u"Link (inline) \"Is it so long?\" Object"_s), 1);
    QVERIFY(!tree.contains(u" / "_s)); // the pages' foot is no part of it
    // Nothing is drawn outside of a mark, and every mark is closed.
    const QByteArray plain
        = outputOf(u"qpdf"_s, { u"--qdf"_s, u"--object-streams=disable"_s, path, u"-"_s });
    bool open = false;
    int drawn = 0;
    for (const QByteArray& line : plain.split('\n')) {
        if (line.endsWith("BDC") || line.endsWith("BMC")) {
            QVERIFY2(!open, line.constData());
            open = true;
        } else if (line == "EMC") {
            QVERIFY(open);
            open = false;
        } else if (line.startsWith("BT ")) {
            QVERIFY(open);
            ++drawn;
        }
    }
    QVERIFY(drawn > 100 && !open);
}

void TestPdf::manyArticlesInOneFile()
{
    const QString path = m_folder.filePath(u"book.pdf"_s);
    const auto done = exportBook(
        u"A project"_s, 40,
        [this](qsizetype i) {
            PaperReview one = review(test::smallText());
            one.facts.title = u"Article number %1"_s.arg(i + 1);
            return Expected<PaperReview>(one);
        },
        path);
    QVERIFY(done);
    QCOMPARE(outputOf(u"qpdf"_s, { u"--check"_s, path }).isEmpty(), false);
    const auto document = Poppler::Document::load(path);
    QCOMPARE(document->numPages(), done->pages);
    QVERIFY(document->page(0)->text({}).contains(u"Article number 1"_s));
    QCOMPARE(document->outline().size(), 40);
    QCOMPARE(document->embeddedFiles().size(), 40);
    const QString tree
        = QString::fromUtf8(outputOf(u"pdfinfo"_s, { u"-struct-text"_s, path })).simplified();
    QVERIFY2(tree.startsWith(u"Document Art Sect H1 (block) \"A project\""_s), "contents first");
    QCOMPARE(tree.count(u" Art "_s), 41);
    // A contents link leads to the article's cover, whose foot has the number that it showed.
    const auto links = document->page(0)->links();
    QVERIFY(links.size() > 5);
    for (const auto& link : links) {
        const auto* jump = static_cast<Poppler::LinkGoto*>(link.get());
        const int number = jump->destination().pageNumber();
        const QString cover = document->page(number - 1)->text({});
        QVERIFY(cover.contains(u"Article number"_s));
        QVERIFY(cover.trimmed().endsWith(QString::number(number)));
    }
    QVERIFY(!exportBook(
        u"A project"_s, 2, [](qsizetype) { return Expected<PaperReview>(fail(u"gone"_s)); }, path));
    QVERIFY(Poppler::Document::load(path)); // what was there stays
}

void TestPdf::fontsAreSmallAndEmbedded()
{
    const QByteArray fonts = outputOf(u"pdffonts"_s, { m_path });
    const QByteArrayList rows = fonts.trimmed().split('\n').sliced(2);
    QVERIFY(rows.size() >= 3);
    for (const QByteArray& row : rows)
        QVERIFY2(row.contains(" yes yes yes "), row.constData()); // embedded, subset, ToUnicode
    QVERIFY2(
        QFileInfo(m_path).size() < 140'000, qPrintable(QString::number(QFileInfo(m_path).size())));
}

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
