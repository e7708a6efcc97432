// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/proof.h"

#include "models/project/payload.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QScopeGuard>

#include <algorithm>

namespace assay {

/// What all mending together may take, in ms.
static constexpr qint64 patience = 2500;
/// How far apart two events of one session are in Lamport's time, at most, for the search.
static constexpr qint64 most = 20'000;

void Sessions::add(const Event& event, int mostKept)
{
    Session& session = m_sessions[event.stamp.replica];
    const auto [from, to] = session.equal_range(event.stamp.n);
    int tales = 0;
    const bool known = std::any_of(from, to, [&](const auto& each) {
        const Event& there = each.second;
        ++tales;
        return there.chain == event.chain && there.payload == event.payload
            && there.stamp == event.stamp && there.kind == event.kind && there.time == event.time
            && there.group == event.group && there.reviewer == event.reviewer;
    });
    if (known || tales >= mostKept)
        return;
    session.emplace(event.stamp.n, event);
    for (const Head& head : recordedHeads(event.payload))
        addLink(head);
}

void Sessions::addLink(const Head& head)
{
    m_recorded[{ head.replica, head.n }].insert(head.chain);
}

QList<ReplicaId> Sessions::replicas() const
{
    QList<ReplicaId> all;
    for (const auto& [replica, session] : m_sessions)
        all.append(replica);
    return all;
}

qsizetype Sessions::size() const
{
    qsizetype events = 0;
    for (const auto& [replica, session] : m_sessions)
        events += static_cast<qsizetype>(session.size());
    return events;
}

QList<Event> Sessions::provenAfter(const Head& head) const
{
    QList<Event> proven;
    const auto found = m_sessions.find(head.replica);
    if (found == m_sessions.end())
        return proven;
    const Session& session = found->second;
    QByteArray previous = head.chain;
    qint64 lamport = head.lamport;
    for (qint64 n = head.n + 1;; ++n) {
        const auto [from, to] = session.equal_range(n);
        const auto [next, end] = session.equal_range(n + 1);
        const Event* good = nullptr;
        QByteArray link;
        for (auto it = from; it != to && !good; ++it) {
            link = chainLink(it->second, previous);
            const auto follows = [&](const auto& after) {
                return chainLink(after.second, link) == after.second.chain;
            };
            if (link == it->second.chain || std::any_of(next, end, follows)
                || m_recorded.value({ head.replica, n }).contains(link))
                good = &it->second;
        }
        // The link that another event or session goes on from is whole, though its row is not.
        const auto isKnown = [&](const QByteArray& own) {
            const auto follows = [&](const auto& after) {
                return chainLink(after.second, own) == after.second.chain;
            };
            return std::any_of(next, end, follows)
                || m_recorded.value({ head.replica, n }).contains(own);
        };
        const qint64 below = next != end ? next->second.stamp.lamport : lamport + most;
        std::optional<Event> mended;
        for (auto it = from; it != to && !good && !mended; ++it) {
            if (isKnown(it->second.chain))
                mended = mend(it->second, previous, lamport, below);
        }
        if (!good && !mended && (next != end || m_recorded.contains({ head.replica, n })))
            mended = misplaced({ 0, head.replica, n }, previous, isKnown);
        if (!good && mended) {
            good = &*mended;
            link = good->chain;
        }
        if (!good)
            return proven;
        proven.append(*good);
        proven.last().chain = link;
        previous = link;
        lamport = good->stamp.lamport;
    }
}

/// The event with the link that is known, whose row names another session or another number: it is
/// the one that stands at `stamp` if that gives its link.
std::optional<Event> Sessions::misplaced(const Stamp& stamp, const QByteArray& previous,
    const std::function<bool(const QByteArray& link)>& isKnown) const
{
    QElapsedTimer timer;
    timer.start();
    const auto spent = qScopeGuard([&] { m_mending += timer.elapsed(); });
    for (const auto& [replica, session] : m_sessions) {
        for (const auto& [n, event] : session) {
            if (m_mending + timer.elapsed() > patience)
                return {};
            if (replica == stamp.replica && n == stamp.n)
                continue;
            Event tried = event;
            tried.stamp = { event.stamp.lamport, stamp.replica, stamp.n };
            if (chainLink(tried, previous) != event.chain || !isKnown(event.chain))
                continue;
            ++m_mended;
            m_placed.insert(event.chain);
            return tried;
        }
    }
    return {};
}

/// Tries every time that may be between that of the event before and of the one behind, then every
/// value of every byte of the longer columns: some 100,000 links, half a second.
std::optional<Event> Sessions::mend(
    const Event& damaged, const QByteArray& previous, qint64 above, qint64 below) const
{
    if (m_mending > patience || damaged.payload.size() > 1500)
        return {};
    QElapsedTimer timer;
    timer.start();
    Event event = damaged;
    for (qint64 lamport = above + 1; lamport < std::min(below, above + most); ++lamport) {
        event.stamp.lamport = lamport;
        if (chainLink(event, previous) != event.chain)
            continue;
        ++m_mended;
        m_mending += timer.elapsed();
        return event;
    }
    event.stamp.lamport = damaged.stamp.lamport;
    // A byte that is no letter was read as a letter of three bytes.
    for (QString* column : { &event.time, &event.kind })
        column->replace(QChar::ReplacementCharacter, u'0');
    QByteArray bytes = chainedBytes(event, previous);
    const qsizetype columns = event.payload.size() + 8 + event.kind.toUtf8().size() + 8 + 16 + 8
        + event.time.toUtf8().size() + 8 + 16;
    std::optional<Event> found;
    for (qsizetype at = bytes.size() - 1; at >= bytes.size() - columns && !found; --at) {
        const char before = bytes[at];
        for (int value = 0; value < 256 && !found; ++value) {
            bytes[at] = static_cast<char>(value);
            if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) == event.chain)
                found = event;
        }
        if (!found)
            bytes[at] = before;
    }
    m_mending += timer.elapsed();
    if (!found)
        return {};
    // The columns stand behind one another, each with its length in front.
    qsizetype end = bytes.size();
    const auto column = [&](qsizetype size) {
        end -= size;
        const QByteArray value = bytes.sliced(end, size);
        end -= 8;
        return value;
    };
    found->payload = column(event.payload.size());
    found->kind = QString::fromUtf8(column(event.kind.toUtf8().size()));
    found->group = GroupId::fromBytes(column(16));
    found->time = QString::fromUtf8(column(event.time.toUtf8().size()));
    found->reviewer = ReviewerId::fromBytes(column(16));
    ++m_mended;
    return found;
}

bool Sessions::isLinked(const Event& event) const
{
    const auto proves
        = [&](const QByteArray& link) { return chainLink(event, link) == event.chain; };
    const Session& session = m_sessions.at(event.stamp.replica);
    const auto [from, to] = session.equal_range(event.stamp.n - 1);
    if (std::any_of(from, to, [&](const auto& each) { return proves(each.second.chain); }))
        return true;
    const QSet<QByteArray> recorded = m_recorded.value({ event.stamp.replica, event.stamp.n - 1 });
    return std::any_of(recorded.begin(), recorded.end(), proves);
}

QList<Event> Sessions::linkedBehindGap(ReplicaId replica, qint64 n) const
{
    QList<Event> linked;
    const Session& session = m_sessions.at(replica);
    for (auto it = session.upper_bound(n); it != session.end(); ++it) {
        if (isLinked(it->second))
            linked.append(it->second);
    }
    return linked;
}

QList<Event> Sessions::unlinkedAfter(ReplicaId replica, qint64 n) const
{
    QList<Event> rest;
    const Session& session = m_sessions.at(replica);
    for (auto it = session.upper_bound(n); it != session.end(); ++it) {
        if (!isLinked(it->second) && !m_placed.contains(it->second.chain))
            rest.append(it->second);
    }
    return rest;
}

} // namespace assay
