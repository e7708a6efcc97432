// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/recordingdisk.h"

#include <QFileInfo>

#include <sqlite3.h>

#include <cstring>
#include <mutex>
#include <new>

namespace assay::torture {

namespace {

QString watchedFolder;
std::function<int(const DiskCall&)> watcher;
std::recursive_mutex guard;
sqlite3_vfs* realDisk = nullptr;

/// An open file: SQLite's own, behind one that knows its name.
struct WatchedFile {
    sqlite3_file base;
    char* name; ///< null: not watched
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

int ask(const char* name, DiskCall call)
{
    const std::lock_guard lock(guard);
    if (!name || !watcher)
        return SQLITE_OK;
    call.file = QString::fromUtf8(name);
    return watcher(call);
}

WatchedFile* of(sqlite3_file* file)
{
    return reinterpret_cast<WatchedFile*>(file);
}

#define REAL(call, ...)                                                                            \
    of(file)->real()->pMethods->call(of(file)->real() __VA_OPT__(, ) __VA_ARGS__)

int closeFile(sqlite3_file* file)
{
    const int code = REAL(xClose);
    delete[] of(file)->name;
    of(file)->name = nullptr;
    return code;
}

int readFile(sqlite3_file* file, void* into, int size, sqlite3_int64 offset)
{
    const int code = ask(of(file)->name, { DiskCall::Read, {}, offset, {}, false, false });
    return code > 0 ? code : REAL(xRead, into, size, offset);
}

int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset)
{
    const int code = ask(of(file)->name,
        { DiskCall::Write, {}, offset, QByteArray(static_cast<const char*>(from), size), false,
            false });
    if (code != 0)
        return code < 0 ? SQLITE_OK : code;
    return REAL(xWrite, from, size, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    const int code = ask(of(file)->name, { DiskCall::Truncate, {}, size, {}, false, false });
    if (code != 0)
        return code < 0 ? SQLITE_OK : code;
    return REAL(xTruncate, size);
}

int syncFile(sqlite3_file* file, int flags)
{
    const int code = ask(of(file)->name, { DiskCall::Sync, {}, 0, {}, false, false });
    if (code != 0)
        return code < 0 ? SQLITE_OK : code;
    return REAL(xSync, flags);
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    const int code = ask(of(file)->name, { DiskCall::Size, {}, 0, {}, false, false });
    return code > 0 ? code : REAL(xFileSize, size);
}

int lockFile(sqlite3_file* file, int level)
{
    return REAL(xLock, level);
}
int unlockFile(sqlite3_file* file, int level)
{
    return REAL(xUnlock, level);
}
int isReserved(sqlite3_file* file, int* result)
{
    return REAL(xCheckReservedLock, result);
}
int control(sqlite3_file* file, int what, void* with)
{
    return REAL(xFileControl, what, with);
}
int sectorSize(sqlite3_file* file)
{
    return REAL(xSectorSize);
}
int traits(sqlite3_file* file)
{
    return REAL(xDeviceCharacteristics);
}
int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** at)
{
    return REAL(xShmMap, region, size, extend, at);
}
int lockShared(sqlite3_file* file, int offset, int n, int flags)
{
    return REAL(xShmLock, offset, n, flags);
}
void barrier(sqlite3_file* file)
{
    REAL(xShmBarrier);
}
int unmapShared(sqlite3_file* file, int remove)
{
    return REAL(xShmUnmap, remove);
}

const sqlite3_io_methods methods{ 2, closeFile, readFile, writeFile, truncateFile, syncFile,
    sizeOfFile, lockFile, unlockFile, isReserved, control, sectorSize, traits, mapShared,
    lockShared, barrier, unmapShared, nullptr, nullptr };

/// The name to tell of, or null when the file is not watched.
char* nameOf(const char* path)
{
    const std::lock_guard lock(guard);
    const QFileInfo info(path ? QString::fromUtf8(path) : QString());
    if (!path || !info.absoluteFilePath().startsWith(watchedFolder + QLatin1Char('/')))
        return nullptr;
    const QByteArray name = info.fileName().toUtf8();
    char* copy = new char[static_cast<size_t>(name.size()) + 1];
    std::memcpy(copy, name.constData(), static_cast<size_t>(name.size()) + 1);
    return copy;
}

int openFile(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* given)
{
    auto* watched = new (file) WatchedFile{};
    watched->name = nameOf(path);
    const bool made
        = (flags & SQLITE_OPEN_CREATE) && path && !QFileInfo::exists(QString::fromUtf8(path));
    int code = ask(watched->name, { DiskCall::Open, {}, 0, {}, false, made });
    if (code <= 0)
        code = realDisk->xOpen(realDisk, path, watched->real(), flags, given);
    if (code != SQLITE_OK) {
        delete[] watched->name;
        return code;
    }
    watched->base.pMethods = &methods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs*, const char* path, int syncsFolder)
{
    char* name = nameOf(path);
    const int code = ask(name, { DiskCall::Delete, {}, 0, {}, syncsFolder != 0, false });
    delete[] name;
    if (code != 0)
        return code < 0 ? SQLITE_OK : code;
    return realDisk->xDelete(realDisk, path, syncsFolder);
}

sqlite3_vfs shim;

} // namespace

RecordingDisk::RecordingDisk(const QString& folder, std::function<int(const DiskCall& call)> watch)
{
    const std::lock_guard lock(guard);
    watchedFolder = QFileInfo(folder).absoluteFilePath();
    watcher = std::move(watch);
    if (realDisk)
        return;
    realDisk = sqlite3_vfs_find(nullptr);
    shim = *realDisk;
    shim.zName = "assay-recording";
    shim.szOsFile = static_cast<int>(sizeof(WatchedFile)) + realDisk->szOsFile;
    shim.xOpen = openFile;
    shim.xDelete = deleteFile;
    // Once registered it stays: connections that are open point at it.
    sqlite3_vfs_register(&shim, 1);
}

RecordingDisk::~RecordingDisk()
{
    const std::lock_guard lock(guard);
    watcher = {};
    watchedFolder.clear();
}

} // namespace assay::torture
