// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/containers/archive.h"

#include <zip.h>

namespace assay {

using namespace Qt::StringLiterals;

static constexpr zip_int64_t mostEntries = 10'000;
static constexpr qint64 largestEntry = 64LL * 1024 * 1024;
static constexpr qint64 largestInAll = 256LL * 1024 * 1024;
static constexpr qint64 largestRatio = 200;

Archive::Archive(const QByteArray& bytes)
    : m_bytes(bytes)
{
}

Archive::~Archive()
{
    if (m_zip)
        zip_discard(m_zip);
}

std::expected<void, Finding> Archive::open()
{
    zip_source_t* source = zip_source_buffer_create(
        m_bytes.constData(), static_cast<zip_uint64_t>(m_bytes.size()), 0, nullptr);
    m_zip = source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (!m_zip) {
        zip_source_free(source);
        return refuse(u"It is damaged: its parts cannot be listed."_s);
    }
    if (zip_get_num_entries(m_zip, 0) > mostEntries)
        return refuse(u"It has more parts than any article needs."_s);
    return {};
}

bool Archive::contains(const QString& path) const
{
    return !path.isEmpty() && zip_name_locate(m_zip, path.toUtf8().constData(), 0) >= 0;
}

std::expected<QByteArray, Finding> Archive::read(const QString& path)
{
    const zip_int64_t index = zip_name_locate(m_zip, path.toUtf8().constData(), 0);
    zip_stat_t facts;
    if (index < 0 || zip_stat_index(m_zip, static_cast<zip_uint64_t>(index), 0, &facts) != 0)
        return refuse(u"It is damaged: its part “%1” is missing."_s, { path });
    if (facts.encryption_method != ZIP_EM_NONE)
        return refuse(u"It is locked with a password. Save it without one and try again."_s);
    const qint64 packed = std::max<qint64>(static_cast<qint64>(facts.comp_size), 1000);
    const qint64 limit
        = std::min({ largestEntry, packed * largestRatio, largestInAll - m_readInAll });
    zip_file_t* file = zip_fopen_index(m_zip, static_cast<zip_uint64_t>(index), 0);
    QByteArray bytes;
    zip_int64_t got = file ? 1 : -1;
    while (got > 0 && bytes.size() <= limit) {
        char buffer[65536];
        got = zip_fread(file, buffer, sizeof buffer);
        bytes.append(buffer, std::max<zip_int64_t>(0, got));
    }
    if (file)
        zip_fclose(file);
    if (bytes.size() > limit)
        return refuse(u"It swells to more than an article can need."_s);
    if (got < 0)
        return refuse(u"It is damaged: its part “%1” cannot be read."_s, { path });
    m_readInAll += bytes.size();
    return bytes;
}

bool looksLikeArchive(const QByteArray& bytes)
{
    return bytes.startsWith("PK\x03\x04");
}

} // namespace assay
