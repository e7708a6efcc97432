// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/pdfwriter.h"

#include "models/pdf/pdfsyntax.h"

#include <QCoreApplication>
#include <QIODevice>

namespace assay {

QByteArray deflated(const QByteArray& bytes)
{
    return qCompress(bytes).sliced(4); // behind the length that Qt puts first is a zlib stream
}

PdfWriter::PdfWriter(QIODevice& out)
    : m_out(out)
{
    // The bytes above 127 tell programs that the file is not text.
    write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
}

PdfWriter::PdfWriter(QIODevice& out, const PdfBefore& before)
    : m_out(out)
    , m_before(before)
    , m_at(before.length)
    , m_next(before.objects)
{
    write("\n");
}

void PdfWriter::write(const QByteArray& bytes)
{
    if (m_good && m_out.write(bytes) != bytes.size()) {
        m_good = false;
        m_why = m_out.errorString(); // a later write forgets it
    }
    m_at += bytes.size();
}

void PdfWriter::put(int id, const QByteArray& object, int generation)
{
    if (m_before.table || generation > 0) { // a table cannot point into object streams
        m_entries[id] = { m_at, -1, generation };
        write(QByteArray::number(id) + ' ' + QByteArray::number(generation) + " obj\n" + object
            + "\nendobj\n");
        return;
    }
    m_waiting.emplace_back(id, object);
    m_waitingSize += object.size();
    if (m_waiting.size() >= 200 || m_waitingSize > 200'000)
        flushObjects();
}

int PdfWriter::put(const QByteArray& object)
{
    const int id = reserve();
    put(id, object);
    return id;
}

void PdfWriter::putStream(
    int id, const QByteArray& entries, const QByteArray& data, Packing packing)
{
    QByteArray packed = data;
    bool filtered = packing == Packing::Before;
    if (packing == Packing::Here && data.size() > 120) {
        const QByteArray smaller = deflated(data);
        filtered = smaller.size() < data.size();
        packed = filtered ? smaller : data;
    }
    m_entries[id] = { m_at, -1, 0 };
    write(QByteArray::number(id) + " 0 obj\n<< " + entries
        + (filtered ? " /Filter /FlateDecode" : "") + " /Length "
        + QByteArray::number(packed.size()) + " >>\nstream\n" + packed + "\nendstream\nendobj\n");
}

int PdfWriter::putStream(const QByteArray& entries, const QByteArray& data, Packing packing)
{
    const int id = reserve();
    putStream(id, entries, data, packing);
    return id;
}

void PdfWriter::flushObjects()
{
    if (m_waiting.empty())
        return;
    const int id = reserve();
    QByteArray head;
    QByteArray body;
    int index = 0;
    for (const auto& [object, bytes] : m_waiting) {
        head += QByteArray::number(object) + ' ' + QByteArray::number(body.size()) + ' ';
        body += bytes + '\n';
        m_entries[object] = { id, index++, 0 };
    }
    putStream(id,
        "/Type /ObjStm /N " + QByteArray::number(index) + " /First "
            + QByteArray::number(head.size()),
        head + body);
    m_waiting.clear();
    m_waitingSize = 0;
}

Expected<void> PdfWriter::finish(const QByteArray& trailer)
{
    flushObjects();
    QByteArray entries = trailer;
    if (m_before.length > 0)
        entries += " /Prev " + QByteArray::number(m_before.crossReference);
    if (m_before.table)
        writeTable(entries);
    else
        writeStream(entries);
    if (!m_good)
        return fail(QCoreApplication::translate("Pdf", "The PDF could not be written."), m_why);
    return {};
}

void PdfWriter::writeTable(const QByteArray& trailer)
{
    const qint64 at = m_at;
    QByteArray table("xref\n");
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        auto end = it; // a section for each run of numbers
        int count = 0;
        while (end != m_entries.end() && end->first == it->first + count) {
            ++end;
            ++count;
        }
        table += QByteArray::number(it->first) + ' ' + QByteArray::number(count) + '\n';
        for (; it != end; ++it)
            table += QByteArray::number(it->second.offset).rightJustified(10, '0') + ' '
                + QByteArray::number(it->second.generation).rightJustified(5, '0') + " n \n";
    }
    write(table + "trailer\n<< /Size " + QByteArray::number(m_next) + ' ' + trailer
        + " >>\nstartxref\n" + QByteArray::number(at) + "\n%%EOF\n");
}

void PdfWriter::writeStream(const QByteArray& trailer)
{
    const int id = reserve();
    const qint64 at = m_at;
    m_entries[id] = { at, -1, 0 };
    QByteArray index;
    QByteArray rows;
    const auto row = [&rows](int type, qint64 second, int third) {
        rows.append(static_cast<char>(type));
        for (int shift = 40; shift >= 0; shift -= 8)
            rows.append(static_cast<char>((second >> shift) & 0xff));
        rows.append(static_cast<char>((third >> 8) & 0xff));
        rows.append(static_cast<char>(third & 0xff));
    };
    if (m_before.length == 0) {
        index = "0 1 ";
        row(0, 0, 0xffff);
    }
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        const int first = it->first;
        int count = 0;
        for (; it != m_entries.end() && it->first == first + count; ++it, ++count) {
            const Entry& entry = it->second;
            if (entry.index >= 0)
                row(2, entry.offset, entry.index);
            else
                row(1, entry.offset, entry.generation);
        }
        index += QByteArray::number(first) + ' ' + QByteArray::number(count) + ' ';
    }
    putStream(id,
        "/Type /XRef /W [1 6 2] /Index [" + index + "] /Size " + QByteArray::number(m_next) + ' '
            + trailer,
        rows);
    write("startxref\n" + QByteArray::number(at) + "\n%%EOF\n");
}

} // namespace assay
