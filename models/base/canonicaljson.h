// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace assay {

/// The one byte form of `object` that is hashed: compact UTF-8, keys sorted by code unit, strings
/// in NFC, whole numbers only. The same object always gives the same bytes, on every machine.
QByteArray canonicalJson(const QJsonObject& object);

} // namespace assay
