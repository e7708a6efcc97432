// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QByteArray>

#include <map>
#include <vector>

class QIODevice;

namespace assay {

/// `bytes` as /FlateDecode wants them.
QByteArray deflated(const QByteArray& bytes);

/// What a file already holds when objects are appended to it (ISO 32000-1, 7.5.6).
struct PdfBefore {
    qint64 length = 0; ///< bytes
    int objects = 0; ///< its /Size
    qint64 crossReference = 0; ///< what its last startxref says
    bool table = false; ///< its last cross-reference is a table, so the new one is one too
};

/// Writes the objects of a PDF file as they come, so that memory stays flat: streams at once, the
/// others packed into object streams. Errors show at finish().
class PdfWriter {
public:
    /// A new file; `out` must be open.
    explicit PdfWriter(QIODevice& out);
    /// An appended part: `out` gets only what goes behind the bytes that are there.
    PdfWriter(QIODevice& out, const PdfBefore& before);

    /// A number for an object that is put later.
    int reserve() { return m_next++; }
    /// Puts an object that is no stream. An object of the file before may be put anew with its
    /// `generation`.
    void put(int id, const QByteArray& object, int generation = 0);
    int put(const QByteArray& object);
    /// How a stream's data is packed: here, where that pays; by deflated() before; or never.
    enum class Packing : quint8 { Here, Before, None };
    /// Puts a stream. `entries` are those of its dictionary but /Length and /Filter.
    void putStream(
        int id, const QByteArray& entries, const QByteArray& data, Packing packing = Packing::Here);
    int putStream(
        const QByteArray& entries, const QByteArray& data, Packing packing = Packing::Here);

    /// Ends the file with its cross-reference. `trailer` holds /Root, /Info and /ID. Fails when
    /// the device took less than it was given.
    Expected<void> finish(const QByteArray& trailer);

private:
    struct Entry {
        qint64 offset = 0; ///< or the number of the object stream
        int index = -1; ///< in the object stream; -1: stands by itself
        int generation = 0;
    };
    void write(const QByteArray& bytes);
    void flushObjects();
    void writeTable(const QByteArray& trailer);
    void writeStream(const QByteArray& trailer);

    QIODevice& m_out;
    PdfBefore m_before;
    qint64 m_at = 0;
    int m_next = 1;
    bool m_good = true;
    QString m_why; ///< why a write failed
    std::map<int, Entry> m_entries;
    std::vector<std::pair<int, QByteArray>> m_waiting; ///< for the next object stream
    qsizetype m_waitingSize = 0;
};

} // namespace assay
