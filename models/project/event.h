// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"
#include "models/article/rangemap.h"
#include "models/base/error.h"
#include "models/base/id.h"

#include <QByteArray>

#include <compare>
#include <functional>

namespace assay {

/// What an event says was done. Names in files are those of eventKindName().
enum class EventKind : quint8 {
    Unknown, ///< made by a newer program: kept and counted, never understood here
    Reviewer, ///< `text` is the name of the event's reviewer
    ArticleAdded,
    ArticleRemoved,
    Boundary, ///< a unit starts at range.start (`flag`) or no longer does; range.end ends the unit
              ///< before it
    Tag,
    Unsure,
    Note,
    Source,
    Revoke, ///< everything in group `revoked` is undone
    ArticleMeta, ///< `field` of the article ("title" ...) reads `text`
    TextRevision, ///< a newer save: `facts`, and where stretches of revision `from` stand in it
    BlockKind, ///< the range is of kind `unitKind`: furniture or not
    Link, ///< `range` and `other` are related as `text` says; empty: no more
    Refuse, ///< `flag`: a match that was found between `range` and `other` is none
    ArticleErased, ///< for good: its content leaves every copy of the project, and no undo helps
    Merge, ///< the events of `spans` came in from another copy; undone by revoking this
};

QString eventKindName(EventKind kind);
EventKind eventKindFromName(QLatin1StringView name);
EventKind eventKindFromName(const QString& name);

/// What stands in an article-added event: all but the bytes, which are content by hash.
struct ArticleFacts {
    QString title;
    Provenance provenance;
    QByteArray revision; ///< SHA-256 of the normalised text in UTF-8
    QByteArray layout; ///< SHA-256 of the encoded layout
    qint32 length = 0; ///< of the text, UTF-16 units

    bool operator==(const ArticleFacts&) const = default;
};

/// The part of a revision's SHA-256 that tells the revisions of one article apart.
using RevisionKey = quint32;
RevisionKey revisionKey(const QByteArray& sha256);

/// A stretch of an article's text, in one of its revisions. Key 0: the present one.
struct Target {
    ArticleId article;
    RevisionKey revision = 0;
    TextRange range;

    bool operator==(const Target&) const = default;
};

/// Consecutive events of one writing session: n from `first` to `last`, both in it.
struct Span {
    ReplicaId replica;
    qint64 first = 0;
    qint64 last = 0;

    bool operator==(const Span&) const = default;
};

/// One thing said or done, before or after it stands in the log.
struct Change {
    EventKind kind = EventKind::Unknown;
    ArticleId article;
    TextRange range; ///< of the unit it is about, UTF-16
    Tag tag = Tag::Untagged;
    bool flag = false;
    QString text; ///< note, source, reviewer's name, relation, value of a field
    GroupId revoked;
    RevisionKey revision = 0; ///< that `range` is in; Project fills it in
    UnitKind unitKind = UnitKind::Sentence; ///< for BlockKind only
    QString field; ///< for ArticleMeta only
    Target other; ///< for Link and Refuse only
    ArticleFacts facts; ///< for ArticleAdded and TextRevision only
    RevisionKey from = 0; ///< for TextRevision only
    RangeMap map; ///< for TextRevision only
    QList<Span> spans; ///< for Merge only

    bool operator==(const Change&) const = default;
};

/// Where in the project something happened.
struct Place {
    ArticleId article;
    TextRange range;

    bool operator==(const Place&) const = default;
};

/// Changes that one reviewer makes.
struct ReviewerChanges {
    ReviewerId id;
    QString name;
    QList<Change> changes;
};

/// Where an event stands in the order of all events: by lamport, then replica, then n.
struct Stamp {
    qint64 lamport = 0;
    ReplicaId replica;
    qint64 n = 0;

    bool operator==(const Stamp&) const = default;
    friend bool operator<(const Stamp& a, const Stamp& b)
    {
        if (a.lamport != b.lamport)
            return a.lamport < b.lamport;
        return a.replica == b.replica ? a.n < b.n : a.replica < b.replica;
    }
};

/// One row of the log, with what it says already understood.
struct Event {
    Stamp stamp;
    ReviewerId reviewer;
    QString time; ///< ISO-8601, UTC
    GroupId group; ///< all events of one edit share it
    QString kind;
    QByteArray payload; ///< canonical JSON
    QByteArray chain; ///< SHA-256 over all above and the link before
    Change change;
};

/// The last event of a writing session that is known here.
struct Head {
    ReplicaId replica;
    qint64 n = 0;
    QByteArray chain;
    qint64 lamport = 0; ///< 0 where it is not known
    bool seen = false; ///< a later session recorded it: that session's own head stands for it

    bool operator==(const Head&) const = default;
};

/// The chain link of `event` behind `previous` (32 bytes, or empty for a session's first event):
/// SHA-256 over the previous link, then each column as an 8-byte big-endian length and its bytes,
/// in the table's order.
QByteArray chainLink(const Event& event, const QByteArray& previous);
/// The bytes of which that is the SHA-256.
QByteArray chainedBytes(const Event& event, const QByteArray& previous);

/// SHA-256, as content is found by.
QByteArray contentHash(const QByteArray& bytes);

} // namespace assay
