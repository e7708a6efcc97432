// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QUuid>

namespace assay {

/// A uuid that knows what it names, so that an article's id cannot be passed for a reviewer's.
template <typename Named>
struct Id {
    QUuid uuid;

    static Id create() { return { QUuid::createUuid() }; }
    static Id fromString(const QString& text) { return { QUuid::fromString(text) }; }
    static Id fromBytes(const QByteArray& bytes) { return { QUuid::fromRfc4122(bytes) }; }

    bool isNull() const { return uuid.isNull(); }
    QString toString() const { return uuid.toString(QUuid::WithoutBraces); }
    QByteArray toBytes() const { return uuid.toRfc4122(); }

    bool operator==(const Id&) const = default;
    friend bool operator<(const Id& a, const Id& b) { return a.uuid < b.uuid; }
    friend size_t qHash(const Id& id, size_t seed = 0) { return qHash(id.uuid, seed); }
};

struct Article;
struct Reviewer;
struct EditGroup;
struct WritingSession;

using ArticleId = Id<Article>;
using ReviewerId = Id<Reviewer>;
using GroupId = Id<EditGroup>;
using ReplicaId = Id<WritingSession>;

} // namespace assay
