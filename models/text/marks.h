// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

#include <array>
#include <string_view>

namespace assay {

/// What the segmenter's scan stops at.
enum class Mark : quint8 { None, Stop, WideStop, Blank, Dash, Bullet, Bracket };

namespace detail {
inline constexpr std::array<Mark, 256> lowMarks = [] {
    std::array<Mark, 256> marks{};
    for (const char stop : { '.', '?', '!' })
        marks[static_cast<unsigned char>(stop)] = Mark::Stop;
    for (const unsigned char blank : { 9, 10, 11, 12, 13, 32, 0xA0 })
        marks[blank] = Mark::Blank;
    marks['-'] = marks['*'] = Mark::Dash;
    marks[')'] = Mark::Bracket;
    return marks;
}();
} // namespace detail

inline Mark markOf(char16_t c)
{
    if (c < 256)
        return detail::lowMarks[c];
    if (c < 0x2000) {
        switch (c) {
        case 0x0589: // Armenian, Arabic and Urdu, Devanagari, Burmese, Ethiopic, Khmer
        case 0x061F:
        case 0x06D4:
        case 0x0964:
        case 0x0965:
        case 0x104B:
        case 0x1362:
        case 0x17D4:
            return Mark::WideStop;
        default:
            return Mark::None;
        }
    }
    switch (c) {
    case 0x2026: // …
        return Mark::Stop;
    case 0x3002: // 。 and its kind: no blank follows these
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
        return Mark::WideStop;
    case 0x2013:
    case 0x2014:
        return Mark::Dash;
    case 0x2022: // •
    case 0x2023:
    case 0x2043:
    case 0x2219:
    case 0x25A0:
    case 0x25A1:
    case 0x25AA:
    case 0x25AB:
    case 0x25B6:
    case 0x25BA:
    case 0x25C6:
    case 0x25CB:
    case 0x25CF:
    case 0x25E6:
    case 0x2713:
    case 0x2714:
    case 0x27A2:
    case 0xF0B7: // Word's bullet in its symbol font
        return Mark::Bullet;
    default:
        return (c <= 0x200A || c == 0x202F || c == 0x3000 || c == 0x2028 || c == 0x2029)
            ? Mark::Blank
            : Mark::None;
    }
}

inline bool isBlank(QChar c)
{
    return markOf(c.unicode()) == Mark::Blank || c.isSpace();
}
inline bool isStop(QChar c)
{
    return markOf(c.unicode()) == Mark::Stop;
}

/// What a character may be to the rules; a character may be several of these.
enum Trait : quint8 { WordPart = 1, Joiner = 2, Closer = 4, Opener = 8, Quote = 16 };

namespace detail {
inline constexpr std::array<quint8, 256> lowTraits = [] {
    std::array<quint8, 256> traits{};
    const auto set = [&](std::string_view characters, quint8 bits) {
        for (const char c : characters)
            traits[static_cast<unsigned char>(c)] |= bits;
    };
    for (int c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c >= 0xC0 && c != 0xD7 && c != 0xF7) || c == 0xAA || c == 0xB5 || c == 0xBA;
        const bool number = (c >= '0' && c <= '9') || c == 0xB2 || c == 0xB3 || c == 0xB9
            || (c >= 0xBC && c <= 0xBE);
        if (letter || number || c == '_' || c == 0xB0 || c == 0xAD) // °, soft hyphen
            traits[static_cast<std::size_t>(c)] |= WordPart;
    }
    set(".&/-'", Joiner);
    set("\"'`", Closer | Opener | Quote);
    set(")]}*", Closer);
    set("([{", Opener);
    set("\xAB", Opener | Quote);
    set("\xBB", Closer | Quote);
    set("\xBF\xA1", Opener);
    return traits;
}();

inline quint8 highTraits(char16_t c)
{
    switch (c) {
    case 0x2019: // ’
        return Closer | Quote | Joiner;
    case 0x201D: // ”
        return Closer | Quote;
    case 0x2018: // ‘
    case 0x201C: // “
    case 0x201E: // „
        return Opener | Quote;
    case 0x2010:
    case 0x2011:
        return Joiner;
    default:
        return QChar(c).isLetterOrNumber() || QChar(c).isMark() || QChar(c).isSurrogate() ? WordPart
                                                                                          : 0;
    }
}
} // namespace detail

inline quint8 traitsOf(QChar c)
{
    return c.unicode() < 256 ? detail::lowTraits[c.unicode()] : detail::highTraits(c.unicode());
}
inline bool isCloser(QChar c)
{
    return traitsOf(c) & Closer;
}
inline bool isOpener(QChar c)
{
    return traitsOf(c) & Opener;
}
inline bool isQuote(QChar c)
{
    return traitsOf(c) & Quote;
}
inline bool isWordPart(QChar c)
{
    return traitsOf(c) & WordPart;
}

} // namespace assay
