// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace assay {

/// Text made of bytes, and how.
struct Decoded {
    QString text; ///< normalised
    QString encoding; ///< "UTF-8", "UTF-16LE", "windows-1252" ...
    bool guessed = false; ///< nothing in the bytes said so
};

/// Decodes `bytes` by byte order mark, the NUL pattern of UTF-16, strict UTF-8, and windows-1252
/// last. Fails on bytes that are no text in any of these (binary data).
Expected<Decoded> decodeText(const QByteArray& bytes);

/// Drops a leading byte order mark and every U+0000, turns CR LF and CR into LF, and does nothing
/// else.
QString normalisedText(QString text);

} // namespace assay
