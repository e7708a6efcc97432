// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace assay::torture {

/// One thing SQLite asked of the disk.
struct DiskCall {
    enum Kind { Open, Read, Write, Truncate, Sync, Size, Delete } kind = Open;
    QString file; ///< name without its folder
    qint64 offset = 0; ///< of a write; length of a truncate
    QByteArray bytes; ///< written
    bool syncsFolder = false; ///< a delete that is on the disk when it returns
    bool made = false; ///< an open that made the file
};

/// Stands between SQLite and the disk. Every call goes to `watch` first, which may have it fail
/// with an SQLite result code (0: let it pass; -1: say it was done and do nothing). Only files
/// below `folder` are watched. One at a time.
class RecordingDisk {
public:
    RecordingDisk(const QString& folder, std::function<int(const DiskCall& call)> watch);
    ~RecordingDisk();
};

} // namespace assay::torture
