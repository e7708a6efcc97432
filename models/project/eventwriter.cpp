// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/eventwriter.h"

#include <QDateTime>

namespace assay {

void EventWriter::see(const Head& head)
{
    see(head.lamport);
    if (m_replica.isNull() && !head.seen && m_heads.value(head.replica).n < head.n)
        m_heads.insert(head.replica, head);
}

void EventWriter::see(QList<Head> heads)
{
    std::sort(heads.begin(), heads.end(),
        [](const Head& a, const Head& b) { return a.lamport < b.lamport; });
    for (const Head& head : std::as_const(heads)) {
        // A session of many events reaches further by as many.
        const qint64 own = std::clamp<qint64>(head.n, 0, lamportEnd / 2);
        if (head.lamport < lamportEnd && head.lamport - own <= m_lamport + longestLamportStep)
            m_lamport = std::max(m_lamport, head.lamport);
        see(head);
    }
}

void EventWriter::see(const Event& event)
{
    see(Head{ event.stamp.replica, event.stamp.n, event.chain, event.stamp.lamport });
    for (const Head& covered : recordedHeads(event.payload)) {
        if (const auto it = m_heads.find(covered.replica);
            it != m_heads.end() && it->n <= covered.n)
            m_heads.erase(it);
    }
}

Event EventWriter::make(
    const Change& change, ReviewerId reviewer, GroupId group, PayloadContext context)
{
    if (m_replica.isNull()) {
        m_replica = ReplicaId::create();
        context.heads = m_heads.values();
        std::sort(context.heads.begin(), context.heads.end(),
            [](const Head& a, const Head& b) { return a.replica < b.replica; });
        context.heads.resize(std::min(context.heads.size(), mostRecordedHeads));
        m_heads.clear();
    }
    Event event;
    event.stamp = { ++m_lamport, m_replica, ++m_n };
    event.reviewer = reviewer;
    event.time = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    event.group = group;
    event.kind = eventKindName(change.kind);
    event.payload = encodePayload(change, context);
    event.chain = chainLink(event, m_chain);
    event.change = change;
    m_chain = event.chain;
    return event;
}

} // namespace assay
