// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/fontprogram.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <vector>

class QPainterPath;

namespace assay {

class PdfWriter;

/// One face of a font in a PDF: which glyphs were drawn, for which letters, under which codes.
class FontFace {
public:
    struct Code {
        int font
            = 0; ///< of this face: each has a ToUnicode map of its own; fonts of shapes are < 0
        quint32 code = 0;
    };
    using Letters = std::vector<std::pair<quint32, QString>>; ///< code → what it stands for

    /// `name` is unique among the resources of the PDF.
    FontFace(const QRawFont& font, const QByteArray& name);

    /// The code under which `glyph` stands for `letters`.
    Code code(quint32 glyph, QStringView letters);
    /// Appends the code's hexadecimal digits.
    void append(QByteArray& content, Code code) const;
    /// The advance in thousandths of the font's size.
    int width(quint32 glyph);
    /// The name of a font of this face in resources, with its slash.
    QByteArray resource(int font) const;
    /// Puts the fonts and returns their entries of the resource dictionary.
    QByteArray write(PdfWriter& writer) const;

private:
    QByteArray writeEmbedded(PdfWriter& writer) const;
    QByteArray writeShapes(PdfWriter& writer) const;
    QByteArray shape(quint32 glyph, int width) const;

    QRawFont m_font;
    QByteArray m_name;
    FontKind m_kind;
    int m_variants = 1; ///< embedded fonts
    std::vector<int> m_widths; ///< by glyph; -1: not asked yet
    std::vector<QString> m_first; ///< by glyph: what it stands for in the first font
    std::vector<bool> m_used;
    QHash<std::pair<quint32, QString>, Code> m_further; ///< what else glyphs stand for
    QSet<std::pair<quint32, int>> m_taken; ///< glyphs in variants
    std::vector<std::pair<quint32, QString>> m_shapes; ///< in the order of their codes
};

/// The operators that build `path`, whose y goes upwards already; without the one that fills it.
QByteArray pathOperators(const QPainterPath& path);

} // namespace assay
