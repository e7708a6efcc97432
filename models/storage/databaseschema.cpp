// SPDX-License-Identifier: GPL-3.0-or-later
// Which tables a project has, and what a file is that has others.
#include "models/storage/database.h"
#include "models/article/layoutcodec.h"
#include "models/storage/sqlitecause.h"
#include "models/storage/uuidproof.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

QStringList schemaStatements(int version)
{
    QFile file(u":/schema/%1.sql"_s.arg(version, 3, 10, QLatin1Char('0')));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.startsWith("--"_L1) && !line.isEmpty())
            lines.append(line);
    }
    QStringList statements = lines.join(u'\n').split(u";\n"_s, Qt::SkipEmptyParts);
    if (!statements.isEmpty() && statements.last().endsWith(u';'))
        statements.last().chop(1);
    return statements;
}

Expected<void> Database::create()
{
    QStringList statements{ u"BEGIN IMMEDIATE"_s };
    statements += schemaStatements(schema);
    const QString uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    statements.append(
        u"INSERT INTO meta VALUES ('project', '%1'), ('project_sha256', '%2'),"
        u" ('layout', '%3')"_s.arg(uuid, proofOfUuid(uuid), QString::number(layoutVersion)));
    statements.append(u"PRAGMA application_id=%1"_s.arg(applicationId));
    statements.append(u"PRAGMA user_version=%1"_s.arg(schema));
    statements.append(u"COMMIT"_s);
    return run(statements.join(u";\n"_s));
}

/// The tables, indexes and so on of a database, as their SQL.
static QStringList schemaOf(QSqlDatabase database)
{
    QSqlQuery query(database);
    QStringList sql;
    query.exec(u"SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema"
               u" WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1"_s);
    while (query.next())
        sql.append(query.value(0).toString());
    return sql;
}

static QStringList ownSchema(int version)
{
    const QString name = QUuid::createUuid().toString();
    QStringList sql;
    {
        QSqlDatabase memory = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        memory.setDatabaseName(u":memory:"_s);
        memory.open();
        QSqlQuery query(memory);
        for (const QString& statement : schemaStatements(version))
            query.exec(statement);
        sql = schemaOf(memory);
    }
    QSqlDatabase::removeDatabase(name);
    return sql;
}

Expected<void> Database::identify(Mode mode)
{
    if (mode == Mode::New) {
        if (const Expected<void> journal
            = run(u"PRAGMA journal_mode=DELETE;\nPRAGMA synchronous=EXTRA"_s);
            !journal)
            return journal;
        return create();
    }
    if (mode == Mode::Salvage) {
        m_readOnly = say("It is only looked at.");
        return {};
    }
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    const bool read = query.exec(u"PRAGMA application_id"_s) && query.next();
    const int code = query.lastError().nativeErrorCode().toInt();
    if (!read && code != SQLITE_NOTADB) // locked, cut short, unreadable: it may well be a project
        return fail(say("%1 cannot be read: %2. Nothing was changed.").arg(m_path, causeOf(code)),
            query.lastError().text(), kindOf(code));
    if (!read || query.value(0).toInt() != applicationId)
        return fail(say("%1 is not an Assay project. It was left as it is.").arg(m_path));
    const int version = value(u"PRAGMA user_version"_s).toInt();
    if (version > schema) {
        m_readOnly = say(
            "It was written by a newer Assay. It can be read, but not changed, with this one.");
        return {};
    }
    if (version < 1 || schemaOf(QSqlDatabase::database(m_name, false)) != ownSchema(version))
        return fail(say("%1 says it is an Assay project, but its tables are not those of one. It "
                        "was left as it is.")
                .arg(m_path));
    m_needsMigration = version < schema;
    if (value(u"SELECT value FROM meta WHERE key = 'layout'"_s).toInt() > layoutVersion)
        m_readOnly = say(
            "It was written by a newer Assay. It can be read, but not changed, with this one.");
    if (mode == Mode::Peek)
        m_readOnly = say("It is only looked at.");
    return {};
}

Expected<void> Database::replaceProjections()
{
    static const QStringList truth{ u"event"_s, u"content"_s, u"meta"_s, u"waiting"_s };
    QStringList drops;
    QStringList kept;
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!query.exec(u"SELECT type, name FROM sqlite_schema WHERE sql IS NOT NULL"
                    u" AND name NOT LIKE 'sqlite_%' ORDER BY type"_s))
        return std::unexpected(error(query));
    while (query.next()) { // indexes come before tables
        if (truth.contains(query.value(1).toString()))
            kept.append(query.value(1).toString());
        else
            drops.append(u"DROP %1 %2"_s.arg(query.value(0).toString(), query.value(1).toString()));
    }
    query.finish();
    for (const QString& statement : schemaStatements(schema)) {
        const QString name = statement.section(u' ', 2, 2);
        if (!kept.contains(name))
            drops.append(statement);
    }
    drops.append(u"INSERT OR IGNORE INTO meta VALUES ('layout', '%1')"_s.arg(layoutVersion));
    drops.append(u"PRAGMA user_version=%1"_s.arg(schema));
    m_needsMigration = false;
    return run(drops.join(u";\n"_s));
}

} // namespace assay
