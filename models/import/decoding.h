// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/format.h"

namespace assay {

/// Decodes a file's bytes and notes in `document` how: the encoding that a person chose, a byte
/// order mark, the NUL pattern of UTF-16, ISO 2022's escapes, strict UTF-8, `declared`, a guess
/// from the frequency of letters, windows-1252 last. A guess is a finding. Fails on bytes that are
/// no text.
std::expected<QString, Finding> decodeBytes(
    const SourceFile& file, const QString& declared, SourceDocument& document);

/// The charset that the beginning of an HTML or XML file declares; empty for none.
QString declaredCharset(const QByteArray& bytes);

} // namespace assay
