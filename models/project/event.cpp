// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/event.h"

#include "models/base/canonicaljson.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <functional>

namespace assay {

using namespace Qt::StringLiterals;

static constexpr std::array kindNames{ u"", u"reviewer", u"article-added", u"article-removed",
    u"boundary", u"tag", u"unsure", u"note", u"source", u"revoke" };

QString eventKindName(EventKind kind)
{
    return QString::fromUtf16(kindNames[static_cast<size_t>(kind)]);
}

EventKind eventKindFromName(QStringView name)
{
    for (size_t i = 1; i < kindNames.size(); ++i) {
        if (name == QStringView(kindNames[i]))
            return static_cast<EventKind>(i);
    }
    return EventKind::Unknown;
}

QByteArray contentHash(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

static QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

static QByteArray unhex(const QJsonValue& value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

static QJsonObject factsToJson(const ArticleFacts& facts)
{
    const Provenance& from = facts.provenance;
    return { { u"title"_s, facts.title }, { u"revision"_s, hex(facts.revision) },
        { u"layout"_s, hex(facts.layout) }, { u"length"_s, facts.length },
        { u"original"_s, hex(from.sha256) }, { u"file"_s, from.file }, { u"origin"_s, from.origin },
        { u"format"_s, from.format }, { u"encoding"_s, from.encoding },
        { u"language"_s, from.language }, { u"imported"_s, from.imported.toString(Qt::ISODate) } };
}

static ArticleFacts factsFromJson(const QJsonObject& object)
{
    ArticleFacts facts;
    facts.title = object[u"title"].toString();
    facts.revision = unhex(object[u"revision"]);
    facts.layout = unhex(object[u"layout"]);
    facts.length = static_cast<qint32>(object[u"length"].toInteger());
    facts.provenance = { object[u"file"].toString(), object[u"origin"].toString(),
        object[u"format"].toString(), object[u"encoding"].toString(),
        object[u"language"].toString(), unhex(object[u"original"]),
        QDateTime::fromString(object[u"imported"].toString(), Qt::ISODate) };
    return facts;
}

static QJsonObject targetToJson(const Change& change, const QByteArray& revision)
{
    return { { u"article"_s, change.article.toString() }, { u"revision"_s, hex(revision) },
        { u"start"_s, change.range.start }, { u"end"_s, change.range.end } };
}

QByteArray encodePayload(const Change& change, const QByteArray& revision, const QList<Head>& heads)
{
    QJsonObject object;
    switch (change.kind) {
    case EventKind::Reviewer:
        object[u"name"_s] = change.text;
        break;
    case EventKind::ArticleAdded:
        object = factsToJson(change.facts);
        object[u"article"_s] = change.article.toString();
        break;
    case EventKind::ArticleRemoved:
        object[u"article"_s] = change.article.toString();
        break;
    case EventKind::Boundary:
        object = targetToJson(change, revision);
        object[u"on"_s] = change.flag;
        break;
    case EventKind::Tag:
        object = targetToJson(change, revision);
        object[u"tag"_s] = tagName(change.tag);
        break;
    case EventKind::Unsure:
        object = targetToJson(change, revision);
        object[u"unsure"_s] = change.flag;
        break;
    case EventKind::Note:
        object = targetToJson(change, revision);
        object[u"note"_s]
            = change.text.isEmpty() ? QString() : hex(contentHash(change.text.toUtf8()));
        break;
    case EventKind::Source:
        object = targetToJson(change, revision);
        object[u"source"_s] = change.text;
        break;
    case EventKind::Revoke:
        object[u"edit"_s] = change.revoked.toString();
        break;
    case EventKind::Unknown:
        break;
    }
    if (!heads.isEmpty()) {
        QJsonArray seen;
        for (const Head& head : heads)
            seen.append(QJsonArray{ head.replica.toString(), head.n, hex(head.chain) });
        object[u"heads"_s] = seen;
    }
    object[u"v"_s] = 1;
    return canonicalJson(object);
}

QList<Head> recordedHeads(const QByteArray& payload)
{
    QList<Head> heads;
    for (const QJsonValue& value : QJsonDocument::fromJson(payload)[u"heads"].toArray()) {
        const QJsonArray head = value.toArray();
        heads.append(
            { ReplicaId::fromString(head[0].toString()), head[1].toInteger(), unhex(head[2]), 0 });
    }
    return heads;
}

Expected<Change> decodePayload(EventKind kind, const QByteArray& payload,
    const std::function<QString(const QByteArray& sha256)>& note)
{
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    const auto bad = [&] {
        return fail(QCoreApplication::translate("Log", "An event of kind %1 cannot be understood.")
                        .arg(eventKindName(kind)),
            QString::fromUtf8(payload.first(std::min<qsizetype>(payload.size(), 300))));
    };
    Change change;
    change.kind = kind;
    change.article = ArticleId::fromString(object[u"article"].toString());
    change.range = { static_cast<qint32>(object[u"start"].toInteger(-1)),
        static_cast<qint32>(object[u"end"].toInteger(-1)) };
    const bool hasTarget = !change.article.isNull() && change.range.start >= 0
        && (change.range.end >= change.range.start || kind == EventKind::Boundary);
    bool good = hasTarget;
    switch (kind) {
    case EventKind::Reviewer:
        change.text = object[u"name"].toString();
        good = !change.text.isEmpty();
        break;
    case EventKind::ArticleAdded:
        change.facts = factsFromJson(object);
        good = !change.article.isNull() && change.facts.revision.size() == 32
            && change.facts.layout.size() == 32;
        break;
    case EventKind::ArticleRemoved:
        good = !change.article.isNull();
        break;
    case EventKind::Boundary:
        change.flag = object[u"on"].toBool();
        break;
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
        if (const QByteArray hash = unhex(object[u"note"]); !hash.isEmpty())
            change.text = note(hash);
        break;
    case EventKind::Source:
        change.text = object[u"source"].toString();
        break;
    case EventKind::Revoke:
        change.revoked = GroupId::fromString(object[u"edit"].toString());
        good = !change.revoked.isNull();
        break;
    case EventKind::Unknown:
        good = true;
        break;
    }
    if (!good)
        return bad();
    if (kind == EventKind::ArticleAdded || kind == EventKind::ArticleRemoved
        || kind == EventKind::Reviewer || kind == EventKind::Revoke || kind == EventKind::Unknown)
        change.range = {};
    return change;
}

QByteArray chainLink(const Event& event, const QByteArray& previous)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray& bytes) {
        const quint64 length = qToBigEndian<quint64>(static_cast<quint64>(bytes.size()));
        hash.addData(QByteArrayView(reinterpret_cast<const char*>(&length), 8));
        hash.addData(bytes);
    };
    add(previous);
    add(event.stamp.replica.toBytes());
    add(QByteArray::number(event.stamp.n));
    add(QByteArray::number(event.stamp.lamport));
    add(event.reviewer.toBytes());
    add(event.time.toUtf8());
    add(event.group.toBytes());
    add(event.kind.toUtf8());
    add(event.payload);
    return hash.result();
}

} // namespace assay
