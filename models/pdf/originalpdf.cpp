// SPDX-License-Identifier: GPL-3.0-or-later
// Marks on the pages of a PDF that is there, through libqpdf.
#include "models/pdf/pdfappender.h"
#include "models/pdf/pdfmarking.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace assay {

using namespace Qt::StringLiterals;
using Object = QPDFObjectHandle;

namespace {

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
    openPdf(pdf, bytes);
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        Object list = page.getObjectHandle().getKey("/Annots");
        for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i)
            list.getArrayItem(i).isDictionary();
    }
    return pdf.getWarnings().empty() && QPDFPageDocumentHelper(pdf).getAllPages().size() >= pages;
}

QByteArray answer(
    const QByteArray& bytes, bool appended, bool isSigned, const ActiveContent& active)
{
    return QCborMap{ { "bytes"_L1, bytes }, { "appended"_L1, appended }, { "signed"_L1, isSigned },
        { "active"_L1, QCborArray{ active.scripts, active.launches, active.attachments } } }
        .toCborValue()
        .toCbor();
}

QByteArray mark(const QByteArray& original, const PdfMarking& marking)
{
    QPDF pdf;
    openPdf(pdf, original);
    const bool encrypted = pdf.isEncrypted();
    const ActiveContent active = activeContentOf(pdf);
    QByteArray bytes = original;
    if (!encrypted) {
        PdfAppender appender(pdf, original, marking);
        const bool sound = pdf.getWarnings().empty() && appender.pages() > 0;
        const std::optional<QByteArray> added = sound ? appender.append() : std::nullopt;
        if (added && isGood(original + *added, appender.pages()))
            return answer(*added, true, appender.isSigned(), active);
    }
    if (!marking.rewrite)
        return encodeFinding(
            { QString::fromLatin1(encrypted ? encryptedFinding : damagedFinding), {} });
    bytes = rewritten(pdf);
    QPDF sound;
    openPdf(sound, bytes);
    PdfAppender appender(sound, bytes, marking);
    const std::optional<QByteArray> added = appender.append();
    if (!added || !isGood(bytes + *added, appender.pages()))
        return encodeFinding({ QString::fromLatin1(QT_TRANSLATE_NOOP("Import",
                                   "It is damaged beyond repair: its pages cannot be marked.")),
            {} });
    return answer(bytes + *added, false, appender.isSigned(), active);
}

} // namespace

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
