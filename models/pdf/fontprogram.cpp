// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/fontprogram.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include <hb-subset.h>

#include <map>
#include <memory>

namespace assay {

FontKind fontKind(const QRawFont& font)
{
    const QByteArray os2 = font.fontTable("OS/2");
    if (os2.size() >= 10) { // fsType: 2 restricted, 0x100 no subsets, 0x200 bitmaps only
        const quint16 rights = qFromBigEndian<quint16>(os2.constData() + 8);
        if ((rights & 0xf) == 2 || (rights & 0x300))
            return FontKind::Shapes;
    }
    // What a variable font looks like at one weight is not in its tables.
    if (!font.fontTable("fvar").isEmpty())
        return FontKind::Shapes;
    if (!font.fontTable("loca").isEmpty())
        return FontKind::TrueType;
    return font.fontTable("CFF ").isEmpty() ? FontKind::Shapes : FontKind::Postscript;
}

namespace {

struct Free {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

/// A font's tables. They stay until the subset is made: HarfBuzz 6 gives a blob back while it still
/// copies glyphs from it.
struct Tables {
    QRawFont font;
    std::map<hb_tag_t, Owned<hb_blob_t>> blobs;
};

hb_blob_t* tableOf(hb_face_t*, hb_tag_t tag, void* user)
{
    auto& tables = *static_cast<Tables*>(user);
    Owned<hb_blob_t>& blob = tables.blobs[tag];
    if (!blob) {
        char letters[5] = {};
        hb_tag_to_string(tag, letters);
        const QByteArray table = tables.font.fontTable(letters);
        blob.reset(hb_blob_create(table.constData(), static_cast<unsigned>(table.size()),
            HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
    }
    return hb_blob_reference(blob.get());
}

QByteArray bytesOf(hb_blob_t* blob)
{
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob, &length);
    return { data, static_cast<qsizetype>(length) };
}

Owned<hb_face_t> subset(const QRawFont& font, const QList<quint32>& glyphs)
{
    Tables tables{ font, {} };
    const Owned<hb_face_t> face(hb_face_create_for_tables(tableOf, &tables, nullptr));
    const Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
    hb_subset_input_set_flags(
        input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    for (const quint32 glyph : glyphs)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    // Text is shaped already: tables that a PDF does not need, and that would draw in more glyphs.
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* table : { "GSUB", "GPOS", "GDEF", "cmap", "name", "OS/2", "post", "kern",
             "BASE", "MATH", "COLR", "CPAL", "SVG ", "VORG", "vhea", "vmtx", "gasp", "DSIG" })
        hb_set_add(dropped, hb_tag_from_string(table, 4));
    Owned<hb_face_t> made(hb_subset_or_fail(face.get(), input.get()));
    // The source must not be asked for tables any more once it is gone.
    const Owned<hb_blob_t> whole(made ? hb_face_reference_blob(made.get()) : hb_blob_get_empty());
    return Owned<hb_face_t>(hb_face_create(whole.get(), 0));
}

/// Fonts for East Asian scripts number their outlines anew: what numbers have these glyphs?
QMap<quint32, quint32> numbersOf(const QByteArray& font, const QList<quint32>& glyphs)
{
    QMap<quint32, quint32> cids;
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    if (FT_Init_FreeType(&library) != 0)
        return cids;
    const auto* data = reinterpret_cast<const FT_Byte*>(font.constData());
    if (FT_New_Memory_Face(library, data, font.size(), 0, &face) == 0) {
        bool differ = false;
        for (const quint32 glyph : glyphs) {
            FT_UInt cid = glyph;
            if (FT_Get_CID_From_Glyph_Index(face, glyph, &cid) != 0)
                break; // not numbered anew
            cids.insert(glyph, cid);
            differ = differ || cid != glyph;
        }
        if (!differ)
            cids.clear();
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return cids;
}

} // namespace

FontProgram fontProgram(const QRawFont& font, FontKind kind, const QList<quint32>& glyphs)
{
    FontProgram program;
    const Owned<hb_face_t> face = subset(font, glyphs);
    const Owned<hb_blob_t> whole(hb_face_reference_blob(face.get()));
    const QByteArray bytes = bytesOf(whole.get());
    const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
    for (int i = 0; i < 6; ++i)
        program.name += static_cast<char>('A' + static_cast<quint8>(digest[i]) % 26);
    program.name += '+';
    for (const QChar c : QString(font.familyName() + u'-' + font.styleName())) {
        if (c.unicode() < 127 && (c.isLetterOrNumber() || c == u'-'))
            program.name += c.toLatin1();
    }
    const QByteArray head = font.fontTable("head");
    if (head.size() >= 44) {
        const auto value = [&head, &font](qsizetype at) {
            return qFromBigEndian<qint16>(head.constData() + at) * 1000.0 / font.unitsPerEm();
        };
        program.bounds = QRectF(QPointF(value(36), value(38)), QPointF(value(40), value(42)));
    }
    if (kind == FontKind::Postscript) {
        program.cids = numbersOf(bytes, glyphs);
        const Owned<hb_blob_t> outlines(
            hb_face_reference_table(face.get(), HB_TAG('C', 'F', 'F', ' ')));
        program.bytes = bytesOf(outlines.get());
    } else {
        program.bytes = bytes;
    }
    return program;
}

QByteArray glyphMap(const QMap<quint32, quint32>& cids)
{
    QByteArray map("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def\n"
                   "/CMapName /AssayGlyphs def\n/CMapType 1 def\n"
                   "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n");
    QByteArrayList lines;
    const auto flush = [&] {
        if (!lines.isEmpty())
            map += QByteArray::number(lines.size()) + " begincidchar\n" + lines.join()
                + "endcidchar\n";
        lines.clear();
    };
    for (auto it = cids.cbegin(); it != cids.cend(); ++it) {
        lines.append('<' + QByteArray::number(it.key(), 16).rightJustified(4, '0') + "> "
            + QByteArray::number(it.value()) + '\n');
        if (lines.size() == 100) // the most that one section may hold
            flush();
    }
    flush();
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace assay
