// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/event.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace assay {

static constexpr std::array<QLatin1StringView, 17> kindNames{ QLatin1StringView(),
    QLatin1StringView("reviewer"), QLatin1StringView("article-added"),
    QLatin1StringView("article-removed"), QLatin1StringView("boundary"), QLatin1StringView("tag"),
    QLatin1StringView("unsure"), QLatin1StringView("note"), QLatin1StringView("source"),
    QLatin1StringView("revoke"), QLatin1StringView("article-meta"),
    QLatin1StringView("text-revision"), QLatin1StringView("block-kind"), QLatin1StringView("link"),
    QLatin1StringView("refuse"), QLatin1StringView("article-erased"), QLatin1StringView("merge") };

QString eventKindName(EventKind kind)
{
    return kindNames[static_cast<size_t>(kind)];
}

EventKind eventKindFromName(QLatin1StringView name)
{
    for (size_t i = 1; i < kindNames.size(); ++i) {
        if (name == kindNames[i])
            return static_cast<EventKind>(i);
    }
    return EventKind::Unknown;
}

EventKind eventKindFromName(const QString& name)
{
    return eventKindFromName(QLatin1StringView(name.toLatin1()));
}

QByteArray contentHash(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

RevisionKey revisionKey(const QByteArray& sha256)
{
    return sha256.size() < 4 ? 0 : std::max<RevisionKey>(1, qFromBigEndian<quint32>(sha256.data()));
}

QByteArray chainedBytes(const Event& event, const QByteArray& previous)
{
    QByteArray all;
    all.reserve(320 + event.payload.size());
    const auto add = [&all](const QByteArray& bytes) {
        const quint64 length = qToBigEndian<quint64>(static_cast<quint64>(bytes.size()));
        all.append(reinterpret_cast<const char*>(&length), 8);
        all.append(bytes);
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
    return all;
}

QByteArray chainLink(const Event& event, const QByteArray& previous)
{
    return QCryptographicHash::hash(chainedBytes(event, previous), QCryptographicHash::Sha256);
}

} // namespace assay
