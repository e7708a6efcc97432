// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/corpus.h"

#include <QStringMatcher>

#include <array>

namespace assay {

static char16_t folded(char16_t unit)
{
    const QChar letter(unit);
    if (letter.isSurrogate())
        return unit;
    switch (unit) {
    case 0x2018: // the single quotation marks, and the apostrophe that they also are
    case 0x2019:
    case 0x201A:
    case 0x02BC:
        return u'\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
        return u'"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return u'-';
    default:
        break;
    }
    if (letter.isSpace())
        return u' ';
    QChar plain = letter;
    // The letter without its accent. Elsewhere what a decomposition takes off makes another letter.
    const bool hasAccents
        = letter.script() == QChar::Script_Latin || letter.script() == QChar::Script_Greek;
    if (hasAccents && letter.decompositionTag() == QChar::Canonical) {
        const QString parts = letter.decomposition();
        if (parts.size() == 2 && parts[1].isMark())
            plain = parts[0].decomposition().isEmpty() ? parts[0] : parts[0].decomposition()[0];
    }
    return plain.toCaseFolded().unicode();
}

QString foldedForSearch(QStringView text)
{
    // A table for what is common: 64 K entries would take longer to make than most texts to fold.
    static const std::array<char16_t, 0x250> table = [] {
        std::array<char16_t, 0x250> all{};
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = folded(static_cast<char16_t>(i));
        return all;
    }();
    QString result(text.size(), Qt::Uninitialized);
    QChar* out = result.data();
    for (const QChar letter : text)
        *out++ = QChar(
            letter.unicode() < table.size() ? table[letter.unicode()] : folded(letter.unicode()));
    return result;
}

QList<TextRange> findFolded(
    const QString& text, const QString& needle, bool wholeWords, qsizetype limit)
{
    QList<TextRange> found;
    if (needle.isEmpty())
        return found;
    const QStringMatcher matcher(needle, Qt::CaseSensitive);
    const auto isWord
        = [&](qsizetype at) { return at >= 0 && at < text.size() && text[at].isLetterOrNumber(); };
    for (qsizetype at = matcher.indexIn(text, 0); at >= 0 && found.size() < limit;
        at = matcher.indexIn(text, at + 1)) {
        const qsizetype end = at + needle.size();
        if (wholeWords && ((isWord(at - 1) && isWord(at)) || (isWord(end - 1) && isWord(end))))
            continue;
        found.append({ static_cast<qint32>(at), static_cast<qint32>(end) });
        at = end - 1;
    }
    return found;
}

} // namespace assay
