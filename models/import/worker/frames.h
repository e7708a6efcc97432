// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace assay {

/// Largest answer that an import process may give, in bytes.
inline constexpr quint32 largestAnswer = 64U * 1024 * 1024;
/// Largest request: the largest file and its name.
inline constexpr quint32 largestRequest = 260U * 1024 * 1024;

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
