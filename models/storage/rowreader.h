// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/database.h"

struct sqlite3_stmt;

namespace assay {

/// Steps through the rows of a query without a QVariant a column, for the loops that read a million
/// of them. Belongs to the thread of its database.
class RowReader {
public:
    RowReader(Database& database, const QByteArray& sql);
    ~RowReader();

    void bind(int place, const QByteArray& blob); ///< places count from 0
    void bind(int place, qint64 number);
    void bindText(int place, QByteArrayView utf8);
    /// Runs a statement that gives no rows and makes it ready for the next values.
    Expected<void> run();

    /// True while there is a row; false at the end or after an error. More rows than the file has
    /// room for are an error, too: in a damaged tree a page may lead back to itself.
    bool next();
    /// What went wrong in preparing or stepping, if anything did.
    const std::optional<Error>& error() const { return m_error; }

    qint64 number(int column) const;
    QUuid uuid(int column) const; ///< from a blob of 16 bytes; else null
    QByteArrayView view(int column) const; ///< the same as bytes(), until the next step
    QByteArray bytes(int column) const; ///< of a blob or, in UTF-8, a text
    QString text(int column) const;

    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;

private:
    Database& m_database;
    qint64 m_rows = 0;
    qint64 m_limit = 100'000; ///< of rows; what the file has room for is only asked beyond it
    sqlite3_stmt* m_statement = nullptr;
    std::optional<Error> m_error;
};

} // namespace assay
