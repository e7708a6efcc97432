// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/fold.h"
#include "models/project/payload.h"
#include "models/storage/database.h"
#include "models/storage/group.h"
#include "models/storage/loadedproject.h"

namespace assay {

/// A row of the content table.
struct ContentRow {
    int codec = 0; ///< 0: as they are; 1: qCompress
    qint64 size = 0; ///< of the bytes before compression
    QByteArray bytes;
};

/// Whether that many packed bytes which say they hold `size` are made to fill the memory. Content
/// that would look so is kept as it is, without packing.
bool isBomb(qsizetype packed, qsizetype size);
/// The bytes that the row holds. Nothing where they do not match the hash.
std::optional<QByteArray> contentBytes(const ContentRow& row, const QByteArray& sha256);

/// A project file's tables: the log, the content and the projections. Lives on one thread.
class Store {
public:
    static Expected<std::unique_ptr<Store>> open(const QString& path, Database::Mode mode);
    ~Store();

    /// Takes the file away where nobody ever wrote an event into it, and nobody can meanwhile.
    bool removeIfEmpty();
    Database& database() { return *m_database; }
    /// The project's uuid: the same in every copy of it.
    const QString& uuid() const { return m_uuid; }
    /// What the uuid has to agree with (proofOfUuid()); empty in a file of an earlier Assay that
    /// nothing was written to since.
    const QString& uuidProof() const { return m_uuidProof; }
    /// Makes this a copy of the project with that uuid.
    Expected<void> setUuid(const QString& uuid);

    /// Present state from the projections.
    Expected<LoadedProject> load();

    /// Reads up to `limit` events in the order of (replica, n) after `from`, which moves along.
    /// Returns how many there were: fewer than `limit` at the end. One that cannot be understood
    /// has kind Unknown. Without `whole`, payload, chain, time and the name of the kind stay empty.
    Expected<qsizetype> scan(std::pair<ReplicaId, qint64>& from, qsizetype limit, bool whole,
        const std::function<void(Event& event)>& take);
    /// The whole log in fold order, whole.
    Expected<QList<Event>> events();
    /// The events behind `known` heads, whole, in fold order: all of sessions that are not in it.
    Expected<QList<Event>> eventsAfter(const QHash<ReplicaId, qint64>& known);
    Expected<QList<Event>> eventsAfter(
        const QHash<ReplicaId, qint64>& known, const QList<Head>& present);
    /// How many edits, of whomever, the log has since that time, and when the last was made.
    /// Nothing when it cannot be read.
    std::optional<std::pair<qsizetype, QDateTime>> editsSince(const QDateTime& time);
    Expected<Fold> foldedLog();
    /// The same, kept and brought up to date by every commit from now on.
    Expected<const Fold*> logFold();
    /// The last event of each session as the head table has it, or, of an older schema, the log.
    Expected<QList<Head>> heads();

    /// Commits the groups in one transaction: all of them are on the disk when it returns, or none.
    Expected<void> commit(const QList<Group>& groups);
    /// Whether the last commit took words of erased articles away.
    bool hasPurged() const { return m_purged; }
    /// Looks whether others wrote. What they wrote, here or since the last commit, is in
    /// takeIncoming(). Fails with Error::Cause::Older where the file lacks what is known to have
    /// been in it: somebody put an older copy, or another one, in its place.
    Expected<void> look();
    /// Puts the plan's events back into a file that lacks them, as if it never had; what is still
    /// missing then is no longer asked for. Returns how many events that is.
    Expected<qint64> putBack(const MergePlan& plan);
    /// How many events of `known` ends of sessions the file lacks; 0: none.
    Expected<qint64> missingOf(const QList<Head>& known);
    Expected<qint64> missingOf(const QList<Head>& known, const QList<Head>& present);
    /// Says that the file is an older state.
    Error older(qint64 missing) const;
    /// The last event of each session that is known to be in the file.
    QList<Head> knownHeads() const;
    /// The chain link of one event; empty where the file does not have it.
    QByteArray linkAt(ReplicaId replica, qint64 n);
    /// The session's events that follow one another from the first on: the last of them. Nothing
    /// of what lies behind a gap.
    Expected<Head> wholeUpTo(ReplicaId replica);
    Incoming takeIncoming() { return std::exchange(m_incoming, {}); }

    /// The bytes of that hash. Fails when they are gone or do not match the hash.
    Expected<QByteArray> content(const QByteArray& sha256);
    /// The row of that hash as it is stored. Nothing when there is none.
    std::optional<ContentRow> contentRow(const QByteArray& sha256);
    bool hasContent(const QByteArray& sha256);
    /// Articles that the log says are erased: carried out in this file, and those that wait for it.
    struct Erasures {
        QSet<ArticleId> done;
        QList<WaitingErasure> waiting;
    };
    Expected<Erasures> erasures();
    /// Hashes that nothing but these articles name.
    Expected<QSet<QByteArray>> contentOnlyOf(const QSet<ArticleId>& articles);
    /// Replaces all projections by what the log folds to.
    Expected<void> rebuild();

private:
    explicit Store(std::unique_ptr<Database> database);

    Event eventOf(const class RowReader& row, bool whole);
    Expected<void> readFailure();
    Expected<QList<LoadedRevision>> revisionsOf(const QList<Event>& events, QStringList* problems);
    Expected<void> loadCells(LoadedProject& loaded);
    Expected<void> seeOthers(bool touched);
    Expected<void> rebuildHere();
    Expected<void> write(const QList<Group>& groups);
    Expected<void> writeEvent(const Event& event);
    Expected<void> writeMerged(const MergePlan& plan);
    Expected<void> writeCells(const QList<Group>& groups);
    Expected<void> writeCell(const CellRow& row);
    Expected<void> writeHead(const Head& head);
    Expected<void> writeProjections(const QList<CellRow>& rows, const QList<Head>& heads);
    Expected<void> insertContent(const Content& content);
    Expected<void> insertRow(const QByteArray& sha256, const ContentRow& row);
    Expected<void> markSeen(const QList<Head>& recorded);
    Expected<QList<Head>> recordedByAll();
    Expected<QList<Head>> logHeads();
    Expected<bool> saysOfErased(const QList<Group>& groups);
    Expected<QMultiHash<QByteArray, ArticleId>> ownersOf(const QSet<ArticleId>& articles);
    Expected<void> purgeErased();
    Expected<void> setWaiting(ArticleId article, bool waits);
    Expected<void> noteErasures(const MergePlan& plan, const QSet<ArticleId>& doneBefore);
    Expected<void> noticeWaiting();
    Expected<qint64> identity(const QUuid& uuid);
    Expected<QSqlQuery*> statement(const QString& sql);
    Expected<void> inTransaction(const std::function<Expected<void>()>& work);

    std::unique_ptr<Database> m_database;
    QString m_uuid;
    QString m_uuidProof;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    std::unique_ptr<class RowReader> m_insertEvent;
    QHash<QUuid, qint64> m_identities;
    /// The last event of each session that is known to be in the file, for it was read or written.
    struct End {
        qint64 n = 0;
        QByteArray chain;
    };
    QHash<ReplicaId, End> m_known;
    qint64 m_dataVersion = -1;
    /// The log as it is in the file, once others write too: then the projection of a commit is made
    /// from it, for the project in memory may not have heard of their events yet.
    std::optional<Fold> m_fold;
    bool m_othersWrite = false;
    bool m_purged = false;
    /// Why a text could not be read, where the reason is not that it is gone: an event whose words
    /// the disk does not give must not be taken for one without words.
    std::optional<Error> m_readFailure;
    bool m_salvaging = false; ///< then it may
    QSet<ArticleId> m_waiting; ///< as last told
    Incoming m_incoming;
};

/// Sets which of `heads` are among those that first events recorded.
void markSeen(QList<Head>& heads, const QList<Head>& recorded);

} // namespace assay
