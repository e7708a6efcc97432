// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/flatjson.h"
#include "models/project/bounds.h"
#include "models/project/factsjson.h"
#include "models/project/payload.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace assay {

/// Nothing where the stretches do not follow one another, or leave the new text of that length.
static std::optional<RangeMap> mapFromJson(const QJsonArray& array, qint32 length)
{
    QList<RangeMap::Pair> pairs;
    for (const QJsonValue& each : array) {
        std::array<qint32, 4> at{};
        for (int i = 0; i < 4; ++i) {
            const std::optional<qint32> offset = boundedOffset(each[i]);
            if (!offset)
                return {};
            at[static_cast<size_t>(i)] = *offset;
        }
        pairs.append(RangeMap::Pair{ { at[0], at[1] }, { at[2], at[3] } });
    }
    if (!isBoundedMap(pairs, length))
        return {};
    return RangeMap(pairs);
}

/// A stretch of a text; {-1, -1} where the payload names none.
static TextRange rangeFrom(const QJsonValue& start, const QJsonValue& end)
{
    return { boundedOffset(start).value_or(-1), boundedOffset(end).value_or(-1) };
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
        || change.range.end < change.range.start || change.range.end > maximumTextLength)
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
    const auto bad = [&] {
        return fail(QCoreApplication::translate("Log", "An event of kind %1 cannot be understood.")
                        .arg(eventKindName(kind)),
            QString::fromUtf8(payload.first(std::min<qsizetype>(payload.size(), 300))));
    };
    if (!isBoundedPayload(payload))
        return bad();
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    const auto words = [&](QStringView key) {
        const QByteArray hash = unhex(object[key]);
        return hash.isEmpty() ? QString() : QString::fromUtf8(text(hash));
    };
    change.article = ArticleId::fromString(object[u"article"].toString());
    const TextRange range = rangeFrom(object[u"start"], object[u"end"]);
    const bool hasArticle = !change.article.isNull();
    // A boundary that is taken away has no end of a unit before it: -1.
    const bool isJoin = kind == EventKind::Boundary && object[u"end"].toInteger() == -1;
    const bool hasTarget = hasArticle && range.start >= 0 && (range.end >= 0 || isJoin)
        && (range.end >= range.start || kind == EventKind::Boundary);
    if (hasTarget) {
        change.range = range;
        change.revision = revisionKey(unhex(object[u"revision"]));
    }
    bool good = hasTarget;
    switch (kind) {
    case EventKind::Reviewer:
        change.text = boundedLine(object[u"name"].toString(), longestName);
        good = !change.text.isEmpty();
        break;
    case EventKind::ArticleAdded:
    case EventKind::TextRevision:
        good = hasArticle && boundedOffset(object[u"length"]);
        if (!good)
            break;
        change.facts = factsFromJson(object, text);
        change.from = revisionKey(unhex(object[u"from"]));
        if (auto map = mapFromJson(object[u"map"].toArray(), change.facts.length))
            change.map = std::move(*map);
        else
            good = false;
        good = good && change.facts.revision.size() == 32 && change.facts.layout.size() == 32;
        change.revision = kind == EventKind::TextRevision ? revisionKey(change.facts.revision) : 0;
        break;
    case EventKind::ArticleRemoved:
    case EventKind::ArticleErased:
        good = hasArticle;
        break;
    case EventKind::ArticleMeta:
        change.field = object[u"field"].toString();
        change.text = words(u"value");
        good = hasArticle && !change.field.isEmpty() && change.field.size() <= longestName;
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
            rangeFrom(object[u"toStart"], object[u"toEnd"]) };
        change.text = object[u"relation"].toString();
        change.flag = object[u"refused"].toBool();
        good = hasTarget && !change.other.article.isNull() && change.other.range.start >= 0
            && change.other.range.end >= change.other.range.start
            && change.text.size() <= longestName;
        break;
    case EventKind::Revoke:
        change.revoked = GroupId::fromString(object[u"edit"].toString());
        good = !change.revoked.isNull();
        break;
    case EventKind::Merge:
        for (const QJsonValue& each : object[u"events"].toArray())
            change.spans.append({ ReplicaId::fromString(each[0].toString()), each[1].toInteger(),
                each[2].toInteger() });
        good = !change.spans.isEmpty() && areBoundedSpans(change.spans);
        break;
    case EventKind::Unknown:
        break;
    }
    if (!good)
        return bad();
    return change;
}

} // namespace assay
