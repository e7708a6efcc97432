// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/format.h"

struct zip;

namespace assay {

/// A ZIP file in memory, of which nothing is unpacked to disk and nothing beyond what a text can
/// need: at most 10,000 entries, 64 MB an entry, 256 MB in all, and no entry that swells to more
/// than 200 times its packed size.
class Archive {
public:
    explicit Archive(const QByteArray& bytes);
    ~Archive();
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    /// Opens it. Fails when it is damaged or has too many entries.
    std::expected<void, Finding> open();
    bool contains(const QString& path) const;
    /// The entry's bytes. Fails when it is not there, damaged, or beyond the limits.
    std::expected<QByteArray, Finding> read(const QString& path);

private:
    QByteArray m_bytes;
    zip* m_zip = nullptr;
    qint64 m_readInAll = 0;
};

/// Whether `bytes` begin as a ZIP file does.
bool looksLikeArchive(const QByteArray& bytes);

} // namespace assay
