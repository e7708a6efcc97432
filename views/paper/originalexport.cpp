// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/originalexport.h"

#include "models/import/importprocess.h"
#include "models/pdf/pdfmarking.h"
#include "views/paper/annotations.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QSaveFile>
#include <QSet>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Paper", text, nullptr, n);
}

bool hasOriginalPages(const Provenance& from)
{
    return from.format == "pdf"_L1;
}

namespace {

/// Marks one original.
class Marker {
public:
    Marker(const PaperReview& review, const PaperOptions& options, const Theme& theme,
        const PlacedWords& words)
        : m_review(review)
        , m_options(options)
        , m_theme(theme)
        , m_pages(words.pages)
        , m_places(unitPlaces(review.text, review.units, words.words))
    {
        for (const PlacedWord& word : words.words)
            m_withText.insert(word.page);
    }

    QList<PlacedHighlight> highlights()
    {
        QList<PlacedHighlight> all;
        for (qsizetype unit = 0; unit < m_review.units.size(); ++unit) {
            if (!hasAnnotation(m_review, m_options, unit))
                continue;
            if (m_places[unit].isEmpty())
                ++m_missed;
            QMap<int, QList<QRectF>> pages; // one annotation a page
            for (const LinePlace& place : m_places[unit])
                pages[place.page].append(place.box);
            bool begins = true;
            for (auto it = pages.cbegin(); it != pages.cend(); ++it, begins = false) {
                PdfHighlight highlight
                    = highlightOf(m_review, m_options, m_theme, unit, {}, begins);
                highlight.hasIcon = highlight.isNote(); // these pages have no numbers
                if (!highlight.isNote() || begins)
                    all.append({ it.key(), it.value(), highlight });
            }
        }
        return all;
    }

    /// The cover's pages as a PDF of their own.
    Expected<QByteArray> summary(QString& missing)
    {
        QList<CoverNote> notes;
        for (qsizetype unit = 0; unit < m_review.units.size(); ++unit) {
            for (qsizetype voice = 0; voice < m_review.voices.size(); ++voice) {
                const QStringList parts = m_review.notes(voice, unit, m_options);
                if (parts.isEmpty())
                    continue;
                QString text = parts.join(u' ');
                if (m_review.voices.size() > 1)
                    text.prepend(m_review.voices[voice].name + u": "_s);
                const QList<LinePlace>& places = m_places[unit];
                notes.append(
                    { static_cast<int>(notes.size()) + 1, m_review.voices[voice].marks[unit].tag,
                        text, places.isEmpty() ? 0 : places.first().page, 0,
                        places.isEmpty() ? 0 : places.first().page });
            }
        }
        CoverPages cover(m_review, m_options, notes, m_theme);
        cover.setRemark(remark());
        cover.setOnOriginal();
        QByteArray bytes;
        QBuffer out(&bytes);
        out.open(QIODevice::WriteOnly);
        PdfBook book(out);
        std::vector<PdfPage> pages = cover.draw({ m_pages, 0, m_pages + cover.count() }, 0);
        for (PdfPage& page : pages)
            page.links.clear(); // they would lead to pages of this file
        book.addPages(pages);
        if (const Expected<void> done = book.finish({}); !done)
            return std::unexpected(done.error());
        missing = book.missingLetters();
        return bytes;
    }

private:
    QString remark() const
    {
        QStringList sentences;
        QStringList blank;
        for (int page = 0; page < m_pages; ++page) {
            if (!m_withText.contains(page))
                blank.append(QString::number(page + 1));
        }
        if (!blank.isEmpty())
            sentences.append(say("Pages without any text, where nothing could be marked: %1.")
                    .arg(blank.join(u", "_s)));
        if (m_missed > 0)
            sentences.append(say("%n sentence(s) were not found on the pages.", m_missed));
        return sentences.join(u' ');
    }

    const PaperReview& m_review;
    const PaperOptions& m_options;
    const Theme& m_theme;
    int m_pages;
    int m_missed = 0;
    QSet<int> m_withText;
    QList<QList<LinePlace>> m_places;
};

} // namespace

Expected<PaperResult> exportOriginal(const PaperReview& review, const QByteArray& original,
    const QString& path, const PaperOptions& options, const OriginalOptions& how,
    const Progress& progress)
{
    constexpr int steps = 4;
    const auto named = [&review](const Error& error) {
        return std::unexpected(
            Error{ u"%1: %2"_s.arg(review.facts.provenance.file, error.message), error.detail });
    };
    const auto stopped
        = [] { return fail(say("The export was stopped; the file it was at is not there.")); };
    const Expected<Theme> theme = Theme::load(u"paper"_s);
    if (!theme)
        return std::unexpected(theme.error());
    if (!goOn(progress, 0, steps))
        return stopped();
    ImportProcess process;
    const Expected<PlacedWords> words = process.words(original);
    if (!words)
        return named(words.error());
    if (!goOn(progress, 1, steps))
        return stopped();
    Marker marker(review, options, *theme, *words);
    PaperResult result;
    PdfMarking marking;
    marking.highlights = marker.highlights();
    marking.time = review.time;
    marking.rewrite = how.rewrite;
    marking.review = reviewFileOf(review, options, original.size());
    if (how.summary) {
        Expected<QByteArray> summary = marker.summary(result.missingLetters);
        if (!summary)
            return std::unexpected(summary.error());
        marking.summary = std::move(*summary);
    }
    if (!goOn(progress, 2, steps))
        return stopped();
    const Expected<QByteArray> answer = process.marked(original, encodeMarking(marking));
    const Expected<MarkedPdf> marked
        = answer ? unpackMarked(*answer) : std::unexpected(answer.error());
    if (!marked)
        return named(marked.error());
    if (!goOn(progress, 3, steps))
        return stopped();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(notWritten(path, file.errorString()));
    if (marked->isAppended)
        file.write(original);
    file.write(marked->bytes);
    if (!file.commit())
        return std::unexpected(notWritten(path, file.errorString()));
    result.pages = words->pages;
    for (const QString& finding : marked->findings)
        result.remarks.append(u"%1: %2"_s.arg(review.facts.provenance.file, finding));
    if (marked->isSigned)
        result.remarks.append(say("%1 is signed: so that the signature stays valid, only the "
                                  "highlights were added, without summary and attached review.")
                .arg(review.facts.provenance.file));
    return result;
}

} // namespace assay
