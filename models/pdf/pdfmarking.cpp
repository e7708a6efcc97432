// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/pdfmarking.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QCborArray packed(const PlacedHighlight& placed)
{
    const PdfHighlight& highlight = placed.highlight;
    QCborArray boxes;
    for (const QRectF& box : placed.boxes) {
        for (const qreal value : { box.left(), box.top(), box.width(), box.height() })
            boxes.append(value);
    }
    QCborArray replies;
    for (const PdfReply& reply : highlight.replies)
        replies.append(QCborArray{ reply.reviewer, reply.subject, reply.note });
    return { placed.page, boxes, static_cast<int>(highlight.tag), highlight.line.name(),
        highlight.tint.name(), highlight.unit, highlight.reviewer, highlight.note,
        highlight.subject, highlight.time.toMSecsSinceEpoch(), replies, highlight.hasIcon };
}

static PlacedHighlight unpacked(const QCborArray& row)
{
    PlacedHighlight placed;
    placed.page = static_cast<int>(row.at(0).toInteger());
    const QCborArray boxes = row.at(1).toArray();
    for (qsizetype i = 0; i + 3 < boxes.size(); i += 4)
        placed.boxes.append({ boxes.at(i).toDouble(), boxes.at(i + 1).toDouble(),
            boxes.at(i + 2).toDouble(), boxes.at(i + 3).toDouble() });
    PdfHighlight& highlight = placed.highlight;
    highlight.tag = static_cast<Tag>(std::clamp<qint64>(row.at(2).toInteger(), 0, 4));
    highlight.line = QColor(row.at(3).toString());
    highlight.tint = QColor(row.at(4).toString());
    highlight.unit = row.at(5).toString();
    highlight.reviewer = row.at(6).toString();
    highlight.note = row.at(7).toString();
    highlight.subject = row.at(8).toString();
    highlight.time = QDateTime::fromMSecsSinceEpoch(row.at(9).toInteger());
    highlight.hasIcon = row.at(11).toBool();
    for (const QCborValue& value : row.at(10).toArray()) {
        const QCborArray reply = value.toArray();
        highlight.replies.append(
            { reply.at(0).toString(), reply.at(1).toString(), reply.at(2).toString() });
    }
    return placed;
}

QByteArray encodeMarking(const PdfMarking& marking)
{
    QCborArray highlights;
    for (const PlacedHighlight& placed : marking.highlights)
        highlights.append(packed(placed));
    return QCborMap{ { "highlights"_L1, highlights }, { "review"_L1, marking.review },
        { "summary"_L1, marking.summary }, { "time"_L1, marking.time.toMSecsSinceEpoch() },
        { "rewrite"_L1, marking.rewrite } }
        .toCborValue()
        .toCbor();
}

PdfMarking decodeMarking(const QByteArray& frame)
{
    const QCborMap map = QCborValue::fromCbor(frame).toMap();
    PdfMarking marking;
    for (const QCborValue& row : map["highlights"_L1].toArray())
        marking.highlights.append(unpacked(row.toArray()));
    marking.review = map["review"_L1].toByteArray();
    marking.summary = map["summary"_L1].toByteArray();
    marking.time = QDateTime::fromMSecsSinceEpoch(map["time"_L1].toInteger());
    marking.rewrite = map["rewrite"_L1].toBool();
    return marking;
}

Expected<MarkedPdf> unpackMarked(const QByteArray& frame)
{
    const QCborMap map = QCborValue::fromCbor(frame).toMap();
    if (!map.contains("bytes"_L1))
        return fail(QCoreApplication::translate("Pdf", "The pages could not be marked."));
    MarkedPdf marked{ map["bytes"_L1].toByteArray(), map["appended"_L1].toBool(),
        map["signed"_L1].toBool(), {} };
    const QCborArray active = map["active"_L1].toArray();
    const ActiveContent content{ active.at(0).toBool(), active.at(1).toBool(),
        static_cast<int>(std::clamp<qint64>(active.at(2).toInteger(), 0, 1'000'000)) };
    for (const Finding& finding : content.findings())
        marked.findings.append(finding.translated());
    return marked;
}

bool wantsRewriting(const Error& error)
{
    return error.message.contains(QCoreApplication::translate("Import", encryptedFinding))
        || error.message.contains(QCoreApplication::translate("Import", damagedFinding));
}

} // namespace assay
