// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay {

/// A log that a person can read and send: when the program ran, which projects were open, what it
/// said and what libraries complained of. Never a word of an article: whatever stands in quotation
/// marks is left out.
namespace programlog {

/// Writes to `folder`/assay.log from now on, for this person's eyes alone, through Qt's own
/// messages (qInfo() and up). Where it cannot be written there is none. Past `most` bytes a new
/// file begins; the latest three are kept.
void start(const QString& folder, qint64 most = 256 * 1024);
void stop();
/// The file that is written, or empty.
QString path();
/// A message as the log may hold it: on one line, quotations left out.
QString told(const QString& message);

} // namespace programlog
} // namespace assay
