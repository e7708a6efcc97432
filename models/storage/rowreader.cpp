// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/rowreader.h"

#include "models/base/background.h"

#include <QUuid>

#include <sqlite3.h>

namespace assay {

RowReader::RowReader(Database& database, const QByteArray& sql)
    : m_database(database)
{
    const int code = sqlite3_prepare_v2(
        database.handle(), sql.constData(), static_cast<int>(sql.size()), &m_statement, nullptr);
    if (code != SQLITE_OK)
        m_error = m_database.lastError();
}

RowReader::~RowReader()
{
    sqlite3_finalize(m_statement);
}

void RowReader::bind(int place, const QByteArray& blob)
{
    sqlite3_bind_blob(
        m_statement, place + 1, blob.constData(), static_cast<int>(blob.size()), SQLITE_TRANSIENT);
}

void RowReader::bind(int place, qint64 number)
{
    sqlite3_bind_int64(m_statement, place + 1, number);
}

void RowReader::bindText(int place, QByteArrayView utf8)
{
    sqlite3_bind_text(
        m_statement, place + 1, utf8.data(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}

Expected<void> RowReader::run()
{
    if (m_error)
        return std::unexpected(*m_error);
    giveWay();
    const int code = sqlite3_step(m_statement);
    const std::optional<Error> failed
        = code == SQLITE_DONE ? std::nullopt : std::optional(m_database.lastError());
    sqlite3_reset(m_statement);
    return failed ? Expected<void>(std::unexpected(*failed)) : Expected<void>();
}

bool RowReader::next()
{
    if (m_error)
        return false;
    giveWay();
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        m_error = m_database.lastError();
    else if (++m_rows > m_limit) {
        m_limit = m_database.mostRows();
        if (m_rows > m_limit)
            m_error = m_database.damaged();
    }
    return code == SQLITE_ROW && !m_error;
}

qint64 RowReader::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QUuid RowReader::uuid(int column) const
{
    const void* blob = sqlite3_column_blob(m_statement, column);
    if (!blob || sqlite3_column_bytes(m_statement, column) != 16)
        return {};
    return QUuid::fromRfc4122(QByteArrayView(static_cast<const char*>(blob), 16));
}

QByteArrayView RowReader::view(int column) const
{
    const void* blob = sqlite3_column_blob(m_statement, column);
    return { static_cast<const char*>(blob), sqlite3_column_bytes(m_statement, column) };
}

QByteArray RowReader::bytes(int column) const
{
    return view(column).toByteArray();
}

QString RowReader::text(int column) const
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

} // namespace assay
