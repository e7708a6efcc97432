// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/highlights.h"

#include "models/pdf/tounicode.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QUuid>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace assay {

using namespace Qt::StringLiterals;
using Object = QPDFObjectHandle;

namespace {

std::string number(qreal value)
{
    return QByteArray::number(value, 'f', 2).toStdString();
}
Object real(qreal value)
{
    return Object::newReal(number(value));
}
Object unicode(const QString& text)
{
    return Object::newUnicodeString(text.toStdString());
}

Object colour(const QColor& c)
{
    return Object::newArray({ Object::newReal(c.redF(), 3), Object::newReal(c.greenF(), 3),
        Object::newReal(c.blueF(), 3) });
}

std::string colourOperator(const QColor& c, const char* op)
{
    return QByteArray::number(c.redF(), 'f', 3).toStdString() + ' '
        + QByteArray::number(c.greenF(), 'f', 3).toStdString() + ' '
        + QByteArray::number(c.blueF(), 'f', 3).toStdString() + ' ' + op + '\n';
}

/// PDF date, for example D:20260703120000Z.
Object date(const QDateTime& time)
{
    return Object::newString("D:" + time.toUTC().toString(u"yyyyMMddHHmmss"_s).toStdString() + "Z");
}

/// Adds highlights, outline and metadata to the pages.
class Annotator {
public:
    Annotator(QPDF& pdf, const PdfDocument& document)
        : m_pdf(pdf)
        , m_document(document)
        , m_pages(QPDFPageDocumentHelper(pdf).getAllPages())
    {
        Object multiply = Object::parse("<< /Type /ExtGState /BM /Multiply >>");
        Object states = Object::newDictionary();
        states.replaceKey("/G", pdf.makeIndirectObject(multiply));
        m_resources = Object::newDictionary();
        m_resources.replaceKey("/ExtGState", states);
        m_resources = pdf.makeIndirectObject(m_resources);
    }

    void annotate()
    {
        std::vector<std::vector<Object>> perPage(m_pages.size());
        int count = 0;
        for (const PdfHighlight& highlight : m_document.highlights) {
            const auto page = static_cast<size_t>(highlight.page);
            if (page >= m_pages.size() || highlight.boxes.isEmpty())
                continue;
            Object annotation = highlightObject(highlight, ++count);
            Object popup = popupObject(highlight, annotation);
            annotation.replaceKey("/Popup", popup);
            perPage[page].push_back(annotation);
            perPage[page].push_back(popup);
        }
        for (size_t i = 0; i < m_pages.size(); ++i) {
            Object page = m_pages[i].getObjectHandle();
            Object annotations = page.getKey("/Annots");
            std::vector<Object> all
                = annotations.isArray() ? annotations.getArrayAsVector() : std::vector<Object>();
            all.insert(all.end(), perPage[i].begin(), perPage[i].end());
            if (!all.empty())
                page.replaceKey("/Annots", m_pdf.makeIndirectObject(Object::newArray(all)));
        }
    }

    void repairFonts()
    {
        for (Object& object : m_pdf.getAllObjects()) {
            if (!object.isDictionary() || !object.hasKey("/ToUnicode"))
                continue;
            Object stream = object.getKey("/ToUnicode");
            const auto data = stream.getStreamData(qpdf_dl_all);
            const QByteArray cmap(reinterpret_cast<const char*>(data->getBuffer()),
                static_cast<qsizetype>(data->getSize()));
            const QByteArray repaired = repairedToUnicode(cmap);
            if (repaired != cmap)
                stream.replaceStreamData(
                    repaired.toStdString(), Object::newNull(), Object::newNull());
        }
    }

    void addOutline()
    {
        if (m_document.outline.isEmpty())
            return;
        Object root = m_pdf.makeIndirectObject(Object::parse("<< /Type /Outlines >>"));
        std::vector<Object> items;
        for (const PdfOutlineEntry& entry : m_document.outline) {
            Object item = Object::newDictionary();
            item.replaceKey("/Title", unicode(entry.title));
            item.replaceKey("/Parent", root);
            const size_t page
                = std::min(static_cast<size_t>(std::max(entry.page, 0)), m_pages.size() - 1);
            item.replaceKey("/Dest",
                Object::newArray({ m_pages[page].getObjectHandle(), Object::newName("/XYZ"),
                    Object::newInteger(0), real(m_document.pageHeight - entry.top),
                    Object::newNull() }));
            items.push_back(m_pdf.makeIndirectObject(item));
        }
        for (size_t i = 0; i < items.size(); ++i) {
            if (i > 0)
                items[i].replaceKey("/Prev", items[i - 1]);
            if (i + 1 < items.size())
                items[i].replaceKey("/Next", items[i + 1]);
        }
        root.replaceKey("/First", items.front());
        root.replaceKey("/Last", items.back());
        root.replaceKey("/Count", Object::newInteger(static_cast<long long>(items.size())));
        m_pdf.getRoot().replaceKey("/Outlines", root);
    }

    void addInformation()
    {
        Object info = m_pdf.getTrailer().getKey("/Info");
        if (!info.isDictionary()) {
            info = m_pdf.makeIndirectObject(Object::newDictionary());
            m_pdf.getTrailer().replaceKey("/Info", info);
        }
        info.replaceKey("/Title", unicode(m_document.title));
        info.replaceKey("/Author", unicode(m_document.author));
        info.replaceKey("/Creator", unicode(u"Assay %1"_s.arg(QLatin1StringView(ASSAY_VERSION))));
        m_pdf.getRoot().replaceKey(
            "/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
        if (!m_document.review.isEmpty()) {
            auto stream
                = QPDFEFStreamObjectHelper::createEFStream(m_pdf, m_document.review.toStdString());
            stream.setSubtype("application/json");
            auto spec = QPDFFileSpecObjectHelper::createFileSpec(m_pdf, "review.json", stream);
            QPDFEmbeddedFileDocumentHelper(m_pdf).replaceEmbeddedFile("review.json", spec);
        }
    }

private:
    /// Page coordinates of PDF go upwards.
    QRectF flipped(const QRectF& box) const
    {
        return { box.left(), m_document.pageHeight - box.bottom(), box.width(), box.height() };
    }

    static QRectF bounds(const PdfHighlight& highlight)
    {
        QRectF all;
        for (const QRectF& box : highlight.boxes)
            all |= box;
        return all.adjusted(-1, -1, 1, 2);
    }

    Object rectangle(const QRectF& box) const
    {
        const QRectF up = flipped(box);
        return Object::newArray(
            { real(up.left()), real(up.top()), real(up.right()), real(up.bottom()) });
    }

    Object highlightObject(const PdfHighlight& highlight, int count)
    {
        Object object = Object::newDictionary();
        object.replaceKey("/Type", Object::newName("/Annot"));
        object.replaceKey("/Subtype", Object::newName("/Highlight"));
        object.replaceKey("/Rect", rectangle(bounds(highlight)));
        std::vector<Object> quads;
        for (const QRectF& box : highlight.boxes) {
            // Top left, top right, bottom left, bottom right: what viewers expect, unlike the
            // specification's order.
            const QRectF up = flipped(box);
            for (const qreal value : { up.left(), up.bottom(), up.right(), up.bottom(), up.left(),
                     up.top(), up.right(), up.top() })
                quads.push_back(real(value));
        }
        object.replaceKey("/QuadPoints", Object::newArray(quads));
        object.replaceKey("/C", colour(highlight.tint));
        object.replaceKey("/F", Object::newInteger(4));
        object.replaceKey("/NM",
            Object::newString((highlight.unit + u'-' + QString::number(count)).toStdString()));
        object.replaceKey("/T", unicode(highlight.reviewer));
        object.replaceKey("/Subj", unicode(highlight.subject));
        object.replaceKey("/Contents",
            unicode((u"[%1] "_s.arg(highlight.subject.toUpper()) + highlight.note).trimmed()));
        object.replaceKey("/M", date(highlight.time));
        object.replaceKey("/CreationDate", date(highlight.time));
        object.replaceKey("/AssayUnit", Object::newString(highlight.unit.toStdString()));
        Object appearance = Object::newDictionary();
        appearance.replaceKey("/N", appearanceObject(highlight));
        object.replaceKey("/AP", appearance);
        object.replaceKey("/P", m_pages[static_cast<size_t>(highlight.page)].getObjectHandle());
        return m_pdf.makeIndirectObject(object);
    }

    Object popupObject(const PdfHighlight& highlight, const Object& parent)
    {
        const QRectF box = bounds(highlight);
        Object popup = Object::newDictionary();
        popup.replaceKey("/Type", Object::newName("/Annot"));
        popup.replaceKey("/Subtype", Object::newName("/Popup"));
        popup.replaceKey("/Rect", rectangle({ box.right(), box.top(), 180, 90 }));
        popup.replaceKey("/Parent", parent);
        popup.replaceKey("/Open", Object::newBool(false));
        popup.replaceKey("/F", Object::newInteger(28));
        return m_pdf.makeIndirectObject(popup);
    }

    /// The tint under the words and the tag's line below them: solid, dashed or dotted.
    Object appearanceObject(const PdfHighlight& highlight)
    {
        std::string content = "/G gs\n" + colourOperator(highlight.tint, "rg");
        for (const QRectF& box : highlight.boxes) {
            const QRectF up = flipped(box);
            content += number(up.left()) + ' ' + number(up.top()) + ' ' + number(up.width()) + ' '
                + number(up.height()) + " re\n";
        }
        content += "f\n" + colourOperator(highlight.line, "RG") + "1.1 w\n";
        if (highlight.tag == Tag::Marketing)
            content += "[3.6 2] 0 d\n";
        else if (highlight.tag == Tag::Caveat)
            content += "1 J [0 2.2] 0 d\n";
        for (const QRectF& box : highlight.boxes) {
            const QRectF up = flipped(box);
            content += number(up.left()) + ' ' + number(up.top() - 0.3) + " m " + number(up.right())
                + ' ' + number(up.top() - 0.3) + " l S\n";
        }
        Object stream = Object::newStream(&m_pdf, content);
        Object dict = stream.getDict();
        dict.replaceKey("/Type", Object::newName("/XObject"));
        dict.replaceKey("/Subtype", Object::newName("/Form"));
        dict.replaceKey("/BBox", rectangle(bounds(highlight)));
        dict.replaceKey("/Resources", m_resources);
        dict.replaceKey("/Group", Object::parse("<< /S /Transparency >>"));
        return stream;
    }

    QPDF& m_pdf;
    const PdfDocument& m_document;
    std::vector<QPDFPageObjectHelper> m_pages;
    Object m_resources;
};

Expected<QByteArray> annotated(const PdfDocument& document)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile(
            "pages", document.pages.constData(), static_cast<size_t>(document.pages.size()));
        Annotator annotator(pdf, document);
        annotator.repairFonts();
        annotator.annotate();
        annotator.addOutline();
        annotator.addInformation();
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()),
            static_cast<qsizetype>(buffer->getSize()));
    } catch (const std::exception& error) {
        return fail(QCoreApplication::translate("Pdf", "The pages could not be annotated."),
            QString::fromUtf8(error.what()));
    }
}

} // namespace

Expected<void> writeAnnotatedPdf(const PdfDocument& document, const QString& path)
{
    const Expected<QByteArray> bytes = annotated(document);
    if (!bytes)
        return std::unexpected(bytes.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return fail(QCoreApplication::translate(
            "Pdf", "%1 could not be written: %2. What was there is untouched.")
                .arg(path, file.errorString()));
    return {};
}

} // namespace assay
