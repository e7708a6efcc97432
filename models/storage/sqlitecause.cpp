// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/sqlitecause.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace assay {

static QString say(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

QString causeOf(int code)
{
    if (code == SQLITE_READONLY_DBMOVED)
        return say("it was moved, deleted or replaced while it was open; edits since then are "
                   "kept in memory and can be saved as a copy");
    switch (code & 0xff) {
    case SQLITE_FULL:
        return say("the disk is full");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return say("another program keeps it locked");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return say("it may not be written");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return say("the file is damaged");
    case SQLITE_IOERR:
        return say("the disk or the network does not answer as it should");
    default:
        return say("the system reports an error");
    }
}

Error::Cause kindOf(int code)
{
    const int primary = code & 0xff;
    return primary == SQLITE_BUSY || primary == SQLITE_LOCKED ? Error::Cause::Locked
        : primary == SQLITE_CORRUPT                           ? Error::Cause::Damaged
                                                              : Error::Cause::Other;
}

} // namespace assay
