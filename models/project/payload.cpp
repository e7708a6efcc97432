// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/payload.h"

#include "models/base/canonicaljson.h"
#include "models/base/flatjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace assay {

using namespace Qt::StringLiterals;

static QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

static QByteArray unhex(const QJsonValue& value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

static QString hashOf(const QString& text)
{
    return text.isEmpty() ? QString() : hex(contentHash(text.toUtf8()));
}

/// What was added to an article's facts after the first version: left out where empty, so that old
/// facts keep their hashes.
template <typename Origin>
static auto laterFacts(Origin& from)
{
    return std::array{ std::pair{ "author"_L1, &from.author },
        std::pair{ "encoding-source"_L1, &from.encodingSource },
        std::pair{ "importer"_L1, &from.importer }, std::pair{ "link"_L1, &from.link },
        std::pair{ "published"_L1, &from.published }, std::pair{ "site"_L1, &from.site } };
}

/// Title and origin of an article: words that erasing it must take away.
static QByteArray factsText(const ArticleFacts& facts)
{
    const Provenance& from = facts.provenance;
    QJsonObject object{ { u"title"_s, facts.title }, { u"file"_s, from.file },
        { u"origin"_s, from.origin }, { u"format"_s, from.format },
        { u"encoding"_s, from.encoding }, { u"language"_s, from.language },
        { u"imported"_s, from.imported.toString(Qt::ISODate) } };
    for (const auto& [name, value] : laterFacts(from)) {
        if (!value->isEmpty())
            object[name] = *value;
    }
    return canonicalJson(object);
}

static QJsonObject factsToJson(const ArticleFacts& facts)
{
    return { { u"facts"_s, hex(contentHash(factsText(facts))) },
        { u"revision"_s, hex(facts.revision) }, { u"layout"_s, hex(facts.layout) },
        { u"length"_s, facts.length }, { u"original"_s, hex(facts.provenance.sha256) } };
}

static ArticleFacts factsFromJson(const QJsonObject& object, const TextFinder& text)
{
    // Version 1 had title and origin in the payload itself.
    const QJsonObject words = object.contains(u"facts"_s)
        ? QJsonDocument::fromJson(text(unhex(object[u"facts"]))).object()
        : object;
    ArticleFacts facts;
    facts.title = words[u"title"].toString();
    facts.revision = unhex(object[u"revision"]);
    facts.layout = unhex(object[u"layout"]);
    facts.length = static_cast<qint32>(object[u"length"].toInteger());
    Provenance& from = facts.provenance;
    from.file = words[u"file"].toString();
    from.origin = words[u"origin"].toString();
    from.format = words[u"format"].toString();
    from.encoding = words[u"encoding"].toString();
    from.language = words[u"language"].toString();
    from.sha256 = unhex(object[u"original"]);
    from.imported = QDateTime::fromString(words[u"imported"].toString(), Qt::ISODate);
    for (const auto& [name, value] : laterFacts(from))
        *value = words[name].toString();
    return facts;
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

static RangeMap mapFromJson(const QJsonArray& array)
{
    QList<RangeMap::Pair> pairs;
    for (const QJsonValue& each : array) {
        const auto at = [&each](int i) { return static_cast<qint32>(each[i].toInteger()); };
        pairs.append(RangeMap::Pair{ { at(0), at(1) }, { at(2), at(3) } });
    }
    return RangeMap(pairs);
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

/// The events there are most of, in the form this program writes them. False: read it the long way.
static bool decodeQuickly(EventKind kind, const QByteArray& payload, Change& change)
{
    FlatJson json;
    if ((kind != EventKind::Tag && kind != EventKind::Unsure) || !json.parse(payload))
        return false;
    const QByteArrayView article = json["article"];
    const QByteArrayView revision = json["revision"];
    bool good[3] = { false, false, false };
    change.article = { QUuid::fromString(QLatin1StringView(article)) };
    change.revision = revision.first(std::min<qsizetype>(8, revision.size())).toUInt(&good[0], 16);
    change.range = { json["start"].toInt(&good[1]), json["end"].toInt(&good[2]) };
    if (!good[0] || !good[1] || !good[2] || change.article.isNull() || change.range.start < 0
        || change.range.end < change.range.start)
        return false;
    change.revision = std::max<RevisionKey>(1, change.revision);
    if (kind == EventKind::Unsure) {
        change.flag = json["unsure"] == "true";
        return true;
    }
    const QByteArrayView name = json["tag"];
    change.tag = Tag::Untagged;
    for (const Tag tag : allTags) {
        static const QByteArray names[]
            = { {}, tagName(Tag::Evidence).toLatin1(), tagName(Tag::Marketing).toLatin1(),
                  tagName(Tag::Caveat).toLatin1(), tagName(Tag::None).toLatin1() };
        if (name == names[static_cast<size_t>(tag)])
            change.tag = tag;
    }
    return change.tag != Tag::Untagged || name.isEmpty();
}

Expected<Change> decodePayload(EventKind kind, const QByteArray& payload, const TextFinder& text)
{
    Change change;
    change.kind = kind;
    if (kind == EventKind::Unknown || decodeQuickly(kind, payload, change))
        return change;
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    const auto words = [&](QStringView key) {
        const QByteArray hash = unhex(object[key]);
        return hash.isEmpty() ? QString() : QString::fromUtf8(text(hash));
    };
    change.article = ArticleId::fromString(object[u"article"].toString());
    const TextRange range{ static_cast<qint32>(object[u"start"].toInteger(-1)),
        static_cast<qint32>(object[u"end"].toInteger(-1)) };
    const bool hasArticle = !change.article.isNull();
    const bool hasTarget = hasArticle && range.start >= 0
        && (range.end >= range.start || kind == EventKind::Boundary);
    if (hasTarget) {
        change.range = range;
        change.revision = revisionKey(unhex(object[u"revision"]));
    }
    bool good = hasTarget;
    switch (kind) {
    case EventKind::Reviewer:
        change.text = object[u"name"].toString();
        good = !change.text.isEmpty();
        break;
    case EventKind::ArticleAdded:
    case EventKind::TextRevision:
        change.facts = factsFromJson(object, text);
        good = hasArticle && change.facts.revision.size() == 32 && change.facts.layout.size() == 32;
        change.from = revisionKey(unhex(object[u"from"]));
        change.map = mapFromJson(object[u"map"].toArray());
        change.revision = kind == EventKind::TextRevision ? revisionKey(change.facts.revision) : 0;
        break;
    case EventKind::ArticleRemoved:
    case EventKind::ArticleErased:
        good = hasArticle;
        break;
    case EventKind::ArticleMeta:
        change.field = object[u"field"].toString();
        change.text = words(u"value");
        good = hasArticle && !change.field.isEmpty();
        break;
    case EventKind::Boundary:
        change.flag = object[u"on"].toBool();
        break;
    case EventKind::BlockKind: {
        const std::optional<UnitKind> named = kindFromName(object[u"kind"].toString());
        change.unitKind = named.value_or(UnitKind::Sentence);
        good = hasTarget && named;
        break;
    }
    case EventKind::Tag: {
        const QString name = object[u"tag"].toString();
        const std::optional<Tag> tag = tagFromName(name);
        good = hasTarget && (tag || name.isEmpty());
        change.tag = tag.value_or(Tag::Untagged);
        break;
    }
    case EventKind::Unsure:
        change.flag = object[u"unsure"].toBool();
        break;
    case EventKind::Note:
        change.text = words(u"note");
        break;
    case EventKind::Source:
        change.text
            = object[u"v"].toInteger() < 2 ? object[u"source"].toString() : words(u"source");
        break;
    case EventKind::Link:
    case EventKind::Refuse:
        change.other = { ArticleId::fromString(object[u"toArticle"].toString()),
            revisionKey(unhex(object[u"toRevision"])),
            { static_cast<qint32>(object[u"toStart"].toInteger(-1)),
                static_cast<qint32>(object[u"toEnd"].toInteger(-1)) } };
        change.text = object[u"relation"].toString();
        change.flag = object[u"refused"].toBool();
        good = hasTarget && !change.other.article.isNull() && change.other.range.start >= 0;
        break;
    case EventKind::Revoke:
        change.revoked = GroupId::fromString(object[u"edit"].toString());
        good = !change.revoked.isNull();
        break;
    case EventKind::Merge:
        for (const QJsonValue& each : object[u"events"].toArray())
            change.spans.append({ ReplicaId::fromString(each[0].toString()), each[1].toInteger(),
                each[2].toInteger() });
        good = !change.spans.isEmpty();
        break;
    case EventKind::Unknown:
        break;
    }
    if (!good)
        return fail(QCoreApplication::translate("Log", "An event of kind %1 cannot be understood.")
                        .arg(eventKindName(kind)),
            QString::fromUtf8(payload.first(std::min<qsizetype>(payload.size(), 300))));
    return change;
}

} // namespace assay
