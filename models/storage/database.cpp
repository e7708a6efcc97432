// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/database.h"

#include "models/storage/sqlitecause.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

Database::Database(const QString& path)
    : m_path(path)
    , m_name(QUuid::createUuid().toString())
{
}

sqlite3* Database::handle() const
{
    const QVariant handle = QSqlDatabase::database(m_name, false).driver()->handle();
    if (handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0)
        return *static_cast<sqlite3* const*>(handle.constData());
    return nullptr;
}

Database::~Database()
{
    m_dataVersion.reset();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Error Database::error(const QSqlQuery& query) const
{
    const QSqlError sql = query.lastError();
    return { say("%1: %2.").arg(m_path, causeOf(sql.nativeErrorCode().toInt())),
        u"%1 (%2)"_s.arg(sql.text(), sql.nativeErrorCode()),
        kindOf(sql.nativeErrorCode().toInt()) };
}

Error Database::lastError() const
{
    const int code = sqlite3_extended_errcode(handle());
    return { say("%1: %2.").arg(m_path, causeOf(code)),
        u"%1 (%2)"_s.arg(QString::fromUtf8(sqlite3_errmsg(handle()))).arg(code), kindOf(code) };
}

Error Database::damaged() const
{
    return { say("%1: %2.").arg(m_path, causeOf(SQLITE_CORRUPT)) };
}

QByteArray Database::fileBytes() const
{
    sqlite3_file* file = nullptr;
    sqlite3_int64 size = 0;
    if (sqlite3_file_control(handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK
        || !file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return {};
    constexpr int step = 1 << 20; // bytes
    QByteArray bytes(size, '\0');
    for (sqlite3_int64 at = 0; at < size; at += step) {
        const int length = static_cast<int>(std::min<sqlite3_int64>(step, size - at));
        if (file->pMethods->xRead(file, bytes.data() + at, length, at) != SQLITE_OK)
            return bytes.first(at);
    }
    return bytes;
}

bool Database::hasTable(const QString& name)
{
    Expected<QSqlQuery> query
        = prepare(u"SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"_s);
    if (!query)
        return false;
    query->bindValue(0, name);
    return query->exec() && query->next();
}

qint64 Database::bytesBehindEnd()
{
    if (!run(u"BEGIN"_s)) // so that nobody writes between the two
        return 0;
    value(u"SELECT count(*) FROM sqlite_schema"_s);
    const qint64 pages = value(u"PRAGMA page_count"_s).toLongLong();
    const qint64 page = value(u"PRAGMA page_size"_s).toLongLong();
    const qint64 size = QFileInfo(m_path).size();
    run(u"COMMIT"_s);
    return size - pages * page;
}

qint64 Database::mostRows() const
{
    constexpr qint64 smallestRow = 8; // bytes
    return std::max<qint64>(QFileInfo(m_path).size() / smallestRow, 100'000);
}

qint64 Database::dataVersion()
{
    if (!m_dataVersion) {
        m_dataVersion = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name, false));
        m_dataVersion->setForwardOnly(true);
        m_dataVersion->prepare(u"PRAGMA data_version"_s);
    }
    const qint64 version = m_dataVersion->exec() && m_dataVersion->next()
        ? m_dataVersion->value(0).toLongLong()
        : -1;
    m_dataVersion->finish();
    return version;
}

Database::State Database::state() const
{
    struct stat of{};
    if (::stat(QFile::encodeName(m_path).constData(), &of) != 0)
        return {};
    return { of.st_ino, of.st_size, of.st_mtim.tv_sec, of.st_mtim.tv_nsec };
}

void Database::noteState()
{
    m_state = state();
}

bool Database::wasTouched()
{
    const State now = state();
    if (now.size < 0 || now == m_state)
        return false;
    sqlite3_file_control(handle(), "main", SQLITE_FCNTL_RESET_CACHE, nullptr);
    return true;
}

bool Database::hasMoved() const
{
    int moved = 0;
    return sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK
        && moved != 0;
}

Expected<void> Database::run(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    for (const QString& statement : sql.split(u";\n"_s, Qt::SkipEmptyParts)) {
        if (!query.exec(statement))
            return std::unexpected(error(query));
    }
    return {};
}

QVariant Database::value(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    return query.exec(sql) && query.next() ? query.value(0) : QVariant();
}

Expected<QSqlQuery> Database::prepare(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return std::unexpected(error(query));
    return query;
}

Expected<std::unique_ptr<Database>> Database::open(const QString& path, Mode mode)
{
    const QFileInfo info(path);
    if (mode != Mode::New && !info.exists())
        return fail(say("%1 is not there. Nothing was changed.").arg(path));
    if (info.isDir())
        return fail(say("%1 is a folder, not a project.").arg(path));
    if (mode == Mode::New) {
        // Made before SQLite opens it, so that no two programs make it: one that finds it there may
        // not take it away when it fails.
        const int file = ::open(QFile::encodeName(path).constData(),
            O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (file < 0 && errno == EEXIST)
            return fail(say("%1 exists already and was left as it is.").arg(path));
        if (file < 0)
            return fail(
                say("%1 cannot be opened. Nothing was changed.").arg(path), qt_error_string(errno));
        ::close(file);
    }
    if (mode != Mode::New && info.size() == 0)
        return fail(say("%1 is empty (0 bytes). It was left as it is; a copy from a backup can be "
                        "opened instead.")
                .arg(path));
    if (mode != Mode::New && !info.isReadable())
        return fail(say("%1 may not be read by this user. Nothing was changed.").arg(path));
    std::unique_ptr<Database> database(new Database(path));
    const Expected<void> done = database->connect()
                                    .and_then([&] { return database->harden(); })
                                    .and_then([&] { return database->identify(mode); })
                                    .and_then([&] { return database->prepareWriting(); });
    if (!done && mode == Mode::New) { // nothing half-made is left, say on a disk that is full
        database.reset();
        QFile::remove(path);
        QFile::remove(path + u"-journal"_s);
    }
    if (!done)
        return std::unexpected(done.error());
    return database;
}

Expected<void> Database::connect()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    QUrl url = QUrl::fromLocalFile(QFileInfo(m_path).absoluteFilePath());
    url.setQuery(u"mode=rw"_s);
    database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s);
    database.setDatabaseName(QString::fromLatin1(url.toEncoded()));
    if (!database.open())
        return fail(say("%1 cannot be opened. Nothing was changed.").arg(m_path),
            database.lastError().text());
    return {};
}

Expected<void> Database::harden()
{
    sqlite3* handle = this->handle();
    // The driver and this program must share one SQLite, or the calls below would reach into
    // another's structs.
    if (!handle
        || value(u"SELECT sqlite_source_id()"_s).toString()
            != QString::fromLatin1(sqlite3_sourceid()))
        return fail(say("Qt's SQLite driver does not use the system's SQLite. Please install the "
                        "matching packages."));
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 300'000'000);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100'000);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 50);
    return run(u"PRAGMA trusted_schema=OFF;\nPRAGMA cell_size_check=ON;\nPRAGMA mmap_size=0;\n"
               u"PRAGMA foreign_keys=ON;\nPRAGMA secure_delete=ON"_s);
}

Expected<void> Database::prepareWriting()
{
    if (!m_readOnly.isEmpty())
        return run(u"PRAGMA query_only=ON"_s);
    if (sqlite3_db_readonly(handle(), "main") == 1 || !QFileInfo(m_path).isWritable()) {
        m_readOnly = say("The file is read-only. It can be read, but not changed.");
        return run(u"PRAGMA query_only=ON"_s);
    }
    // DELETE and EXTRA: the main file alone holds every acknowledged edit, at any moment, after any
    // crash.
    if (value(u"PRAGMA journal_mode=DELETE"_s).toString() != "delete"_L1)
        return fail(
            say("%1 is kept open by a program that does not let Assay write safely.").arg(m_path));
    return run(u"PRAGMA synchronous=EXTRA"_s);
}

} // namespace assay
