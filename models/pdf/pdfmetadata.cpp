// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/pdfbook.h"

#include "models/pdf/pdfsyntax.h"

#include <QCryptographicHash>
#include <QXmlStreamWriter>

namespace assay {

using namespace Qt::StringLiterals;

static QString program()
{
    return u"Assay "_s + QLatin1StringView(ASSAY_VERSION);
}

std::pair<QByteArray, int> putAttachment(
    PdfWriter& writer, const PdfAttachment& file, const QDateTime& time)
{
    const QByteArray digest = QCryptographicHash::hash(file.bytes, QCryptographicHash::Md5);
    const int stream = writer.putStream("/Type /EmbeddedFile /Subtype " + pdf::name(file.type)
            + " /Params << /Size " + QByteArray::number(file.bytes.size()) + " /ModDate "
            + pdf::date(time) + " /CheckSum <" + digest.toHex() + "> >>",
        file.bytes);
    const QByteArray name = pdf::text(file.name);
    const QByteArray object = pdf::reference(stream);
    return { name,
        writer.put("<< /Type /Filespec /F " + name + " /UF " + name + " /Desc "
            + pdf::text(file.description) + " /AFRelationship /Data /EF << /F " + object + " /UF "
            + object + " >> >>") };
}

QByteArray informationEntries(const PdfInformation& information)
{
    const QByteArray date = pdf::date(information.created);
    QByteArray entries = " /Title " + pdf::text(information.title) + " /Creator "
        + pdf::text(program()) + " /Producer " + pdf::text(program()) + " /CreationDate " + date
        + " /ModDate " + date;
    if (!information.author.isEmpty())
        entries += " /Author " + pdf::text(information.author);
    if (!information.subject.isEmpty())
        entries += " /Subject " + pdf::text(information.subject);
    return entries;
}

/// A property that holds a container with one item (XMP specification, part 1).
static void writeItem(QXmlStreamWriter& xml, const QString& property, const QString& container,
    const QString& text, bool isLanguage = false)
{
    if (text.isEmpty())
        return;
    xml.writeStartElement(property);
    xml.writeStartElement(u"rdf:"_s + container);
    xml.writeStartElement(u"rdf:li"_s);
    if (isLanguage)
        xml.writeAttribute(u"xml:lang"_s, u"x-default"_s);
    // A letter that XML does not allow must not break the rest.
    QString safe = text;
    safe.removeIf([](QChar c) { return c < u' ' || c.isSurrogate() || c.unicode() >= 0xFFFE; });
    xml.writeCharacters(safe);
    for (int i = 0; i < 3; ++i)
        xml.writeEndElement();
}

int putMetadata(PdfWriter& writer, const PdfInformation& information)
{
    QByteArray packet;
    QXmlStreamWriter xml(&packet);
    xml.writeProcessingInstruction(
        u"xpacket"_s, u"begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\""_s);
    xml.writeStartElement(u"x:xmpmeta"_s);
    xml.writeAttribute(u"xmlns:x"_s, u"adobe:ns:meta/"_s);
    xml.writeStartElement(u"rdf:RDF"_s);
    xml.writeAttribute(u"xmlns:rdf"_s, u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s);
    xml.writeStartElement(u"rdf:Description"_s);
    xml.writeAttribute(u"rdf:about"_s, QString());
    xml.writeAttribute(u"xmlns:dc"_s, u"http://purl.org/dc/elements/1.1/"_s);
    xml.writeAttribute(u"xmlns:xmp"_s, u"http://ns.adobe.com/xap/1.0/"_s);
    xml.writeAttribute(u"xmlns:pdf"_s, u"http://ns.adobe.com/pdf/1.3/"_s);
    xml.writeTextElement(u"dc:format"_s, u"application/pdf"_s);
    writeItem(xml, u"dc:title"_s, u"Alt"_s, information.title, true);
    writeItem(xml, u"dc:creator"_s, u"Seq"_s, information.author);
    writeItem(xml, u"dc:description"_s, u"Alt"_s, information.subject, true);
    writeItem(xml, u"dc:language"_s, u"Bag"_s, information.language);
    const QString time = information.created.toUTC().toString(Qt::ISODate);
    xml.writeTextElement(u"xmp:CreatorTool"_s, program());
    xml.writeTextElement(u"xmp:CreateDate"_s, time);
    xml.writeTextElement(u"xmp:ModifyDate"_s, time);
    xml.writeTextElement(u"xmp:MetadataDate"_s, time);
    xml.writeTextElement(u"pdf:Producer"_s, program());
    for (int i = 0; i < 3; ++i)
        xml.writeEndElement();
    xml.writeProcessingInstruction(u"xpacket"_s, u"end=\"w\""_s);
    return writer.putStream("/Type /Metadata /Subtype /XML", packet, PdfWriter::Packing::None);
}

} // namespace assay
