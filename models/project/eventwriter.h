// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    /// The next event will stand behind all of this lamport.
    void see(qint64 lamport) { m_lamport = std::max(m_lamport, lamport); }

    Event make(const Change& change, ReviewerId reviewer, GroupId group, PayloadContext context);

private:
    ReplicaId m_replica; ///< null until the first event
    qint64 m_n = 0;
    qint64 m_lamport = 0;
    QByteArray m_chain;
    QHash<ReplicaId, Head> m_heads;
};

} // namespace assay
