// SPDX-License-Identifier: GPL-3.0-or-later
// Annotated PDFs: long, short, many, and on the pages an article came on.
#include "models/import/importprocess.h"
#include "models/pdf/pdfmarking.h"
#include "tests/bench/measure.h"
#include "tests/fixtures.h"
#include "views/paper/paperexport.h"

#include <poppler-qt6.h>

namespace assay::bench {

/// A review of an article of about `words` words with `highlights` of its sentences tagged.
static PaperReview reviewOf(int words, int highlights)
{
    const ImportedArticle article = test::article(test::longText(words), u"long.txt"_s);
    PaperReview review;
    review.facts
        = { article.title, article.provenance, {}, {}, static_cast<qint32>(article.text.size()) };
    review.text = article.text;
    review.units = article.layout.units;
    PaperVoice voice{ ReviewerId::create(), u"Ann"_s, {}, {}, {} };
    voice.marks.resize(review.units.size());
    voice.stamps.resize(review.units.size());
    review.time = QDateTime::currentDateTimeUtc();
    const qsizetype step = std::max<qsizetype>(1, review.units.size() / std::max(1, highlights));
    for (qsizetype i = 0; i < review.units.size() && highlights > 0; i += step) {
        if (review.units[i].kind == UnitKind::Sentence) {
            voice.marks[i].tag = allTags[static_cast<size_t>(i / step) % 3];
            --highlights;
        }
    }
    review.voices.append(voice);
    return review;
}

static qreal elapsed(const QElapsedTimer& timer)
{
    return static_cast<qreal>(timer.nsecsElapsed()) / 1e6;
}

static qreal ownPeak()
{
    return peakMegabytes(QCoreApplication::applicationPid());
}

static int benchLength(const QString& name, int words, int highlights, int runs,
    const std::function<bool(qreal time, int pages, qreal bytes)>& met, const QJsonObject& goals)
{
    QTemporaryDir folder;
    const PaperReview review = reviewOf(words, highlights);
    const QString path = folder.filePath(u"long.pdf"_s);
    QList<qreal> times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        exportPaper(review, path).value();
        times.append(elapsed(timer));
    }
    const int pages = Poppler::Document::load(path)->numPages();
    const qreal time = percentile(times, 0.5);
    const auto bytes = static_cast<qreal>(QFileInfo(path).size());
    QJsonObject figures{ { u"words"_s, wordCount(review.text) }, { u"highlights"_s, highlights },
        { u"pages"_s, pages },
        { u"words_a_page"_s, rounded(static_cast<qreal>(wordCount(review.text)) / (pages - 1)) },
        { u"export_ms"_s, rounded(time) }, { u"kb_a_page"_s, rounded(bytes / pages / 1e3) },
        { u"peak_mb"_s, rounded(ownPeak()) } };
    for (auto it = goals.begin(); it != goals.end(); ++it)
        figures[it.key()] = it.value();
    return print(name, figures, met(time, pages, bytes));
}

int benchPdf()
{
    return benchLength(u"pdf"_s, 200'000, 3000, 5,
        [](qreal time, int pages, qreal bytes) {
            return time <= 1800 && 200'000 / pages >= 280 && bytes / pages <= 7000;
        },
        { { u"goal_ms"_s, 1800 }, { u"goal_words_a_page"_s, 280 }, { u"goal_kb_a_page"_s, 7 } });
}

int benchPdfShort()
{
    return benchLength(u"pdf-short"_s, 1700, 60, 15,
        [](qreal time, int, qreal) { return time <= 60; }, { { u"goal_ms"_s, 60 } });
}

int benchPdfThousand()
{
    return benchLength(u"pdf-thousand"_s, 441'000, 7000, 1,
        [](qreal, int, qreal) { return ownPeak() <= 200; }, { { u"goal_mb"_s, 200 } });
}

/// A thousand highlights appended to an original of a hundred pages, of which finding the words'
/// places is told apart.
int benchPdfOriginal()
{
    QTemporaryDir folder;
    const PaperReview review = reviewOf(46'000, 1000);
    const QString path = folder.filePath(u"original.pdf"_s);
    PaperReview plain = review;
    plain.voices.clear();
    exportPaper(plain, path).value();
    QFile file(path);
    file.open(QIODevice::ReadOnly);
    const QByteArray original = file.readAll();
    ImportProcess process;
    QElapsedTimer timer;
    timer.start();
    const PlacedWords words = process.words(original).value();
    const qreal reading = elapsed(timer);
    timer.restart();
    const auto places = unitPlaces(review.text, review.units, words.words);
    const qreal placing = elapsed(timer);
    PdfMarking marking;
    marking.time = review.time;
    for (qsizetype unit = 0; unit < review.units.size(); ++unit) {
        const Tag tag = review.mark(unit).tag;
        if (tag == Tag::Untagged || places[unit].isEmpty())
            continue;
        PlacedHighlight placed;
        placed.page = places[unit].first().page;
        for (const LinePlace& place : places[unit])
            placed.boxes.append(place.box);
        placed.highlight.tag = tag;
        placed.highlight.line = Qt::blue;
        placed.highlight.tint = Qt::yellow;
        placed.highlight.unit = u"unit-%1"_s.arg(unit);
        placed.highlight.reviewer = u"Ann"_s;
        placed.highlight.subject = tagName(tag);
        placed.highlight.time = review.time;
        marking.highlights.append(placed);
    }
    marking.review = reviewFileOf(review, {});
    QList<qreal> times;
    for (int i = 0; i < 7; ++i) {
        timer.restart();
        process.marked(original, encodeMarking(marking)).value();
        times.append(elapsed(timer));
    }
    const qreal time = percentile(times, 0.5);
    return print(u"pdf-original"_s,
        { { u"pages"_s, words.pages }, { u"highlights"_s, marking.highlights.size() },
            { u"words_ms"_s, rounded(reading) }, { u"places_ms"_s, rounded(placing) },
            { u"append_ms"_s, rounded(time) }, { u"goal_ms"_s, 200 } },
        time <= 200 && marking.highlights.size() > 900);
}

/// 500 articles into 500 files, then into one: memory stays flat.
int benchPdfProject()
{
    QTemporaryDir folder;
    const PaperReview review = reviewOf(1700, 60);
    QElapsedTimer timer;
    timer.start();
    qreal early = 0;
    for (int i = 0; i < 500; ++i) {
        exportPaper(review, folder.filePath(u"%1.pdf"_s.arg(i))).value();
        if (i == 50)
            early = ownPeak();
    }
    const qreal files = elapsed(timer);
    const qreal late = ownPeak();
    timer.restart();
    exportBook(
        u"All"_s, 500, [&](qsizetype) { return Expected<PaperReview>(review); },
        folder.filePath(u"all.pdf"_s))
        .value();
    const qreal growth = ownPeak() - early;
    return print(u"pdf-project"_s,
        { { u"files_ms"_s, rounded(files) }, { u"book_ms"_s, rounded(elapsed(timer)) },
            { u"mb_after_50"_s, rounded(early) }, { u"mb_after_500"_s, rounded(late) },
            { u"mb_after_book"_s, rounded(ownPeak()) }, { u"goal_growth_mb"_s, 30 } },
        growth <= 30);
}

} // namespace assay::bench
