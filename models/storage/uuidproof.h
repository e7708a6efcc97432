// SPDX-License-Identifier: GPL-3.0-or-later
// The project's uuid stands outside the chain of events: what tells that it was changed.
#pragma once

#include <QString>

namespace assay {

/// What stands beside a uuid in a project: SHA-256 of its characters, as hexadecimal digits.
QString proofOfUuid(const QString& uuid);

/// The uuid that `proof` belongs to, where it is `uuid` or differs from it in one byte; else `uuid`
/// as it is: the proof itself may be what was changed.
QString mendedUuid(const QString& uuid, const QString& proof);

} // namespace assay
