// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>

namespace assay {

/// A connection to one project file, opened the only way Assay opens one. Belongs to the thread
/// that made it.
class Database {
public:
    enum class Mode { Existing, New };
    static constexpr int schema = 1; ///< user_version of the files this program writes
    static constexpr int applicationId = 0x41737931; ///< "Asy1"

    /// Opens or makes the project at `path`. Fails, naming the file and what is safe, on anything
    /// that is not a project this program can read.
    static Expected<std::unique_ptr<Database>> open(const QString& path, Mode mode);
    ~Database();

    const QString& path() const { return m_path; }
    bool isReadOnly() const { return !m_readOnly.isEmpty(); }
    /// Why nothing can be written, for people; empty when it can.
    const QString& readOnlyReason() const { return m_readOnly; }

    /// Runs SQL text, one or several statements; a statement ends with ';' at the end of a line.
    Expected<void> run(const QString& sql);
    /// First column of the first row of `sql`, or an invalid variant.
    QVariant value(const QString& sql);
    /// A prepared statement. Fails when the file does not have what it asks for.
    Expected<QSqlQuery> prepare(const QString& sql);
    /// The driver's error in words that name the file.
    Error error(const QSqlQuery& query) const;

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

private:
    explicit Database(const QString& path);
    Expected<void> connect(Mode mode);
    Expected<void> harden();
    Expected<void> identify(Mode mode);
    Expected<void> create();
    Expected<void> prepareWriting();

    QString m_path;
    QString m_name; ///< of the QSqlDatabase connection
    QString m_readOnly;
};

/// SQL of schema `version`, from the resources.
QStringList schemaStatements(int version);

} // namespace assay
