// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace assay {

/// Repairs a font's ToUnicode map as Qt writes it: Qt turns the font's character map around, so
/// that a glyph that serves several characters may be given the wrong one (a tab for a space, a
/// ligature or a radical for letters). Returns the map with every value made the plain one, or
/// `cmap` itself when it is none of Qt's.
QByteArray repairedToUnicode(const QByteArray& cmap);

} // namespace assay
