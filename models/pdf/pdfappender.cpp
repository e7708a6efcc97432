// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/pdfappender.h"

#include "models/pdf/pagespace.h"
#include "models/pdf/pdfbook.h"
#include "models/pdf/pdfsyntax.h"

#include <QBuffer>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace assay {

using namespace Qt::StringLiterals;
using Object = QPDFObjectHandle;

static QByteArray bytesOf(const std::string& text)
{
    return QByteArray::fromStdString(text);
}

void openPdf(QPDF& pdf, const QByteArray& bytes)
{
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("file", bytes.constData(), static_cast<size_t>(bytes.size()));
}

/// Where the file's last cross-reference stands, what kind it is, and how many objects there are.
/// Nothing where the end of the file does not say so rightly.
static std::optional<PdfBefore> endOf(QPDF& pdf, const QByteArray& bytes)
{
    const qsizetype header = std::max<qsizetype>(
        0, bytes.first(std::min<qsizetype>(bytes.size(), 1024)).indexOf("%PDF-"));
    const qsizetype keyword = bytes.lastIndexOf("startxref");
    if (keyword < 0)
        return {};
    const QByteArray number
        = bytes.sliced(keyword + 9, std::min<qsizetype>(40, bytes.size() - keyword - 9)).trimmed();
    PdfBefore before;
    before.crossReference = number.split('\n').first().trimmed().toLongLong();
    const qsizetype at = before.crossReference + header;
    if (before.crossReference <= 0 || at >= bytes.size())
        return {};
    before.table
        = bytes.sliced(at, std::min<qsizetype>(20, bytes.size() - at)).trimmed().startsWith("xref");
    before.length = bytes.size() - header; // offsets count from the header
    before.objects = std::max(pdf.getTrailer().getKey("/Size").getIntValueAsInt(),
        static_cast<int>(pdf.getObjectCount()) + 1);
    return before;
}

/// An annotation that Assay put there, or its pop-up.
static bool isOwn(Object object)
{
    return object.isDictionary()
        && (object.hasKey(PdfAnnotations::ownKey)
            || (object.getKey("/Subtype").isNameAndEquals("/Popup")
                && object.getKey("/Parent").isDictionary()
                && object.getKey("/Parent").hasKey(PdfAnnotations::ownKey)));
}

PdfAppender::PdfAppender(QPDF& pdf, const QByteArray& original, const PdfMarking& marking)
    : m_pdf(pdf)
    , m_original(original)
    , m_marking(marking)
    , m_pages(QPDFPageDocumentHelper(pdf).getAllPages())
{
    const Object root = pdf.getRoot();
    Object fields = root.getKey("/AcroForm");
    Object flags = fields.isDictionary() ? fields.getKey("/SigFlags") : Object::newNull();
    m_signed = (flags.isInteger() && (flags.getIntValue() & 1)) || root.hasKey("/Perms");
}

std::optional<QByteArray> PdfAppender::append()
{
    // New objects of libqpdf's get their numbers first: the summary's pages.
    std::vector<Object> summary;
    if (!m_marking.summary.isEmpty() && !m_signed)
        summary = summaryPages();
    const std::optional<PdfBefore> before = endOf(m_pdf, m_original);
    if (!before)
        return {};
    QByteArray bytes;
    QBuffer out(&bytes);
    out.open(QIODevice::WriteOnly);
    PdfWriter writer(out, *before);
    m_writer = &writer;
    PdfAnnotations annotations(writer);
    std::map<int, QList<int>> added;
    for (const PlacedHighlight& placed : m_marking.highlights) {
        if (placed.page < 0 || static_cast<size_t>(placed.page) >= m_pages.size())
            continue;
        const size_t page = static_cast<size_t>(placed.page);
        const PageSpace space = pageSpaceOf(m_pages[page]);
        PdfHighlight highlight = placed.highlight;
        for (const QRectF& box : placed.boxes)
            highlight.quads.append(space.quad(box));
        if (!highlight.quads.isEmpty())
            added[placed.page]
                += annotations.put(highlight, m_pages[page].getObjectHandle().getObjectID());
    }
    for (size_t i = 0; i < m_pages.size(); ++i)
        putAnnotations(m_pages[i].getObjectHandle(), added[static_cast<int>(i)]);
    if (!m_signed)
        putCatalog(summary);
    Object trailer = m_pdf.getTrailer();
    QByteArray entries = "/Root " + bytesOf(m_pdf.getRoot().unparse());
    if (trailer.getKey("/Info").isIndirect())
        entries += " /Info " + bytesOf(trailer.getKey("/Info").unparse());
    Object id = trailer.getKey("/ID");
    if (id.isArray() && id.getArrayNItems() == 2) {
        QByteArray fresh = QByteArray::fromStdString(id.getArrayItem(1).getStringValue());
        for (qsizetype i = 0; i < fresh.size(); ++i) // another version of the same file
            fresh[i] = static_cast<char>(
                fresh[i] ^ static_cast<char>(m_marking.time.toMSecsSinceEpoch() >> (i % 6 * 8)));
        entries += " /ID [" + bytesOf(id.getArrayItem(0).unparse()) + '<' + fresh.toHex() + ">]";
    }
    if (!writer.finish(entries))
        return {};
    return bytes;
}

void PdfAppender::putAnnotations(Object page, const QList<int>& added)
{
    Object list = page.getKey("/Annots");
    QByteArray kept;
    bool dropped = false;
    if (list.isArray()) {
        for (int i = 0; i < list.getArrayNItems(); ++i) {
            Object item = list.getArrayItem(i);
            if (isOwn(item))
                dropped = true;
            else
                kept += bytesOf(item.unparse()) + ' ';
        }
    }
    if (added.isEmpty() && !dropped)
        return;
    for (const int object : added)
        kept += pdf::reference(object) + ' ';
    kept = '[' + kept + ']';
    if (list.isArray() && list.isIndirect() && m_lists.insert(list.getObjectID()).second)
        m_writer->put(list.getObjectID(), kept, list.getGeneration());
    else
        putWith(page, { { "/Annots", kept } });
}

void PdfAppender::putWith(Object dictionary, const std::map<std::string, QByteArray>& values)
{
    QByteArray out("<<");
    for (const std::string& key : dictionary.getKeys()) {
        if (!values.contains(key))
            out += ' ' + bytesOf(Object::newName(key).unparse()) + ' '
                + bytesOf(dictionary.getKey(key).unparse());
    }
    for (const auto& [key, value] : values)
        out += ' ' + bytesOf(key) + ' ' + value;
    m_writer->put(dictionary.getObjectID(), out + " >>", dictionary.getGeneration());
}

std::vector<Object> PdfAppender::summaryPages()
{
    std::vector<Object> pages;
    m_summary = std::make_unique<QPDF>();
    openPdf(*m_summary, m_marking.summary);
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(*m_summary).getAllPages()) {
        // Its number in the summary's tree of structure would be that of another page in the
        // file's own.
        page.getObjectHandle().removeKey("/StructParents");
        pages.push_back(m_pdf.copyForeignObject(page.getObjectHandle()));
    }
    return pages;
}

void PdfAppender::putCopied(Object object)
{
    if (object.isIndirect()) {
        if (!m_copied.insert(object.getObjectID()).second)
            return;
        if (object.isStream()) {
            Object dict = object.getDict();
            QByteArray entries;
            for (const std::string& key : dict.getKeys()) {
                if (key != "/Length")
                    entries += ' ' + bytesOf(key) + ' ' + bytesOf(dict.getKey(key).unparse());
            }
            const auto data = object.getRawStreamData();
            m_writer->putStream(object.getObjectID(), entries,
                QByteArray(reinterpret_cast<const char*>(data->getBuffer()),
                    static_cast<qsizetype>(data->getSize())),
                PdfWriter::Packing::None);
        } else {
            m_writer->put(object.getObjectID(), bytesOf(object.unparseResolved()));
        }
    }
    if (object.isStream())
        object = object.getDict();
    if (object.isDictionary()) {
        for (const std::string& key : object.getKeys()) {
            if (key != "/Parent")
                putCopied(object.getKey(key));
        }
    } else if (object.isArray()) {
        for (int i = 0; i < object.getArrayNItems(); ++i)
            putCopied(object.getArrayItem(i));
    }
}

void PdfAppender::putCatalog(std::vector<Object>& summary)
{
    Object root = m_pdf.getRoot();
    Object tree = root.getKey("/Pages");
    if (!summary.empty() && tree.isIndirect() && tree.getKey("/Kids").isArray()) {
        QByteArray kids("[");
        Object old = tree.getKey("/Kids");
        for (int i = 0; i < old.getArrayNItems(); ++i)
            kids += bytesOf(old.getArrayItem(i).unparse()) + ' ';
        for (Object& page : summary) {
            page.replaceKey("/Parent", tree);
            page.replaceKey("/Rotate", Object::newInteger(0));
            page.replaceKey("/CropBox", page.getKey("/MediaBox"));
            putCopied(page);
            kids += bytesOf(page.unparse()) + ' ';
        }
        const auto count = static_cast<qint64>(m_pages.size() + summary.size());
        putWith(tree, { { "/Kids", kids + ']' }, { "/Count", QByteArray::number(count) } });
    }
    if (m_marking.review.isEmpty())
        return;
    std::map<QByteArray, QByteArray> files; // in order, as a name tree wants them
    Object names = root.getKey("/Names");
    collect(names.isDictionary() ? names.getKey("/EmbeddedFiles") : Object::newNull(), files, 0);
    const auto [name, object] = putAttachment(*m_writer,
        { u"review.json"_s, "application/json", u"Assay review"_s, m_marking.review },
        m_marking.time);
    files[name] = pdf::reference(object);
    QByteArray list("<< /Names [");
    for (const auto& [key, file] : files)
        list += key + ' ' + file + ' ';
    QByteArray all("<<");
    if (names.isDictionary()) {
        for (const std::string& key : names.getKeys()) {
            if (key != "/EmbeddedFiles")
                all += ' ' + bytesOf(key) + ' ' + bytesOf(names.getKey(key).unparse());
        }
    }
    putWith(root, { { "/Names", all + " /EmbeddedFiles " + list + "] >> >>" } });
}

void PdfAppender::collect(Object node, std::map<QByteArray, QByteArray>& files, int depth)
{
    if (!node.isDictionary() || depth > 20)
        return;
    Object list = node.getKey("/Names");
    for (int i = 0; list.isArray() && i + 1 < list.getArrayNItems(); i += 2) {
        if (list.getArrayItem(i).isString() && list.getArrayItem(i).getUTF8Value() != "review.json")
            files[bytesOf(list.getArrayItem(i).unparse())]
                = bytesOf(list.getArrayItem(i + 1).unparse());
    }
    Object kids = node.getKey("/Kids");
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i)
        collect(kids.getArrayItem(i), files, depth + 1);
}

PageSpace pageSpaceOf(QPDFPageObjectHelper& page)
{
    const auto box = [&page](const char* key) {
        Object value = page.getAttribute(key, false);
        if (!value.isRectangle())
            return QRectF();
        const Object::Rectangle r = value.getArrayAsRectangle();
        return QRectF(QPointF(r.llx, r.lly), QPointF(r.urx, r.ury)).normalized();
    };
    Object turn = page.getAttribute("/Rotate", false);
    return PageSpace(box("/MediaBox"), box("/CropBox"),
        turn.isNumber() ? static_cast<int>(turn.getNumericValue()) : 0);
}

} // namespace assay
