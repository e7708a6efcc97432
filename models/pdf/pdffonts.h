// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/pagedrawing.h"

#include <QHash>

#include <memory>
#include <vector>

namespace assay {

class FontFace;
class PdfWriter;

/// The fonts of one PDF. Every glyph that is drawn is known with the letters it stands for, so that
/// the text comes back exactly: a glyph that serves several letters (a space and a tab, an mu and a
/// micro sign) gets a further font over the same outlines for each. Fonts are embedded as subsets;
/// one that cannot be (no outlines of a known kind, no right to embed it, no glyph for a letter)
/// becomes a font of drawn shapes (Type 3), whose text can still be found and copied.
class PdfFonts {
public:
    PdfFonts();
    ~PdfFonts();
    PdfFonts(const PdfFonts&) = delete;
    PdfFonts& operator=(const PdfFonts&) = delete;

    /// Appends the operators that draw `text`, whose page is `pageHeight` points high.
    void draw(QByteArray& content, const DrawnText& text, qreal pageHeight);
    /// The object that names all fonts, a resource dictionary's /Font; the same for all pages.
    int dictionary(PdfWriter& writer);
    /// Puts all fonts. Call once, when everything is drawn.
    void write(PdfWriter& writer);
    /// Letters that no font on this computer has: they show as boxes.
    const QString& missing() const { return m_missing; }

private:
    FontFace& faceOf(const QRawFont& font);

    std::vector<std::unique_ptr<FontFace>> m_faces;
    QHash<QRawFont, FontFace*> m_byFont;
    QHash<QByteArray, FontFace*> m_byTables;
    QString m_missing;
    int m_dictionary = 0;
};

} // namespace assay
