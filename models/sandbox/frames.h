// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace assay {

/// A frame as it goes through the pipe: its length in four bytes, little end first, then its bytes.
QByteArray frameHeader(const QByteArray& frame);
/// The length that a header of four bytes gives.
quint32 frameLength(const char* header);

/// Reads a whole frame from a file descriptor; nothing at the end of the input or for a frame that
/// is longer than `largest`.
std::optional<QByteArray> readFrame(int descriptor, quint32 largest);
/// Writes a whole frame; false when the other side is gone.
bool writeFrame(int descriptor, const QByteArray& frame);

} // namespace assay
