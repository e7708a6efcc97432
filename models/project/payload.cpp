// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/payload.h"

#include "models/base/canonicaljson.h"
#include "models/project/factsjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace assay {

using namespace Qt::StringLiterals;

static QString hashOf(const QString& text)
{
    return text.isEmpty() ? QString() : hex(contentHash(text.toUtf8()));
}

static QJsonObject targetToJson(const Change& change, const QByteArray& revision)
{
    return { { u"article"_s, change.article.toString() }, { u"revision"_s, hex(revision) },
        { u"start"_s, change.range.start }, { u"end"_s, change.range.end } };
}

static QJsonObject pairToJson(const Change& change, const PayloadContext& context)
{
    QJsonObject object = targetToJson(change, context.revision);
    object[u"toArticle"_s] = change.other.article.toString();
    object[u"toRevision"_s] = hex(context.otherRevision);
    object[u"toStart"_s] = change.other.range.start;
    object[u"toEnd"_s] = change.other.range.end;
    return object;
}

static QJsonArray mapToJson(const RangeMap& map)
{
    QJsonArray pairs;
    for (const RangeMap::Pair& pair : map.pairs())
        pairs.append(
            QJsonValue(QJsonArray{ pair.from.start, pair.from.end, pair.to.start, pair.to.end }));
    return pairs;
}

static QJsonObject body(const Change& change, const PayloadContext& context)
{
    QJsonObject object;
    switch (change.kind) {
    case EventKind::Reviewer:
        return { { u"name"_s, change.text } };
    case EventKind::TextRevision:
    case EventKind::ArticleAdded:
        object = factsToJson(change.facts);
        object[u"article"_s] = change.article.toString();
        if (change.kind == EventKind::TextRevision) {
            object[u"from"_s] = hex(context.revision);
            object[u"map"_s] = mapToJson(change.map);
        }
        return object;
    case EventKind::ArticleRemoved:
    case EventKind::ArticleErased:
        return { { u"article"_s, change.article.toString() } };
    case EventKind::ArticleMeta:
        return { { u"article"_s, change.article.toString() }, { u"field"_s, change.field },
            { u"value"_s, hashOf(change.text) } };
    case EventKind::Boundary:
        object = targetToJson(change, context.revision);
        object[u"on"_s] = change.flag;
        return object;
    case EventKind::BlockKind:
        object = targetToJson(change, context.revision);
        object[u"kind"_s] = kindName(change.unitKind);
        return object;
    case EventKind::Tag:
        object = targetToJson(change, context.revision);
        object[u"tag"_s] = tagName(change.tag);
        return object;
    case EventKind::Unsure:
        object = targetToJson(change, context.revision);
        object[u"unsure"_s] = change.flag;
        return object;
    case EventKind::Note:
    case EventKind::Source:
        object = targetToJson(change, context.revision);
        object[eventKindName(change.kind)] = hashOf(change.text);
        return object;
    case EventKind::Link:
        object = pairToJson(change, context);
        object[u"relation"_s] = change.text;
        return object;
    case EventKind::Refuse:
        object = pairToJson(change, context);
        object[u"refused"_s] = change.flag;
        return object;
    case EventKind::Revoke:
        return { { u"edit"_s, change.revoked.toString() } };
    case EventKind::Merge: {
        QJsonArray spans;
        for (const Span& span : change.spans)
            spans.append(QJsonArray{ span.replica.toString(), span.first, span.last });
        return { { u"events"_s, spans } };
    }
    case EventKind::Unknown:
        break;
    }
    return object;
}

QByteArray encodePayload(const Change& change, const PayloadContext& context)
{
    QJsonObject object = body(change, context);
    if (!context.heads.isEmpty()) {
        QJsonArray seen;
        for (const Head& head : context.heads)
            seen.append(QJsonArray{ head.replica.toString(), head.n, hex(head.chain) });
        object[u"heads"_s] = seen;
    }
    // Sources and the facts of articles stood in the payload in version 1.
    const bool second = change.kind == EventKind::Source || change.kind == EventKind::ArticleAdded;
    object[u"v"_s] = second ? 2 : 1;
    return canonicalJson(object);
}

QList<QByteArray> payloadTexts(const Change& change)
{
    switch (change.kind) {
    case EventKind::Note:
    case EventKind::Source:
    case EventKind::ArticleMeta:
        return change.text.isEmpty() ? QList<QByteArray>() : QList{ change.text.toUtf8() };
    case EventKind::ArticleAdded:
    case EventKind::TextRevision:
        return { factsText(change.facts) };
    default:
        return {};
    }
}

QList<Head> recordedHeads(const QByteArray& payload)
{
    if (!payload.contains("\"heads\":["))
        return {};
    QList<Head> heads;
    for (const QJsonValue& value : QJsonDocument::fromJson(payload)[u"heads"].toArray()) {
        const QJsonArray head = value.toArray();
        heads.append(
            { ReplicaId::fromString(head[0].toString()), head[1].toInteger(), unhex(head[2]), 0 });
    }
    return heads;
}

QList<QByteArray> contentNames(EventKind kind, const QByteArray& payload)
{
    const auto named = [&](std::initializer_list<QStringView> keys) {
        const QJsonObject object = QJsonDocument::fromJson(payload).object();
        QList<QByteArray> names;
        for (const QStringView key : keys) {
            if (const QByteArray hash = unhex(object[key]); hash.size() == 32)
                names.append(hash);
        }
        return names;
    };
    switch (kind) {
    case EventKind::ArticleAdded:
    case EventKind::TextRevision:
        return named({ u"facts", u"revision", u"layout", u"original" });
    case EventKind::Note:
        return named({ u"note" });
    case EventKind::Source:
        return named({ u"source" });
    case EventKind::ArticleMeta:
        return named({ u"value" });
    default:
        return {};
    }
}

} // namespace assay
