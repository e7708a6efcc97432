// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/fontface.h"

#include "models/pdf/fontprogram.h"
#include "models/pdf/pagedrawing.h"
#include "models/pdf/pdfsyntax.h"
#include "models/pdf/pdfwriter.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace assay {

static constexpr int shapesAFont = 200;
static constexpr quint32 firstShape = 32;

FontFace::FontFace(const QRawFont& font, const QByteArray& name)
    : m_font(font)
    , m_name(name)
    , m_kind(fontKind(font))
{
}

int FontFace::width(quint32 glyph)
{
    if (glyph >= m_widths.size())
        m_widths.resize(glyph + 1, -1);
    int& width = m_widths[glyph];
    if (width < 0 && !m_font.isValid()) {
        width = 1000;
    } else if (width < 0) {
        const QList<QPointF> advances
            = m_font.advancesForGlyphIndexes({ glyph }, QRawFont::UseDesignMetrics);
        width = advances.isEmpty()
            ? 0
            : static_cast<int>(std::lround(advances.first().x() * 1000 / m_font.pixelSize()));
    }
    return width;
}

FontFace::Code FontFace::code(quint32 glyph, QStringView letters)
{
    if (m_kind != FontKind::Shapes && glyph != 0) {
        if (glyph >= m_first.size()) {
            m_first.resize(glyph + 1);
            m_used.resize(glyph + 1, false);
        }
        if (!m_used[glyph]) {
            m_used[glyph] = true;
            m_first[glyph] = letters.toString();
        }
        if (m_first[glyph] == letters)
            return { 0, glyph };
    }
    const std::pair<quint32, QString> use(glyph, letters.toString());
    auto it = m_further.find(use);
    const bool isNew = it == m_further.end();
    if (isNew)
        it = m_further.insert(use, { 0, glyph });
    if (isNew && (m_kind == FontKind::Shapes || glyph == 0)) {
        // Shapes have fonts behind the embedded ones, which number -1, -2 ...
        const auto count = static_cast<int>(m_shapes.size());
        m_shapes.emplace_back(glyph, letters.toString());
        it.value()
            = { -1 - count / shapesAFont, firstShape + static_cast<quint32>(count % shapesAFont) };
        width(glyph);
    } else if (isNew) {
        int variant = 1; // the next font in which this glyph is free
        for (; m_taken.contains({ glyph, variant }); ++variant) { }
        m_taken.insert({ glyph, variant });
        it.value() = { variant, glyph };
        m_variants = std::max(m_variants, variant + 1);
    }
    return it.value();
}

QByteArray FontFace::resource(int font) const
{
    return '/' + m_name + (font < 0 ? "S" + QByteArray::number(-font) : QByteArray::number(font));
}

void FontFace::append(QByteArray& content, Code code) const
{
    static constexpr char hex[] = "0123456789abcdef";
    for (int shift = code.font < 0 ? 4 : 12; shift >= 0; shift -= 4)
        content.append(hex[(code.code >> shift) & 15]);
}

/// The map from codes to letters (ISO 32000-1, 9.10.3).
static QByteArray toUnicode(const FontFace::Letters& letters, int digits)
{
    const auto hex = [](quint32 value, int places) {
        return QByteArray::number(value, 16).rightJustified(places, '0');
    };
    QByteArray map("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                   "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                   "1 begincodespacerange\n<");
    map += hex(0, digits) + "> <" + QByteArray(digits, 'f') + ">\nendcodespacerange\n";
    constexpr size_t most = 100; // that a section may hold
    for (size_t i = 0; i < letters.size(); i += most) {
        const size_t end = std::min(letters.size(), i + most);
        map += QByteArray::number(end - i) + " beginbfchar\n";
        for (size_t k = i; k < end; ++k) {
            map += '<' + hex(letters[k].first, digits) + "> <";
            for (const QChar c : letters[k].second)
                map += hex(c.unicode(), 4);
            map += ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

QByteArray FontFace::write(PdfWriter& writer) const
{
    QByteArray entries;
    if (std::find(m_used.begin(), m_used.end(), true) != m_used.end())
        entries += writeEmbedded(writer);
    return entries + writeShapes(writer);
}

QByteArray FontFace::writeEmbedded(PdfWriter& writer) const
{
    QList<quint32> glyphs{ 0 };
    for (quint32 glyph = 1; glyph < m_used.size(); ++glyph) {
        if (m_used[glyph])
            glyphs.append(glyph);
    }
    const FontProgram program = fontProgram(m_font, m_kind, glyphs);
    const bool postscript = m_kind == FontKind::Postscript;
    const QByteArray name = pdf::name(program.name);
    const qreal scale = 1000 / m_font.pixelSize();
    const int file
        = writer.putStream(postscript ? QByteArray("/Subtype /CIDFontType0C")
                                      : "/Length1 " + QByteArray::number(program.bytes.size()),
            program.bytes);
    const int descriptor = writer.put("<< /Type /FontDescriptor /FontName " + name
        + " /Flags 4 /FontBBox " + pdf::rectangle(program.bounds) + " /ItalicAngle 0 /Ascent "
        + pdf::number(m_font.ascent() * scale, 0) + " /Descent "
        + pdf::number(-m_font.descent() * scale, 0) + " /CapHeight "
        + pdf::number(m_font.capHeight() * scale, 0) + " /StemV 80 "
        + (postscript ? "/FontFile3 " : "/FontFile2 ") + pdf::reference(file) + " >>");
    QByteArray widths("[");
    for (const quint32 glyph : std::as_const(glyphs)) {
        const int width = glyph < m_widths.size() ? std::max(0, m_widths[glyph]) : 0;
        widths += QByteArray::number(program.cids.value(glyph, glyph)) + "["
            + QByteArray::number(width) + "]";
    }
    const int descendant = writer.put("<< /Type /Font /Subtype "
        + QByteArray(postscript ? "/CIDFontType0" : "/CIDFontType2") + " /BaseFont " + name
        + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        + (postscript ? "" : " /CIDToGIDMap /Identity") + " /FontDescriptor "
        + pdf::reference(descriptor) + " /DW 1000 /W " + widths + "] >>");
    const QByteArray encoding = program.cids.isEmpty()
        ? QByteArray("/Identity-H")
        : pdf::reference(writer.putStream(
              "/Type /CMap /CMapName /AssayGlyphs /CIDSystemInfo << /Registry (Adobe) /Ordering "
              "(Identity) /Supplement 0 >>",
              glyphMap(program.cids)));
    QByteArray entries;
    for (int variant = 0; variant < m_variants; ++variant) {
        Letters letters;
        for (const quint32 glyph : std::as_const(glyphs)) {
            if (variant == 0 && glyph != 0 && !m_first[glyph].isEmpty())
                letters.emplace_back(glyph, m_first[glyph]);
        }
        for (auto it = m_further.cbegin(); it != m_further.cend(); ++it) {
            if (it.value().font == variant && variant > 0 && !it.key().second.isEmpty())
                letters.emplace_back(it.key().first, it.key().second);
        }
        std::sort(letters.begin(), letters.end());
        const int map = writer.putStream({}, toUnicode(letters, 4));
        entries += ' ' + resource(variant) + ' '
            + pdf::reference(writer.put("<< /Type /Font /Subtype /Type0 /BaseFont " + name
                + " /Encoding " + encoding + " /DescendantFonts [" + pdf::reference(descendant)
                + "] /ToUnicode " + pdf::reference(map) + " >>"));
    }
    return entries;
}

QByteArray FontFace::writeShapes(PdfWriter& writer) const
{
    QByteArray entries;
    for (size_t first = 0; first < m_shapes.size(); first += shapesAFont) {
        const size_t end = std::min(m_shapes.size(), first + shapesAFont);
        QByteArray procedures("<<");
        QByteArray differences("[" + QByteArray::number(firstShape));
        QByteArray widths("[");
        Letters letters;
        for (size_t i = first; i < end; ++i) {
            const auto& [glyph, words] = m_shapes[i];
            const QByteArray name = "/g" + QByteArray::number(i - first);
            const int width = m_widths[glyph];
            procedures += name + ' ' + pdf::reference(writer.putStream({}, shape(glyph, width)));
            differences += name;
            widths += QByteArray::number(width) + ' ';
            if (!words.isEmpty())
                letters.emplace_back(firstShape + static_cast<quint32>(i - first), words);
        }
        const int map = writer.putStream({}, toUnicode(letters, 2));
        entries += ' ' + resource(-1 - static_cast<int>(first) / shapesAFont) + ' '
            + pdf::reference(writer.put(
                "<< /Type /Font /Subtype /Type3 /FontBBox [0 -300 1000 1000] /FontMatrix [.001 0 0 "
                ".001 0 0] /Resources << >> /CharProcs "
                + procedures + " >> /Encoding << /Type /Encoding /Differences " + differences
                + "] >> /FirstChar " + QByteArray::number(firstShape) + " /LastChar "
                + QByteArray::number(firstShape + end - first - 1) + " /Widths " + widths
                + "] /ToUnicode " + pdf::reference(map) + " >>"));
    }
    return entries;
}

/// The operators that draw a glyph, a thousand units high; for a letter without one a box.
QByteArray FontFace::shape(quint32 glyph, int width) const
{
    const qreal scale = 1000 / m_font.pixelSize();
    QPainterPath path;
    if (glyph != 0)
        path = QTransform::fromScale(scale, -scale).map(m_font.pathForGlyph(glyph));
    else
        path = missingLetterBox(width, 700);
    QByteArray content = QByteArray::number(width) + " 0 ";
    const QRectF bounds = path.boundingRect();
    pdf::append(content, { bounds.left(), bounds.top(), bounds.right(), bounds.bottom() });
    return content + "d1\n" + pathOperators(path)
        + (path.fillRule() == Qt::OddEvenFill ? "f*\n" : "f\n");
}

QByteArray pathOperators(const QPainterPath& path)
{
    QByteArray content;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element at = path.elementAt(i);
        if (at.isMoveTo()) {
            pdf::append(content, { at.x, at.y });
            content += "m\n";
        } else if (at.isLineTo()) {
            pdf::append(content, { at.x, at.y });
            content += "l\n";
        } else {
            const QPainterPath::Element second = path.elementAt(i + 1);
            const QPainterPath::Element third = path.elementAt(i + 2);
            pdf::append(content, { at.x, at.y, second.x, second.y, third.x, third.y });
            content += "c\n";
            i += 2;
        }
    }
    return content;
}

} // namespace assay
