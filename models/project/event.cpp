// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/event.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace assay {

static constexpr std::array kindNames{ u"", u"reviewer", u"article-added", u"article-removed",
    u"boundary", u"tag", u"unsure", u"note", u"source", u"revoke", u"article-meta",
    u"text-revision", u"block-kind", u"link", u"refuse", u"article-erased", u"merge" };

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

RevisionKey revisionKey(const QByteArray& sha256)
{
    return sha256.size() < 4 ? 0 : std::max<RevisionKey>(1, qFromBigEndian<quint32>(sha256.data()));
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
