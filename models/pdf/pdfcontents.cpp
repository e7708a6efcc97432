// SPDX-License-Identifier: GPL-3.0-or-later
// What people and Assay left in a PDF: marks on its pages, the attached review. Through libqpdf.
#include "models/pdf/pagespace.h"
#include "models/pdf/pdfmarking.h"
#include "models/pdf/pdfsyntax.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <exception>

namespace assay {

using namespace Qt::StringLiterals;
using Object = QPDFObjectHandle;

namespace {

constexpr qsizetype mostMarks = 20'000;
constexpr qsizetype largestReview = 50'000'000;

QString textOf(Object dictionary, const char* key)
{
    Object value = dictionary.getKey(key);
    return value.isString() ? QString::fromStdString(value.getUTF8Value()).left(20'000) : QString();
}

QRgb colourOf(Object dictionary)
{
    Object value = dictionary.getKey("/C");
    if (!value.isArray() || value.getArrayNItems() != 3)
        return 0;
    const auto part = [&value](int i) {
        Object number = value.getArrayItem(i);
        return number.isNumber() ? std::clamp(qRound(number.getNumericValue() * 255), 0, 255) : 0;
    };
    return qRgb(part(0), part(1), part(2));
}

QList<QRectF> boxesOf(Object annotation, const PageSpace& space)
{
    QList<QRectF> boxes;
    Object quads = annotation.getKey("/QuadPoints");
    for (int i = 0; quads.isArray() && i + 7 < quads.getArrayNItems() && boxes.size() < 2000;
        i += 8) {
        QPolygonF corners;
        for (int k = i; k < i + 8; k += 2) {
            Object x = quads.getArrayItem(k);
            Object y = quads.getArrayItem(k + 1);
            if (x.isNumber() && y.isNumber())
                corners.append(space.seen({ x.getNumericValue(), y.getNumericValue() }));
        }
        boxes.append(corners.boundingRect());
    }
    return boxes;
}

void readMarks(QPDFPageObjectHelper& page, int number, QList<SourceMark>& marks)
{
    const PageSpace space = pageSpaceOf(page);
    Object list = page.getObjectHandle().getKey("/Annots");
    for (int i = 0; list.isArray() && i < list.getArrayNItems() && marks.size() < mostMarks; ++i) {
        Object object = list.getArrayItem(i);
        if (!object.isDictionary() || object.hasKey(PdfAnnotations::ownKey))
            continue;
        Object kind = object.getKey("/Subtype");
        const bool marksWords = kind.isNameAndEquals("/Highlight")
            || kind.isNameAndEquals("/Underline") || kind.isNameAndEquals("/Squiggly");
        if (!marksWords)
            continue;
        SourceMark mark{ number, boxesOf(object, space), textOf(object, "/T"),
            textOf(object, "/Subj"), textOf(object, "/Contents"), colourOf(object), {}, {} };
        Object date = object.getKey("/M");
        if (date.isString())
            mark.time = pdf::dateFrom(QByteArray::fromStdString(date.getStringValue()));
        if (!mark.boxes.isEmpty())
            marks.append(mark);
    }
}

QByteArray reviewIn(QPDF& pdf)
{
    QPDFEmbeddedFileDocumentHelper files(pdf);
    const auto file = files.getEmbeddedFile("review.json");
    if (!file)
        return {};
    Object stream = file->getEmbeddedFileStream();
    if (!stream.isStream())
        return {};
    const auto data = stream.getStreamData(qpdf_dl_all);
    if (data->getSize() > static_cast<size_t>(largestReview))
        return {};
    return { reinterpret_cast<const char*>(data->getBuffer()),
        static_cast<qsizetype>(data->getSize()) };
}

} // namespace

PdfContents readPdfContents(const QByteArray& bytes)
{
    PdfContents contents;
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("file", bytes.constData(), static_cast<size_t>(bytes.size()));
        contents.review = reviewIn(pdf);
        contents.active = activeContentOf(pdf);
        for (const auto& [name, file] : QPDFEmbeddedFileDocumentHelper(pdf).getEmbeddedFiles())
            contents.reviewsOfBook += name.starts_with("review-") && name.ends_with(".json");
        int number = 0;
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages())
            readMarks(page, number++, contents.marks);
    } catch (const std::exception&) {
        // What was found before stands; the text comes from another reader.
    }
    return contents;
}

} // namespace assay
