// SPDX-License-Identifier: GPL-3.0-or-later
// What the log says, as tables that can be read at once: cells and heads.
#include "models/storage/mergeplan.h"
#include "models/storage/rowreader.h"
#include "models/storage/store.h"

#include <QVariant>

namespace assay {

using namespace Qt::StringLiterals;

Expected<void> Store::writeCell(const CellRow& row)
{
    const Cell& cell = row.cell;
    QString text = row.value && !row.value->text.isNull() ? row.value->text : u""_s;
    if (isContent(cell.field) && !text.isEmpty()) {
        const QByteArray words = text.toUtf8();
        const QByteArray hash = contentHash(words);
        text = QString::fromLatin1(hash.toHex());
        if (!hasContent(hash)) { // version 1 had sources in the payload
            if (const Expected<void> done = insertContent({ hash, words, false }); !done)
                return done;
        }
    }
    const Expected<qint64> article = identity(cell.article.uuid);
    const Expected<qint64> reviewer = identity(cell.reviewer.uuid);
    const Expected<qint64> replica = identity(row.value ? row.value->stamp.replica.uuid : QUuid());
    if (!article || !reviewer || !replica)
        return std::unexpected((!article ? article : !reviewer ? reviewer : replica).error());
    const Expected<QSqlQuery*> query = statement(row.value
            ? u"INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s
            : u"DELETE FROM cell WHERE article = ? AND reviewer = ? AND field = ? AND start = ?"
              u" AND finish = ? AND revision = ? AND other = ?"_s);
    if (!query)
        return std::unexpected(query.error());
    QSqlQuery& sql = **query;
    sql.bindValue(0, *article);
    sql.bindValue(1, *reviewer);
    sql.bindValue(2, static_cast<int>(cell.field));
    sql.bindValue(3, cell.range.start);
    sql.bindValue(4, cell.range.end);
    sql.bindValue(5, static_cast<qint64>(cell.revision));
    sql.bindValue(6, cell.other.isNull() ? u""_s : cell.other);
    if (row.value) {
        sql.bindValue(7, row.value->number);
        sql.bindValue(8, text);
        sql.bindValue(9, row.value->stamp.lamport);
        sql.bindValue(10, *replica);
        sql.bindValue(11, row.value->stamp.n);
    }
    if (!sql.exec())
        return std::unexpected(m_database->error(sql));
    return {};
}

/// Puts the events of another copy and the content they name into this one.
Expected<void> Store::writeCells(const QList<Group>& groups)
{
    if (!m_fold) {
        for (const Group& group : groups) {
            for (const CellRow& row : group.cells) {
                if (const Expected<void> done = writeCell(row); !done)
                    return done;
            }
        }
        return {};
    }
    QSet<Cell> cells;
    for (const Group& group : groups) {
        QList<Event> arrived;
        for (const Event& event : group.merge ? group.merge->events : QList<Event>()) {
            // Words that were erased there may be here.
            const QList<QByteArray> names = event.change.text.isEmpty()
                ? contentNames(event.change.kind, event.payload)
                : QList<QByteArray>();
            Event own = event;
            if (names.size() == 1 && hasContent(names.first()))
                own.change.text = QString::fromUtf8(content(names.first()).value_or(QByteArray()));
            arrived.append(own);
        }
        if (!arrived.isEmpty())
            cells += m_fold->addAll(arrived);
        cells += m_fold->addSome(group.events);
    }
    for (const Cell& cell : std::as_const(cells)) {
        if (const Expected<void> done = writeCell({ cell, m_fold->value(cell) }); !done)
            return done;
    }
    return {};
}

Expected<void> Store::writeProjections(const QList<CellRow>& rows, const QList<Head>& heads)
{
    for (const CellRow& row : rows) {
        if (const Expected<void> done = writeCell(row); !done)
            return done;
    }
    for (const Head& head : heads) {
        if (const Expected<void> done = writeHead(head); !done)
            return done;
    }
    return {};
}

Expected<void> Store::rebuild()
{
    m_statements.clear(); // they are of tables that go
    m_insertEvent.reset();
    return inTransaction([this] { return rebuildHere(); });
}

/// The same inside the caller's transaction.
Expected<void> Store::rebuildHere()
{
    m_identities.clear();
    const Expected<Fold> fold = foldedLog();
    if (!fold)
        return std::unexpected(fold.error());
    const Expected<QList<Head>> ends = logHeads();
    if (!ends)
        return std::unexpected(ends.error());
    m_statements.clear(); // they are of tables that go
    m_insertEvent.reset();
    if (const Expected<void> made = m_database->replaceProjections(); !made)
        return made;
    return writeProjections(fold->rows(), *ends);
}

} // namespace assay
