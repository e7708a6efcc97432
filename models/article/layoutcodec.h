// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"

namespace assay {

/// Of the form in which encodeLayout() writes sentence tables: their first byte. A file says the
/// highest that is in it.
inline constexpr int layoutVersion = 1;

/// The bytes a layout is stored as: a version byte, then kind with level (of a heading) or form (of
/// any other unit), block step, gap and length of each unit as variable-length numbers (about 4
/// bytes a unit).
QByteArray encodeLayout(const Layout& layout);

/// The layout those bytes stand for. Fails on bytes that are no layout or reach past `textLength`
/// (UTF-16 code units; -1 does not check).
Expected<Layout> decodeLayout(const QByteArray& bytes, qsizetype textLength = -1);

} // namespace assay
