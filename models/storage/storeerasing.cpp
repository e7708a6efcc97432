// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the words of erased articles out of the file.
#include "models/storage/eventrows.h"
#include "models/storage/mergeplan.h"

#include <QVariant>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

Expected<Store::Erasures> Store::erasures()
{
    Erasures found;
    QSet<ArticleId> waits;
    // A file of an earlier Assay, only looked at, has no such table: there, all is carried out.
    if (m_database->hasTable(u"waiting"_s)) {
        RowReader waiting(*m_database, "SELECT article FROM waiting");
        while (waiting.next())
            waits.insert({ waiting.uuid(0) });
        if (waiting.error())
            return std::unexpected(*waiting.error());
    }
    QHash<ArticleId, bool> listed;
    RowReader rows(*m_database, eventColumns() + " WHERE kind = 'article-erased'");
    while (rows.next()) {
        const Event event = eventOf(rows, true);
        if (event.change.kind != EventKind::ArticleErased)
            continue;
        if (!waits.contains(event.change.article))
            found.done.insert(event.change.article);
        else if (!std::exchange(listed[event.change.article], true))
            found.waiting.append({ event.change.article, event.reviewer, event.time });
    }
    if (rows.error())
        return std::unexpected(*rows.error());
    return found;
}

Expected<QSet<QByteArray>> Store::contentOnlyOf(const QSet<ArticleId>& articles)
{
    const Expected<QMultiHash<QByteArray, ArticleId>> owned = ownersOf(articles);
    if (!owned)
        return std::unexpected(owned.error());
    return QSet<QByteArray>(owned->keyBegin(), owned->keyEnd());
}

/// The hashes that nothing but these articles name, each with those that do.
Expected<QMultiHash<QByteArray, ArticleId>> Store::ownersOf(const QSet<ArticleId>& erased)
{
    QMultiHash<QByteArray, ArticleId> gone;
    QSet<QByteArray> kept;
    if (erased.isEmpty())
        return gone;
    RowReader rows(*m_database, "SELECT kind, payload FROM event");
    while (rows.next()) {
        const EventKind kind = eventKindFromName(rows.text(0));
        const QByteArray payload = rows.bytes(1);
        const QList<QByteArray> names = contentNames(kind, payload);
        if (names.isEmpty())
            continue;
        const auto change
            = decodePayload(kind, payload, [](const QByteArray&) { return QByteArray(); });
        for (const QByteArray& name : names) {
            if (!change || !erased.contains(change->article))
                kept.insert(name);
            else if (!gone.contains(name, change->article))
                gone.insert(name, change->article);
        }
    }
    if (rows.error())
        return std::unexpected(*rows.error());
    for (const QByteArray& name : std::as_const(kept))
        gone.remove(name);
    return gone;
}

/// Whether a group brings words for an article that another program has erased by now.
Expected<bool> Store::saysOfErased(const QList<Group>& groups)
{
    QSet<ArticleId> articles;
    for (const Group& group : groups) {
        for (const Event& event : group.content.isEmpty() ? QList<Event>() : group.events)
            articles.insert(event.change.article);
    }
    articles.remove({});
    if (articles.isEmpty())
        return false;
    return erasures().transform(
        [&](const Erasures& known) { return articles.intersects(known.done); });
}

Expected<void> Store::setWaiting(ArticleId article, bool waits)
{
    const Expected<QSqlQuery*> query
        = statement(waits ? u"INSERT OR IGNORE INTO waiting VALUES (?)"_s
                          : u"DELETE FROM waiting WHERE article = ?"_s);
    if (!query)
        return std::unexpected(query.error());
    (*query)->bindValue(0, article.toBytes());
    if (!(*query)->exec())
        return std::unexpected(m_database->error(**query));
    return {};
}

/// What another copy has erased is a wish here, as long as there are words of it to lose. To be
/// called when the plan's events and content are in the file; `doneBefore`: what was erased here
/// before that.
Expected<void> Store::noteErasures(const MergePlan& plan, const QSet<ArticleId>& doneBefore)
{
    QSet<ArticleId> wishes;
    for (const Event& event : plan.events) {
        if (isErasure(event) && !doneBefore.contains(event.change.article)
            && (!plan.waiting || plan.waiting->contains(event.change.article)))
            wishes.insert(event.change.article);
    }
    if (wishes.isEmpty())
        return {};
    const Expected<QMultiHash<QByteArray, ArticleId>> words = ownersOf(wishes);
    if (!words)
        return std::unexpected(words.error());
    QSet<ArticleId> here;
    for (auto it = words->cbegin(); it != words->cend(); ++it) {
        if (!here.contains(it.value()) && hasContent(it.key()))
            here.insert(it.value());
    }
    for (const ArticleId& article : std::as_const(here)) {
        if (const Expected<void> noted = setWaiting(article, true); !noted)
            return noted;
    }
    return {};
}

/// Tells of erasures that wait where they are others than were told of.
Expected<void> Store::noticeWaiting()
{
    const Expected<Erasures> now = erasures();
    if (!now)
        return std::unexpected(now.error());
    QSet<ArticleId> waiting;
    for (const WaitingErasure& each : now->waiting)
        waiting.insert(each.article);
    if (std::exchange(m_waiting, waiting) == waiting && !m_purged)
        return {};
    m_incoming.waiting = now->waiting;
    m_incoming.erased = now->done;
    return {};
}

Expected<void> Store::purgeErased()
{
    const Expected<Erasures> known = erasures();
    const Expected<QSet<QByteArray>> gone
        = known ? contentOnlyOf(known->done) : std::unexpected(known.error());
    if (!gone)
        return std::unexpected(gone.error());
    for (const QByteArray& name : *gone) {
        const Expected<QSqlQuery*> query = statement(u"DELETE FROM content WHERE sha256 = ?"_s);
        if (!query)
            return std::unexpected(query.error());
        (*query)->bindValue(0, name);
        if (!(*query)->exec())
            return std::unexpected(m_database->error(**query));
        m_purged = m_purged || (*query)->numRowsAffected() > 0;
    }
    return {};
}

} // namespace assay
