// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/fold.h"
#include "models/storage/database.h"

namespace assay {

/// Bytes to keep by their hash.
struct Content {
    QByteArray sha256;
    QByteArray bytes;
    bool compress = false;
};

/// One edit on its way to the file: its events, the content they name, and the cells they changed.
struct Group {
    QList<Event> events;
    QList<Content> content;
    QList<CellRow> cells;
};

/// What is in memory after opening: everything but the texts and the history.
struct LoadedProject {
    struct LoadedArticle {
        ArticleId id;
        ArticleFacts facts;
        Layout layout;
    };
    QString readOnlyReason;
    QList<LoadedArticle> articles;
    QList<CellRow> cells;
    QList<Head> heads;
    qint64 lamport = 0; ///< the highest in the log
};

/// A project file's tables: the log, the content and the projections. Lives on one thread.
class Store {
public:
    static Expected<std::unique_ptr<Store>> open(const QString& path, Database::Mode mode);

    Database& database() { return *m_database; }

    /// Present state from the projections.
    Expected<LoadedProject> load();
    /// How much of each event is kept: the row as it stands in the file, or only what it means.
    enum class Detail { Rows, Meaning };
    /// The whole log, in fold order, decoded. An event that cannot be understood has kind Unknown.
    Expected<QList<Event>> events(Detail detail = Detail::Rows);
    /// Commits the groups in one transaction: all of them are on the disk when it returns, or none.
    Expected<void> commit(const QList<Group>& groups);
    /// The bytes of that hash. Fails when they are gone or do not match the hash.
    Expected<QByteArray> content(const QByteArray& sha256);
    /// Replaces all projections by `rows` and the heads of the log.
    Expected<void> rebuild(const QList<CellRow>& rows, const QList<Head>& heads);

private:
    explicit Store(std::unique_ptr<Database> database);

    Expected<void> write(const QList<Group>& groups);
    Expected<void> writeCell(const CellRow& row);
    Expected<void> insertContent(const Content& content);
    Expected<qint64> identity(const QUuid& uuid);
    Expected<QSqlQuery*> statement(const QString& sql);

    std::unique_ptr<Database> m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    QHash<QUuid, qint64> m_identities;
};

} // namespace assay
