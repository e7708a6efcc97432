// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/flatjson.h"
#include "models/project/factsjson.h"
#include "models/project/payload.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace assay {

static RangeMap mapFromJson(const QJsonArray& array)
{
    QList<RangeMap::Pair> pairs;
    for (const QJsonValue& each : array) {
        const auto at = [&each](int i) { return static_cast<qint32>(each[i].toInteger()); };
        pairs.append(RangeMap::Pair{ { at(0), at(1) }, { at(2), at(3) } });
    }
    return RangeMap(pairs);
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
