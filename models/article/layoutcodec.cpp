// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/article/layoutcodec.h"

#include <QCoreApplication>

namespace assay {

static void putNumber(QByteArray& out, quint32 value)
{
    while (value >= 0x80) {
        out.append(static_cast<char>((value & 0x7f) | 0x80));
        value >>= 7;
    }
    out.append(static_cast<char>(value));
}

QByteArray encodeLayout(const Layout& layout)
{
    QByteArray out;
    out.reserve(layout.units.size() * 5 + 8);
    out.append(static_cast<char>(layoutVersion));
    putNumber(out, static_cast<quint32>(layout.units.size()));
    qint32 at = 0;
    qint32 block = -1;
    for (const Unit& unit : layout.units) {
        const int high = unit.kind == UnitKind::Heading ? unit.level : static_cast<int>(unit.form);
        out.append(static_cast<char>(static_cast<int>(unit.kind) | high << 4));
        putNumber(out, static_cast<quint32>(unit.block - block));
        putNumber(out, static_cast<quint32>(unit.range.start - at));
        putNumber(out, static_cast<quint32>(unit.range.length()));
        at = unit.range.end;
        block = unit.block;
    }
    return out;
}

namespace {

/// Reads variable-length numbers and remembers whether all of them were there.
class Reader {
public:
    explicit Reader(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }
    quint32 byte()
    {
        if (m_at >= m_bytes.size()) {
            m_good = false;
            return 0;
        }
        return static_cast<quint8>(m_bytes[m_at++]);
    }
    quint32 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            const quint32 next = byte();
            value |= static_cast<quint64>(next & 0x7f) << shift;
            if (!(next & 0x80))
                break;
        }
        m_good = m_good && value < (1U << 30);
        return static_cast<quint32>(value);
    }
    bool good() const { return m_good; }
    bool atEnd() const { return m_at == m_bytes.size(); }

private:
    const QByteArray& m_bytes;
    qsizetype m_at = 0;
    bool m_good = true;
};

} // namespace

Expected<Layout> decodeLayout(const QByteArray& bytes, qsizetype textLength)
{
    const auto bad = [] {
        return fail(
            QCoreApplication::translate("Layout", "The article's sentence table is damaged."));
    };
    Reader in(bytes);
    if (in.byte() != static_cast<quint32>(layoutVersion))
        return bad();
    const quint32 count = in.number();
    if (!in.good() || count > static_cast<quint32>(bytes.size()))
        return bad();
    Layout layout;
    layout.units.reserve(count);
    qint64 at = 0;
    qint64 block = -1;
    for (quint32 i = 0; i < count; ++i) {
        const quint32 head = in.byte();
        block += in.number();
        const qint64 start = at + in.number();
        at = start + in.number();
        if (!in.good() || at > maximumTextLength || block > maximumTextLength
            || (textLength >= 0 && at > textLength) || (head & 0xf) > 3)
            return bad();
        const auto kind = static_cast<UnitKind>(head & 0xf);
        const auto high = static_cast<quint8>(head >> 4);
        const bool heading = kind == UnitKind::Heading;
        layout.units.append({ { static_cast<qint32>(start), static_cast<qint32>(at) }, kind,
            heading ? high : quint8(0), static_cast<qint32>(block),
            heading || high > 3 ? BlockForm::Plain : static_cast<BlockForm>(high) });
    }
    if (!in.atEnd())
        return bad();
    return layout;
}

} // namespace assay
