// SPDX-License-Identifier: GPL-3.0-or-later
// Marks on the pages of a PDF that is there, through libqpdf.
#include "models/pdf/pagespace.h"
#include "models/pdf/pdfbook.h"
#include "models/pdf/pdfmarking.h"
#include "models/pdf/pdfsyntax.h"

#include <QBuffer>
#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <map>
#include <set>

namespace assay {

using namespace Qt::StringLiterals;
using Object = QPDFObjectHandle;

namespace {

QByteArray bytesOf(const std::string& text)
{
    return QByteArray::fromStdString(text);
}

void open(QPDF& pdf, const QByteArray& bytes)
{
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("file", bytes.constData(), static_cast<size_t>(bytes.size()));
}

/// Where the file's last cross-reference stands, what kind it is, and how many objects there are.
/// Nothing where the end of the file does not say so rightly.
std::optional<PdfBefore> endOf(QPDF& pdf, const QByteArray& bytes)
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

/// Appends to one file.
class Appender {
public:
    Appender(QPDF& pdf, const QByteArray& original, const PdfMarking& marking)
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

    /// The bytes behind the original's; nothing where this file cannot be appended to.
    std::optional<QByteArray> append()
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
                fresh[i] = static_cast<char>(fresh[i]
                    ^ static_cast<char>(m_marking.time.toMSecsSinceEpoch() >> (i % 6 * 8)));
            entries
                += " /ID [" + bytesOf(id.getArrayItem(0).unparse()) + '<' + fresh.toHex() + ">]";
        }
        if (!writer.finish(entries))
            return {};
        return bytes;
    }

    bool isSigned() const { return m_signed; }
    size_t pages() const { return m_pages.size(); }

private:
    static bool isOwn(Object object)
    {
        return object.isDictionary()
            && (object.hasKey(PdfAnnotations::ownKey)
                || (object.getKey("/Subtype").isNameAndEquals("/Popup")
                    && object.getKey("/Parent").isDictionary()
                    && object.getKey("/Parent").hasKey(PdfAnnotations::ownKey)));
    }

    /// Puts the page's list of annotations anew where it changes: the list alone where it is an
    /// object of its own that no other page has, else the page.
    void putAnnotations(Object page, const QList<int>& added)
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

    /// Puts a dictionary anew with other values.
    void putWith(Object dictionary, const std::map<std::string, QByteArray>& values)
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

    std::vector<Object> summaryPages()
    {
        std::vector<Object> pages;
        m_summary = std::make_unique<QPDF>();
        open(*m_summary, m_marking.summary);
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(*m_summary).getAllPages())
            pages.push_back(m_pdf.copyForeignObject(page.getObjectHandle()));
        return pages;
    }

    /// Puts an object that libqpdf made, and what it refers to.
    void putCopied(Object object)
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

    void putCatalog(std::vector<Object>& summary)
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
        collect(
            names.isDictionary() ? names.getKey("/EmbeddedFiles") : Object::newNull(), files, 0);
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

    /// The files that are attached already, but for a review of ours.
    void collect(Object node, std::map<QByteArray, QByteArray>& files, int depth)
    {
        if (!node.isDictionary() || depth > 20)
            return;
        Object list = node.getKey("/Names");
        for (int i = 0; list.isArray() && i + 1 < list.getArrayNItems(); i += 2) {
            if (list.getArrayItem(i).isString()
                && list.getArrayItem(i).getUTF8Value() != "review.json")
                files[bytesOf(list.getArrayItem(i).unparse())]
                    = bytesOf(list.getArrayItem(i + 1).unparse());
        }
        Object kids = node.getKey("/Kids");
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i)
            collect(kids.getArrayItem(i), files, depth + 1);
    }

    QPDF& m_pdf;
    const QByteArray& m_original;
    const PdfMarking& m_marking;
    std::vector<QPDFPageObjectHelper> m_pages;
    bool m_signed = false;
    PdfWriter* m_writer = nullptr;
    std::unique_ptr<QPDF> m_summary; ///< its streams are read late
    std::set<int> m_lists; ///< of annotations, put already
    std::set<int> m_copied;
};

/// The file written anew: repaired, and without encryption.
QByteArray rewritten(QPDF& pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setPreserveEncryption(false);
    writer.setObjectStreamMode(qpdf_o_preserve);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return { reinterpret_cast<const char*>(buffer->getBuffer()),
        static_cast<qsizetype>(buffer->getSize()) };
}

/// True when a marked file can be read without a complaint, with all its pages.
bool isGood(const QByteArray& bytes, size_t pages)
{
    QPDF pdf;
    open(pdf, bytes);
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        Object list = page.getObjectHandle().getKey("/Annots");
        for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i)
            list.getArrayItem(i).isDictionary();
    }
    return pdf.getWarnings().empty() && QPDFPageDocumentHelper(pdf).getAllPages().size() >= pages;
}

QByteArray answer(const QByteArray& bytes, bool appended, bool isSigned)
{
    return QCborMap{ { "bytes"_L1, bytes }, { "appended"_L1, appended }, { "signed"_L1, isSigned } }
        .toCborValue()
        .toCbor();
}

QByteArray mark(const QByteArray& original, const PdfMarking& marking)
{
    QPDF pdf;
    open(pdf, original);
    const bool encrypted = pdf.isEncrypted();
    QByteArray bytes = original;
    if (!encrypted) {
        Appender appender(pdf, original, marking);
        const bool sound = pdf.getWarnings().empty() && appender.pages() > 0;
        const std::optional<QByteArray> added = sound ? appender.append() : std::nullopt;
        if (added && isGood(original + *added, appender.pages()))
            return answer(*added, true, appender.isSigned());
    }
    if (!marking.rewrite)
        return encodeFinding(
            { encrypted ? QString::fromLatin1(QT_TRANSLATE_NOOP("Import",
                              "It is encrypted, so it cannot be marked without writing it anew."))
                        : QString::fromLatin1(QT_TRANSLATE_NOOP("Import",
                              "It is damaged, so it cannot be marked without writing it anew.")),
                {} });
    bytes = rewritten(pdf);
    QPDF sound;
    open(sound, bytes);
    Appender appender(sound, bytes, marking);
    const std::optional<QByteArray> added = appender.append();
    if (!added || !isGood(bytes + *added, appender.pages()))
        return encodeFinding({ QString::fromLatin1(QT_TRANSLATE_NOOP("Import",
                                   "It is damaged beyond repair: its pages cannot be marked.")),
            {} });
    return answer(bytes + *added, false, appender.isSigned());
}

} // namespace

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

QByteArray markPdf(const SourceFile& file)
{
    try {
        return mark(file.bytes, decodeMarking(file.marks));
    } catch (const std::exception&) {
        return encodeFinding({ QString::fromLatin1(QT_TRANSLATE_NOOP("Import",
                                   "It is damaged beyond repair: its pages cannot be marked.")),
            {} });
    }
}

} // namespace assay
