// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/bounds.h"
#include "models/project/payload.h"

#include <QHash>

#include <algorithm>

namespace assay {

/// Makes the events of one writing session: numbers them, stamps them, links them into a chain. The
/// session begins with its first event and is never taken up again, so that copies of a file and
/// parallel processes cannot make two events with one key.
class EventWriter {
public:
    /// Heads of other sessions: a session's first event records those that no other stands for.
    void see(const Head& head);
    /// An event of another session that came in later.
    void see(const Event& event);
    /// Those of a whole log. A head whose lamport is out of reach of all others moves no clock.
    void see(QList<Head> heads);
    /// The next event will stand behind all of this lamport, unless it is out of reach.
    void see(qint64 lamport)
    {
        if (isInReach(lamport, m_lamport))
            m_lamport = std::max(m_lamport, lamport);
    }
    /// The same for events whose bounds were looked at (problemOfArrivals()).
    void follow(qint64 lamport) { m_lamport = std::max(m_lamport, lamport); }
    /// The highest lamport that is known.
    qint64 lamport() const { return m_lamport; }

    Event make(const Change& change, ReviewerId reviewer, GroupId group, PayloadContext context);

private:
    ReplicaId m_replica; ///< null until the first event
    qint64 m_n = 0;
    qint64 m_lamport = 0;
    QByteArray m_chain;
    QHash<ReplicaId, Head> m_heads;
};

} // namespace assay
