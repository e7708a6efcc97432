// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/word/symbolfont.h"

namespace assay {

using namespace Qt::StringLiterals;

/// Adobe's Symbol encoding from 0x20 and from 0xA0 on; a blank where nothing stands. Source:
/// Unicode's mapping table "symbol.txt" of Adobe.
static constexpr char16_t lower[] = u" !∀#∃%&∋()∗+,−./0123456789:;<=>?"
                                    u"≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
                                    u" αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ ";
static constexpr char16_t upper[] = u"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵"
                                    u"ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
                                    u"◊〈®©™∑           〉∫";

static QString wingding(char16_t code)
{
    switch (code) {
    case 0x6C:
    case 0x9F:
        return u"•"_s;
    case 0x6E:
    case 0xA7:
        return u"▪"_s;
    case 0xA8:
        return u"☐"_s;
    case 0xFB:
        return u"✗"_s;
    case 0xFC:
        return u"✓"_s;
    case 0xFD:
        return u"☒"_s;
    case 0xFE:
        return u"☑"_s;
    case 0xDF:
    case 0xE7:
        return u"←"_s;
    case 0xE0:
    case 0xE8:
        return u"→"_s;
    default:
        return {};
    }
}

QString symbolText(const QString& font, char16_t code)
{
    const bool picture = code >= 0xE000 && code <= 0xF8FF;
    if (code >= 0xF000 && code <= 0xF0FF)
        code = static_cast<char16_t>(code - 0xF000);
    if (font.startsWith("Wingdings"_L1, Qt::CaseInsensitive))
        return wingding(code);
    if (!font.startsWith("Symbol"_L1, Qt::CaseInsensitive))
        return picture ? QString() : QString(QChar(code));
    if (code == u' ')
        return u" "_s;
    char16_t found = u' ';
    if (code >= 0x20 && code < 0x20 + std::size(lower) - 1)
        found = lower[code - 0x20];
    else if (code >= 0xA0 && code < 0xA0 + std::size(upper) - 1)
        found = upper[code - 0xA0];
    return found == u' ' ? QString() : QString(QChar(found));
}

} // namespace assay
