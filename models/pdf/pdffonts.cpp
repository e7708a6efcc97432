// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/pdffonts.h"

#include "models/pdf/fontface.h"
#include "models/pdf/pdfsyntax.h"
#include "models/pdf/pdfwriter.h"

#include <QCryptographicHash>

#include <cmath>
#include <optional>

namespace assay {

PdfFonts::PdfFonts() = default;
PdfFonts::~PdfFonts() = default;

FontFace& PdfFonts::faceOf(const QRawFont& font)
{
    FontFace*& known = m_byFont[font];
    if (known)
        return *known;
    // Each thread has fonts of its own: what tells a face is in its tables.
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const char* table : { "head", "maxp", "name", "OS/2" })
        hash.addData(font.fontTable(table));
    hash.addData(font.styleName().toUtf8());
    FontFace*& same = m_byTables[hash.result()];
    if (!same) {
        m_faces.push_back(
            std::make_unique<FontFace>(font, "F" + QByteArray::number(m_faces.size())));
        same = m_faces.back().get();
    }
    known = same;
    return *known;
}

void PdfFonts::draw(QByteArray& content, const DrawnText& text, qreal pageHeight)
{
    if (text.glyphs.empty() || text.size <= 0)
        return;
    FontFace& face = faceOf(text.font);
    content += "BT " + pdf::colour(text.colour) + "rg\n";
    std::optional<int> font;
    qreal pen = 0;
    qreal baseline = 0;
    bool open = false;
    const auto close = [&] {
        if (open)
            content += ">]TJ\n";
        open = false;
    };
    for (const DrawnGlyph& glyph : text.glyphs) {
        const QStringView letters = QStringView(text.letters).sliced(glyph.from, glyph.length);
        const FontFace::Code code = face.code(glyph.index, letters);
        // Half of a pair is no letter: the other half comes with another glyph.
        const bool whole = !letters.isEmpty() && !letters.front().isLowSurrogate()
            && !letters.back().isHighSurrogate();
        if (glyph.index == 0 && whole && !m_missing.contains(letters))
            m_missing += letters;
        if (code.font != font) {
            close();
            content += face.resource(code.font) + ' ' + pdf::number(text.size) + " Tf\n";
            font = code.font;
        }
        const qreal gap = (glyph.x - pen) * 1000 / text.size;
        if (!open || std::abs(glyph.y - baseline) > 0.005 || std::abs(gap) > 3000) {
            close();
            content += "1 0 0 1 ";
            pdf::append(content, { glyph.x, pageHeight - glyph.y });
            content += "Tm [<";
            open = true;
            pen = std::round(glyph.x * 100) / 100;
            baseline = glyph.y;
        } else if (const qint64 steps = std::llround(gap); steps != 0) {
            content += '>' + QByteArray::number(-steps) + '<';
            pen += static_cast<qreal>(steps) * text.size / 1000;
        }
        face.append(content, code);
        pen += face.width(glyph.index) * text.size / 1000;
    }
    close();
    content += "ET\n";
}

int PdfFonts::dictionary(PdfWriter& writer)
{
    if (m_dictionary == 0)
        m_dictionary = writer.reserve();
    return m_dictionary;
}

void PdfFonts::write(PdfWriter& writer)
{
    QByteArray fonts("<<");
    for (const auto& face : m_faces)
        fonts += face->write(writer);
    writer.put(dictionary(writer), fonts + " >>");
}

} // namespace assay
