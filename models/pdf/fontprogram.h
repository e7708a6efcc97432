// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QRawFont>
#include <QRectF>

namespace assay {

/// How a font goes into a PDF.
enum class FontKind : quint8 {
    TrueType,
    Postscript, ///< outlines of the Compact Font Format
    Shapes, ///< not as a font: it may not or cannot be embedded
};

/// What `font`'s tables allow.
FontKind fontKind(const QRawFont& font);

/// The part of a font that a PDF needs.
struct FontProgram {
    QByteArray name; ///< with the six letters of a subset
    QByteArray bytes;
    QRectF bounds; ///< of all glyphs, thousandths; y upwards
    QMap<quint32, quint32> cids; ///< glyph → its number inside, where that is another one
};

/// Makes a subset with `glyphs`, which keep their numbers.
FontProgram fontProgram(const QRawFont& font, FontKind kind, const QList<quint32>& glyphs);

/// A CMap that leads from glyphs to numbers (ISO 32000-1, 9.7.5.4).
QByteArray glyphMap(const QMap<quint32, quint32>& cids);

} // namespace assay
