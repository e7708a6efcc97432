// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/tounicode.h"

#include <QList>
#include <QMap>
#include <QRegularExpression>
#include <QString>

namespace assay {

using namespace Qt::StringLiterals;

/// The plain character for one that shares its glyph.
static QString plain(char16_t value)
{
    if (value == 0x09 || value == 0xA0)
        return u" "_s;
    if (value == 0xAD || value == 0x2010 || value == 0x2011)
        return u"-"_s;
    const bool compatibility = (value >= 0xFB00 && value <= 0xFDFF)
        || (value >= 0xFE70 && value <= 0xFEFC) || (value >= 0x2E80 && value <= 0x2FDF)
        || (value >= 0xF900 && value <= 0xFAFF);
    const QString text = QString(QChar(value));
    if (value == 0x2126 || value == 0x212A || value == 0x212B || compatibility)
        return text.normalized(QString::NormalizationForm_KC);
    return text;
}

static QByteArray hex(const QString& text)
{
    QByteArray digits;
    for (const QChar c : text)
        digits += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return digits;
}

QByteArray repairedToUnicode(const QByteArray& cmap)
{
    static const QRegularExpression range(
        u"<([0-9a-fA-F]{4})>\\s*<([0-9a-fA-F]{4})>\\s*<([0-9a-fA-F]+)>"_s);
    static const QRegularExpression section(u"\\d+ begin(bfrange|bfchar)\\s(.*?)end\\1"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const QString text = QString::fromLatin1(cmap);
    const qsizetype first = text.indexOf(QRegularExpression(u"\\d+ beginbf(range|char)"_s));
    const qsizetype last = text.lastIndexOf("endbf"_L1);
    if (first < 0 || last < 0)
        return cmap;
    QMap<ushort, QString> glyphs;
    for (const QRegularExpressionMatch& part : section.globalMatch(text)) {
        if (part.captured(1) != "bfrange"_L1 || part.captured(2).contains(u'['))
            return cmap; // not Qt's form
        for (const QRegularExpressionMatch& match : range.globalMatch(part.captured(2))) {
            const ushort from = match.captured(1).toUShort(nullptr, 16);
            const ushort to = match.captured(2).toUShort(nullptr, 16);
            const QString value = match.captured(3);
            QString letters;
            for (qsizetype i = 0; i + 4 <= value.size(); i += 4)
                letters.append(QChar(value.sliced(i, 4).toUShort(nullptr, 16)));
            if (to < from || letters.isEmpty())
                return cmap;
            for (ushort glyph = from;; ++glyph) {
                if (letters.size() == 1)
                    glyphs.insert(
                        glyph, plain(static_cast<char16_t>(letters[0].unicode() + (glyph - from))));
                else
                    glyphs.insert(glyph, letters.normalized(QString::NormalizationForm_KC));
                if (glyph == to)
                    break;
            }
        }
    }
    QByteArray body;
    QByteArrayList lines;
    const auto flush = [&] {
        if (!lines.isEmpty())
            body += QByteArray::number(lines.size()) + " beginbfchar\n" + lines.join()
                + "endbfchar\n";
        lines.clear();
    };
    for (auto it = glyphs.cbegin(); it != glyphs.cend(); ++it) {
        lines.append("<" + QByteArray::number(it.key(), 16).rightJustified(4, '0') + "> <"
            + hex(it.value()) + ">\n");
        if (lines.size() == 100) // the most that one section may hold
            flush();
    }
    flush();
    const qsizetype end = text.indexOf(u'\n', last);
    return cmap.first(first) + body + cmap.sliced(end < 0 ? cmap.size() : end + 1);
}

} // namespace assay
