// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/event.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>

namespace assay {

/// The events of writing sessions as several places tell of them. Where two tell of the same one
/// differently, both are kept until a chain decides.
class Sessions {
public:
    /// Of one event, at most that many tales are kept: those that came first.
    static constexpr int mostTales = 64;

    void add(const Event& event, int mostKept = mostTales);
    /// The link of an event that something else than the event tells of.
    void addLink(const Head& head);

    QList<ReplicaId> replicas() const;
    bool contains(ReplicaId replica) const { return m_sessions.contains(replica); }
    qsizetype size() const;

    /// The events behind `head` that follow link by link, without a gap. An event whose own link is
    /// damaged is proved by the one after it, and given the link that follows from it. One in which
    /// a single byte is wrong is mended: only the right byte gives its link.
    QList<Event> provenAfter(const Head& head) const;

    /// The events of the session after number `n`, behind a gap, whose links follow from the link
    /// of the event before, or from one that another session recorded: what they say is as it was
    /// written, though what came before them is lost.
    QList<Event> linkedBehindGap(ReplicaId replica, qint64 n) const;

    /// Those after number `n` that no link proves.
    QList<Event> unlinkedAfter(ReplicaId replica, qint64 n) const;

    /// How many events were mended so far.
    qsizetype mended() const { return m_mended; }

private:
    using Session = std::multimap<qint64, Event>;
    bool isLinked(const Event& event) const;
    std::optional<Event> mend(
        const Event& damaged, const QByteArray& previous, qint64 above, qint64 below) const;
    std::optional<Event> misplaced(const Stamp& stamp, const QByteArray& previous,
        const std::function<bool(const QByteArray& link)>& isKnown) const;

    std::map<ReplicaId, Session> m_sessions;
    QHash<std::pair<ReplicaId, qint64>, QSet<QByteArray>> m_recorded; ///< links, by session and n
    mutable qint64 m_mending = 0; ///< ms that were spent on it
    mutable qsizetype m_mended = 0;
    mutable QSet<QByteArray> m_placed; ///< links of events whose row names another place
};

} // namespace assay
