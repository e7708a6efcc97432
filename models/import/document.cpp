// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/document.h"

#include "models/article/article.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

QString Finding::translated() const
{
    QString words = QCoreApplication::translate("Import", text.toUtf8().constData());
    for (const QString& argument : arguments)
        words = words.arg(argument);
    return words;
}

QString SourceFile::suffix() const
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot < 0 ? QString() : name.sliced(dot + 1).toLower();
}

/// The document's text fields under their names on the wire.
template <typename Document>
static auto fields(Document& document)
{
    return std::array{ std::pair{ "format"_L1, &document.format },
        std::pair{ "title"_L1, &document.title }, std::pair{ "author"_L1, &document.author },
        std::pair{ "date"_L1, &document.date }, std::pair{ "site"_L1, &document.site },
        std::pair{ "link"_L1, &document.link }, std::pair{ "language"_L1, &document.language },
        std::pair{ "encoding"_L1, &document.encoding },
        std::pair{ "encoding-source"_L1, &document.encodingSource },
        std::pair{ "plain"_L1, &document.plain } };
}

static QCborArray packed(const Finding& finding)
{
    return { finding.text, QCborArray::fromStringList(finding.arguments) };
}

bool looksLikePdf(const QByteArray& bytes)
{
    return bytes.first(std::min<qsizetype>(bytes.size(), 1024)).contains("%PDF-");
}

QByteArray encodeFinding(const Finding& finding)
{
    return QCborMap{ { "error"_L1, packed(finding) } }.toCborValue().toCbor();
}

QByteArray encodeDocument(const std::expected<SourceDocument, Finding>& document)
{
    QCborMap map;
    if (!document) {
        map["error"_L1] = packed(document.error());
        return map.toCborValue().toCbor();
    }
    for (const auto& [name, value] : fields(*document)) {
        if (!value->isEmpty())
            map[name] = *value;
    }
    QCborArray blocks;
    for (const SourceBlock& block : document->blocks)
        blocks.append(QCborArray{ static_cast<int>(block.role), static_cast<int>(block.level),
            block.furniture, block.text });
    map["blocks"_L1] = blocks;
    QCborArray findings;
    for (const Finding& finding : document->findings)
        findings.append(packed(finding));
    map["findings"_L1] = findings;
    if (!document->review.isEmpty())
        map["review"_L1] = document->review;
    QCborArray marks;
    for (const SourceMark& mark : document->marks)
        marks.append(
            QCborArray{ mark.author, mark.subject, mark.contents, static_cast<qint64>(mark.colour),
                mark.time.isValid() ? mark.time.toMSecsSinceEpoch() : -1, mark.words });
    map["marks"_L1] = marks;
    return map.toCborValue().toCbor();
}

static Finding findingOf(const QCborValue& value)
{
    Finding finding{ value.toArray().at(0).toString(), {} };
    for (const QCborValue& argument : value.toArray().at(1).toArray())
        finding.arguments.append(argument.toString());
    return finding;
}

QString findingIn(const QByteArray& frame)
{
    const QCborMap map = QCborValue::fromCbor(frame).toMap();
    return map.contains("error"_L1) ? findingOf(map["error"_L1]).translated() : QString();
}

Expected<SourceDocument> decodeDocument(const QByteArray& frame)
{
    QCborParserError error;
    const QCborMap map = QCborValue::fromCbor(frame, &error).toMap();
    if (error.error != QCborError::NoError || map.isEmpty())
        return fail(QCoreApplication::translate("Import", "The file could not be read."),
            error.errorString());
    if (map.contains("error"_L1))
        return fail(findingOf(map["error"_L1]).translated());
    SourceDocument document;
    for (const auto& [name, value] : fields(document))
        *value = map[name].toString();
    const QCborArray blocks = map["blocks"_L1].toArray();
    document.blocks.reserve(blocks.size());
    qsizetype length = document.plain.size();
    for (const QCborValue& each : blocks) {
        const QCborArray parts = each.toArray();
        const qint64 role = parts.at(0).toInteger();
        const qint64 level = parts.at(1).toInteger();
        if (role < 0 || role > static_cast<int>(BlockRole::Caption) || level < 0 || level > 9)
            return fail(QCoreApplication::translate("Import", "The file could not be read."));
        document.blocks.append({ parts.at(3).toString(), static_cast<BlockRole>(role),
            static_cast<quint8>(level), parts.at(2).toBool() });
        length += document.blocks.last().text.size() + 2;
    }
    if (length > maximumTextLength)
        return fail(QCoreApplication::translate("Import", "It has too much text for one article."));
    for (const QCborValue& each : map["findings"_L1].toArray())
        document.findings.append(findingOf(each));
    document.review = map["review"_L1].toByteArray();
    for (const QCborValue& each : map["marks"_L1].toArray()) {
        const QCborArray row = each.toArray();
        SourceMark mark{ 0, {}, row.at(0).toString(), row.at(1).toString(), row.at(2).toString(),
            static_cast<quint32>(row.at(3).toInteger()), {}, row.at(5).toString() };
        if (row.at(4).toInteger() >= 0)
            mark.time = QDateTime::fromMSecsSinceEpoch(row.at(4).toInteger(), QTimeZone::UTC);
        document.marks.append(mark);
    }
    return document;
}

QByteArray encodeRequest(const SourceFile& file)
{
    return QCborMap{
        { "name"_L1, file.name }, { "encoding"_L1, file.encoding }, { "bytes"_L1, file.bytes },
        { "wanted"_L1, static_cast<int>(file.wanted) }, { "marks"_L1, file.marks }
    }.toCborValue()
        .toCbor();
}

SourceFile decodeRequest(const QByteArray& frame)
{
    const QCborMap map = QCborValue::fromCbor(frame).toMap();
    return { map["bytes"_L1].toByteArray(), map["name"_L1].toString(),
        map["encoding"_L1].toString(),
        static_cast<SourceFile::Wanted>(std::clamp<qint64>(map["wanted"_L1].toInteger(), 0, 2)),
        map["marks"_L1].toByteArray() };
}

} // namespace assay
