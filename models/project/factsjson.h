// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/payload.h"

#include <QJsonObject>

namespace assay {

/// Hashes stand in payloads as lower-case hexadecimal digits.
inline QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// The bytes of hexadecimal digits; empty where there are none.
inline QByteArray unhex(const QJsonValue& value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

/// Title and origin of an article in canonical JSON: words that erasing it must take away, so they
/// are content, and a payload names them by hash.
QByteArray factsText(const ArticleFacts& facts);

/// What a payload says of an article's facts: hashes, and the text's length in UTF-16 units.
QJsonObject factsToJson(const ArticleFacts& facts);

/// The facts that such an object names; their words are empty where `text` has lost them.
ArticleFacts factsFromJson(const QJsonObject& object, const TextFinder& text);

} // namespace assay
