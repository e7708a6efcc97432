// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/pdfpages.h"

#include "models/import/pages/placedwords.h"

#include <poppler-qt6.h>

#include <QMultiHash>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// Which way a word's letters follow each other; nothing for a single letter, which may be of a
/// word of either kind.
static std::optional<Run> runOf(const Poppler::TextBox& box)
{
    const auto letters = static_cast<int>(box.text().size());
    if (letters < 2)
        return {};
    const QPointF way = box.charBoundingBox(letters - 1).center() - box.charBoundingBox(0).center();
    if (std::abs(way.y()) <= std::abs(way.x()))
        return Run::Across;
    return way.y() < 0 ? Run::Up : Run::Down;
}

/// The run of the word before, for a letter that stands in line with it.
static Run runBefore(const QList<PageWord>& words, const QRectF& box)
{
    if (words.isEmpty() || words.constLast().run == Run::Across)
        return Run::Across;
    const QRectF& last = words.constLast().box;
    const bool inLine = box.center().x() > last.left() && box.center().x() < last.right()
        && box.top() < last.bottom() + last.width() && box.bottom() > last.top() - last.width();
    return inLine ? words.constLast().run : Run::Across;
}

/// A page's words, its ligatures as letters.
static QList<PageWord> wordsOf(const Poppler::Page& page)
{
    QList<PageWord> words;
    const auto boxes = page.textList();
    words.reserve(static_cast<qsizetype>(boxes.size()));
    for (const auto& box : boxes) {
        QString text = box->text();
        const bool shaped = std::any_of(text.begin(), text.end(), [](QChar c) {
            return (c >= QChar(0xFB00) && c <= QChar(0xFB06))
                || (c >= QChar(0x2E80) && c <= QChar(0x2FDF));
        });
        if (shaped)
            text = text.normalized(QString::NormalizationForm_KC);
        text.removeIf(
            [](QChar c) { return c == QChar::Null || c.category() == QChar::Other_Control; });
        if (!text.trimmed().isEmpty())
            words.append({ box->boundingBox(), text.trimmed(), box->hasSpaceAfter(),
                runOf(*box).value_or(runBefore(words, box->boundingBox())) });
    }
    return words;
}

std::expected<std::unique_ptr<Poppler::Document>, Finding> openPdf(const QByteArray& bytes)
{
    Poppler::setDebugErrorFunction([](const QString&, const QVariant&) { }, {});
    auto pdf = Poppler::Document::loadFromData(bytes);
    if (!pdf)
        return std::unexpected(Finding{ u"It is damaged: it cannot be read as a PDF."_s, {} });
    if (pdf->isLocked())
        return std::unexpected(
            Finding{ u"It is locked with a password. Save it without one and try again."_s, {} });
    return pdf;
}

QList<PageLine> pdfLines(const Poppler::Document& pdf, QList<double>& heights)
{
    constexpr int mostPages = 5000;
    QList<PageLine> lines;
    for (int i = 0; i < std::min(pdf.numPages(), mostPages); ++i) {
        const auto page = pdf.page(i);
        heights.append(page ? page->pageSizeF().height() : 800);
        if (page)
            lines += linesInOrder(wordsOf(*page), page->pageSizeF().width(), i,
                lines.isEmpty() ? 0 : lines.last().region);
    }
    return lines;
}

QByteArray pdfWords(const QByteArray& bytes)
{
    const auto pdf = openPdf(bytes);
    if (!pdf)
        return encodeFinding(pdf.error());
    QList<double> heights;
    PlacedWords placed{ (*pdf)->numPages(), {} };
    for (const PageLine& line : pdfLines(**pdf, heights)) {
        for (const PageWord& word : line.words)
            placed.words.append({ line.page, word.box, word.text });
    }
    return encodeWords(placed);
}

void findWordsUnder(QList<SourceMark>& marks, const QByteArray& bytes)
{
    if (marks.isEmpty())
        return;
    const auto pdf = openPdf(bytes);
    if (!pdf)
        return;
    QList<double> heights;
    QMultiHash<int, qsizetype> onPage;
    for (qsizetype i = 0; i < marks.size(); ++i)
        onPage.insert(marks[i].page, i);
    for (const PageLine& line : pdfLines(**pdf, heights)) {
        for (const qsizetype i : onPage.values(line.page)) {
            SourceMark& mark = marks[i];
            for (const PageWord& word : line.words) {
                const bool under = std::any_of(mark.boxes.begin(), mark.boxes.end(),
                    [&word](const QRectF& box) { return box.contains(word.box.center()); });
                if (under)
                    mark.words += word.text + u' ';
            }
        }
    }
}

} // namespace assay
