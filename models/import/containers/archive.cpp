// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/containers/archive.h"

#include <KZip>
#include <KZipFileEntry>

namespace assay {

using namespace Qt::StringLiterals;

static constexpr qsizetype mostEntries = 10'000;
static constexpr qint64 largestEntry = 64LL * 1024 * 1024;
static constexpr qint64 largestInAll = 256LL * 1024 * 1024;
static constexpr qint64 largestRatio = 200;

Archive::Archive(const QByteArray& bytes)
{
    m_buffer.setData(bytes);
}

Archive::~Archive() = default;

static qsizetype entriesIn(const KArchiveDirectory* folder, int depth)
{
    qsizetype count = 0;
    const QStringList names = folder->entries();
    for (const QString& name : names) {
        const KArchiveEntry* entry = folder->entry(name);
        count += 1;
        if (entry && entry->isDirectory() && depth < 30)
            count += entriesIn(static_cast<const KArchiveDirectory*>(entry), depth + 1);
        if (count > mostEntries)
            break;
    }
    return count;
}

std::expected<void, Finding> Archive::open()
{
    m_zip = std::make_unique<KZip>(&m_buffer);
    if (!m_zip->open(QIODevice::ReadOnly))
        return refuse(u"It is damaged: its parts cannot be listed."_s);
    if (entriesIn(m_zip->directory(), 0) > mostEntries)
        return refuse(u"It has more parts than any article needs."_s);
    return {};
}

bool Archive::contains(const QString& path) const
{
    const KArchiveEntry* entry = m_zip->directory()->entry(path);
    return entry && entry->isFile();
}

std::expected<QByteArray, Finding> Archive::read(const QString& path)
{
    if (!contains(path))
        return refuse(u"It is damaged: its part “%1” is missing."_s, { path });
    const auto* entry = dynamic_cast<const KZipFileEntry*>(m_zip->directory()->entry(path));
    if (!entry)
        return refuse(u"It is damaged: its part “%1” is missing."_s, { path });
    const qint64 packed = std::max<qint64>(entry->compressedSize(), 1000);
    const qint64 limit
        = std::min({ largestEntry, packed * largestRatio, largestInAll - m_readInAll });
    const std::unique_ptr<QIODevice> device(entry->createDevice());
    if (!device || (!device->isOpen() && !device->open(QIODevice::ReadOnly)))
        return refuse(u"It is damaged: its part “%1” cannot be read."_s, { path });
    QByteArray bytes = device->read(limit + 1);
    if (bytes.size() > limit)
        return refuse(u"It swells to more than an article can need."_s);
    m_readInAll += bytes.size();
    return bytes;
}

bool looksLikeArchive(const QByteArray& bytes)
{
    return bytes.startsWith("PK\x03\x04");
}

} // namespace assay
