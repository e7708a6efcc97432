// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace assay {

/// Text made of bytes, and how.
struct Decoded {
    QString text;
    QString encoding; ///< "UTF-8", "UTF-16LE" ...
};

/// Decodes bytes that show what they are: by a byte order mark, or by the NUL pattern of UTF-16.
std::optional<Decoded> decodeMarked(const QByteArray& bytes);

/// Decodes windows-1252, in which every byte means something, as the WHATWG Encoding Standard does.
QString fromWindows1252(const QByteArray& bytes);

/// Text holds next to no control characters; programs, pictures and archives do.
bool looksBinary(QStringView text);

/// A text that was stored as UTF-8, with the byte order mark at its start where it has one:
/// QString::fromUtf8() takes it away, and every offset would be one too high.
QString storedText(const QByteArray& utf8);

/// Drops leading byte order marks and every U+0000, turns CR LF and CR into LF, and does nothing
/// else.
QString normalisedText(QString text);

} // namespace assay
