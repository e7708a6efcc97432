// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/rawpages.h"

#include "models/project/bounds.h"
#include "models/storage/store.h"

#include <QtEndian>

#include <array>
#include <optional>

namespace assay {

namespace {

/// A row's columns as bytes; integers by their SQLite type.
struct Column {
    quint64 type = 0;
    QByteArrayView bytes; ///< into the file, or into the row that was put together

    qint64 number() const
    {
        if (type == 8 || type == 9)
            return static_cast<qint64>(type) - 8;
        qint64 value = !bytes.isEmpty() && static_cast<signed char>(bytes[0]) < 0 ? -1 : 0;
        for (const char byte : bytes)
            value = static_cast<qint64>(
                static_cast<quint64>(value) << 8 | static_cast<unsigned char>(byte));
        return value;
    }
};

struct Row {
    QByteArray joined; ///< what stood on several pages, held for the columns
    QList<Column> columns;
};

/// How many bytes a column of that type takes.
quint64 sizeOf(quint64 type)
{
    static constexpr std::array<quint64, 10> small{ 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };
    return type < 10 ? small[type] : type < 12 ? 0 : (type - 12) / 2;
}

bool isInteger(char type)
{
    return (type >= 1 && type <= 6) || type == 8 || type == 9;
}

/// SQLite's variable-length integer: seven bits a byte, the highest first, all of a ninth byte.
std::optional<quint64> varint(QByteArrayView bytes, qsizetype& at)
{
    quint64 value = 0;
    for (int i = 0; i < 9 && at < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        if (i == 8)
            return value << 8 | byte;
        value = value << 7 | (byte & 0x7fU);
        if (byte < 0x80)
            return value;
    }
    return {};
}

class Pages {
public:
    explicit Pages(QByteArrayView file)
        : m_file(file)
        , m_budget(file.size() * 16 + (16 << 20))
    {
        if (file.size() < 100)
            return;
        const auto size = qFromBigEndian<quint16>(file.data() + 16);
        m_pageSize = size == 1 ? 65536 : size;
        const bool isPower = (m_pageSize & (m_pageSize - 1)) == 0;
        if (m_pageSize < 512 || !isPower)
            m_pageSize = 4096; // as this program makes them
    }

    RawFinds find() const
    {
        RawFinds finds;
        // In a row's header: its length, then the columns' types. 44 is a blob of 16 bytes, 76 one
        // of 32.
        for (qsizetype i = 0; i + 8 < m_file.size(); ++i) {
            const char* p = m_file.data() + i;
            if (p[1] == 44 && isInteger(p[2]) && isInteger(p[3]) && p[4] == 44)
                readEvent(i, finds);
            else if (p[1] == 0 && p[2] == 76 && isInteger(p[3]) && isInteger(p[4]))
                readContent(i, finds);
        }
        return finds;
    }

private:
    /// The columns of the row whose header is at `at`. `inTable`: of a table with row ids, whose
    /// rows may fill more of their page before they go on in others.
    std::optional<Row> row(qsizetype at, qsizetype columns, bool inTable) const
    {
        qsizetype next = at;
        const std::optional<quint64> header = varint(m_file, next);
        if (!header || *header < 3 || *header > 100)
            return {};
        const qsizetype end = at + static_cast<qsizetype>(*header);
        Row found;
        quint64 length = *header;
        while (next < end && found.columns.size() < columns) {
            const std::optional<quint64> type = varint(m_file, next);
            if (!type || *type > 600'000'000)
                return {};
            found.columns.append(Column{ *type, {} });
            length += sizeOf(*type);
        }
        if (next != end || found.columns.size() != columns
            || length > static_cast<quint64>(m_file.size()))
            return {};
        QByteArrayView body = m_file.sliced(at);
        const auto size = static_cast<qsizetype>(length);
        if (const qsizetype local = localSize(size, inTable); local < size) {
            if (local + 4 > body.size())
                return {};
            found.joined.reserve(size); // growing it would take its size once more
            found.joined.append(body.first(local));
            appendOverflow(qFromBigEndian<quint32>(body.data() + local), size, found.joined);
            body = found.joined;
        }
        if (body.size() < size)
            return {};
        qsizetype from = end - at;
        for (Column& column : found.columns) {
            const auto bytes = static_cast<qsizetype>(sizeOf(column.type));
            column.bytes = body.sliced(from, bytes);
            from += bytes;
        }
        return found;
    }

    /// How much of a row of `size` bytes stands in its own page (section 1.6 of the format).
    qsizetype localSize(qsizetype size, bool inTable) const
    {
        const qsizetype most = inTable ? m_pageSize - 35 : (m_pageSize - 12) * 64 / 255 - 23;
        if (size <= most)
            return size;
        const qsizetype least = (m_pageSize - 12) * 32 / 255 - 23;
        const qsizetype local = least + (size - least) % (m_pageSize - 4);
        return local <= most ? local : least;
    }

    void appendOverflow(quint32 page, qsizetype size, QByteArray& bytes) const
    {
        while (page > 0 && bytes.size() < size) {
            const qsizetype at = (static_cast<qsizetype>(page) - 1) * m_pageSize;
            if (at + m_pageSize > m_file.size())
                return;
            const qsizetype more = std::min(size - bytes.size(), m_pageSize - 4);
            bytes.append(m_file.sliced(at + 4, more));
            page = qFromBigEndian<quint32>(m_file.data() + at);
        }
    }

    /// Whether that many bytes may still be copied or hashed. Rows of a file stand one behind the
    /// other, so all of them together are no longer than it; those that a forger lets run into each
    /// other are as long as he likes.
    bool spend(qsizetype bytes) const
    {
        m_budget -= bytes;
        return m_budget > 0;
    }

    void readEvent(qsizetype at, RawFinds& finds) const
    {
        const std::optional<Row> found = row(at, 9, false);
        if (!found || found->columns[8].type != 76)
            return;
        const QList<Column>& columns = found->columns;
        for (const int text : { 4, 6, 7 }) {
            if (columns[text].type < 13 || columns[text].type % 2 == 0)
                return;
        }
        constexpr qsizetype longestWord = 200; // time and kind
        if (columns[4].bytes.size() > longestWord || columns[6].bytes.size() > longestWord
            || columns[7].bytes.size() > largestPayload || !spend(columns[7].bytes.size() + 200))
            return;
        const auto uuid = [&](int column) { return QUuid::fromRfc4122(columns[column].bytes); };
        Event event;
        event.stamp = { columns[2].number(), { uuid(0) }, columns[1].number() };
        event.reviewer = { uuid(3) };
        event.time = QString::fromUtf8(columns[4].bytes);
        event.group = { uuid(5) };
        event.kind = QString::fromUtf8(columns[6].bytes);
        event.payload = columns[7].bytes.toByteArray();
        event.chain = columns[8].bytes.toByteArray();
        if (!event.stamp.replica.isNull() && event.stamp.n > 0)
            finds.events.append(std::move(event));
    }

    void readContent(qsizetype at, RawFinds& finds) const
    {
        const std::optional<Row> found = row(at, 5, true);
        if (!found || found->columns[4].type < 12 || found->columns[4].type % 2 == 1)
            return;
        const QList<Column>& columns = found->columns;
        const QByteArray name = columns[1].bytes.toByteArray();
        const bool isPacked = columns[2].number() == 1;
        const QByteArrayView given = columns[4].bytes;
        if (finds.content.contains(name) || (isPacked && given.size() < 4)
            || !spend(given.size() + 100)
            // What is packed begins with the size that it unpacks to.
            || (isPacked && !spend(qFromBigEndian<quint32>(given.data()) / 16)))
            return;
        // Not a copy: what is packed may be hundreds of megabytes.
        const QByteArray stored
            = QByteArray::fromRawData(columns[4].bytes.data(), columns[4].bytes.size());
        std::optional<QByteArray> bytes = contentBytes(
            { static_cast<int>(columns[2].number()), columns[3].number(), stored }, name);
        if (bytes) {
            bytes->detach(); // out of the page
            finds.content.insert(name, *std::move(bytes));
        }
    }

    QByteArrayView m_file;
    qsizetype m_pageSize = 4096;
    mutable qsizetype m_budget; ///< bytes that may still be copied or hashed
};

} // namespace

RawFinds findInPages(QByteArrayView file)
{
    return Pages(file).find();
}

} // namespace assay
