// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>

struct sqlite3;

namespace assay {

/// A connection to one project file, opened the only way Assay opens one. Belongs to the thread
/// that made it.
class Database {
public:
    enum class Mode {
        Existing, ///< migrated where it is of an older schema
        New,
        Peek, ///< reads the log and the content of any schema up to this program's; writes nothing
        Salvage ///< reads what can be read, whatever the file says it is; writes nothing
    };
    static constexpr int schema = 3; ///< user_version of the files this program writes
    static constexpr int applicationId = 0x41737931; ///< "Asy1"

    /// Opens or makes the project at `path`. Fails, naming the file and what is safe, on anything
    /// that is not a project this program can read.
    static Expected<std::unique_ptr<Database>> open(const QString& path, Mode mode);
    ~Database();

    const QString& path() const { return m_path; }
    bool isReadOnly() const { return !m_readOnly.isEmpty(); }
    /// Why nothing can be written, for people; empty when it can.
    const QString& readOnlyReason() const { return m_readOnly; }

    /// True when the file is of an older schema: its projections have to be made anew.
    bool needsMigration() const { return m_needsMigration; }
    /// Drops every projection and makes those of this schema, empty, and what else it has and the
    /// file has not. Runs inside the caller's transaction.
    Expected<void> replaceProjections();

    bool hasTable(const QString& name);
    /// A number that is another one after a different connection changed the file.
    qint64 dataVersion();
    /// Whether another program touched the file since noteState(), also one that knows nothing of
    /// SQLite: then what SQLite remembers of its pages is forgotten.
    bool wasTouched();
    /// Remembers the file as it is now, after this program read or wrote it.
    void noteState();
    /// True when the file was moved, deleted or replaced since it was opened: what is written now
    /// would go into a file that nobody finds again.
    bool hasMoved() const;
    sqlite3* handle() const;
    /// Bytes of the file beyond what SQLite says is of it.
    qint64 bytesBehindEnd();
    /// More rows than any table of the file can have, since each takes some bytes.
    qint64 mostRows() const;

    /// Runs SQL text, one or several statements; a statement ends with ';' at the end of a line.
    Expected<void> run(const QString& sql);
    /// First column of the first row of `sql`, or an invalid variant.
    QVariant value(const QString& sql);
    /// A prepared statement. Fails when the file does not have what it asks for.
    Expected<QSqlQuery> prepare(const QString& sql);
    /// The driver's error in words that name the file.
    Error error(const QSqlQuery& query) const;
    /// The same for the last call on handle().
    Error lastError() const;
    Error damaged() const; ///< says that the file is
    /// The file as it is, up to where it can be read. Through SQLite: to open and close it
    /// otherwise would let go of the locks that this process has on it.
    QByteArray fileBytes() const;

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

private:
    explicit Database(const QString& path);
    Expected<void> connect();
    Expected<void> harden();
    Expected<void> identify(Mode mode);
    Expected<void> create();
    Expected<void> prepareWriting();

    QString m_path;
    QString m_name; ///< of the QSqlDatabase connection
    QString m_readOnly;
    bool m_needsMigration = false;
    std::unique_ptr<QSqlQuery> m_dataVersion;
    /// Of the file, as the system tells: inode, size, and when it was last written.
    struct State {
        quint64 inode = 0;
        qint64 size = -1, seconds = 0, nanoseconds = 0;

        bool operator==(const State&) const = default;
    };
    State state() const;
    State m_state;
};

/// SQL of schema `version`, from the resources.
QStringList schemaStatements(int version);

} // namespace assay
