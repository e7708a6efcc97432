// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the words of erased articles out of the file.
#include "models/storage/rowreader.h"
#include "models/storage/store.h"

#include <QVariant>

namespace assay {

using namespace Qt::StringLiterals;

Expected<QSet<QByteArray>> Store::erasedContent()
{
    QSet<QByteArray> gone;
    QSet<QByteArray> kept;
    QSet<ArticleId> erased;
    const Expected<QSqlQuery*> query
        = statement(u"SELECT payload FROM event WHERE kind = 'article-erased'"_s);
    if (!query)
        return std::unexpected(query.error());
    if (!(*query)->exec())
        return std::unexpected(m_database->error(**query));
    while ((*query)->next()) {
        if (const auto change = decodePayload(
                EventKind::ArticleErased, (*query)->value(0).toByteArray(), TextFinder()))
            erased.insert(change->article);
    }
    (*query)->finish();
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
        QSet<QByteArray>& set = change && erased.contains(change->article) ? gone : kept;
        for (const QByteArray& name : names)
            set.insert(name);
    }
    if (rows.error())
        return std::unexpected(*rows.error());
    return gone.subtract(kept);
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
    for (const ArticleId& id : std::as_const(articles)) {
        const Expected<qint64> article = identity(id.uuid);
        const Expected<qint64> nobody = identity({});
        if (!article || !nobody)
            return std::unexpected((!article ? article : nobody).error());
        const Expected<QSqlQuery*> query
            = statement(u"SELECT 1 FROM cell WHERE article = ? AND reviewer = ? AND field = ?"_s);
        if (!query)
            return std::unexpected(query.error());
        (*query)->bindValue(0, *article);
        (*query)->bindValue(1, *nobody);
        (*query)->bindValue(2, static_cast<int>(Field::Erased));
        if (!(*query)->exec())
            return std::unexpected(m_database->error(**query));
        const bool found = (*query)->next();
        (*query)->finish();
        if (found)
            return true;
    }
    return false;
}

Expected<void> Store::purgeErased()
{
    const Expected<QSet<QByteArray>> gone = erasedContent();
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
