// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/sourceplace.h"

#include <QStringMatcher>

#include <array>
#include <utility>
#include <vector>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Letters and digits of a text, and where each came from.
struct Skeleton {
    QString letters;
    std::vector<qint32> at;

    void add(QChar letter, qsizetype offset)
    {
        letters.append(letter);
        at.push_back(static_cast<qint32>(offset));
    }
};

/// Length of the entity or character reference at `at`, and the letter it stands for (null for
/// one that is none); 0 where there is none.
std::pair<qsizetype, QChar> entityAt(QStringView source, qsizetype at)
{
    const qsizetype end = source.indexOf(u';', at);
    if (end < 0 || end - at > 10)
        return { 0, {} };
    const QStringView name = source.sliced(at + 1, end - at - 1);
    if (name.startsWith(u'#')) {
        const bool hex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
        bool good = false;
        const uint code = name.sliced(hex ? 2 : 1).toUInt(&good, hex ? 16 : 10);
        return good && code < 0x10000 ? std::pair(end - at + 1, QChar(code))
                                      : std::pair(qsizetype(0), QChar());
    }
    static constexpr std::pair<QStringView, char16_t> letters[]
        = { { u"auml", u'ä' }, { u"ouml", u'ö' }, { u"uuml", u'ü' }, { u"Auml", u'Ä' },
              { u"Ouml", u'Ö' }, { u"Uuml", u'Ü' }, { u"szlig", u'ß' }, { u"eacute", u'é' },
              { u"egrave", u'è' }, { u"aacute", u'á' }, { u"oacute", u'ó' }, { u"iacute", u'í' },
              { u"uacute", u'ú' }, { u"ntilde", u'ñ' }, { u"ccedil", u'ç' }, { u"micro", u'µ' } };
    for (const auto& [known, letter] : letters) {
        if (name == known)
            return { end - at + 1, QChar(letter) };
    }
    for (const QChar letter : name) {
        if (!letter.isLetterOrNumber())
            return { 0, {} };
    }
    return { end - at + 1, QChar() };
}

/// Where the tag, comment, script or style at `at` ends.
qsizetype behindTag(QStringView source, qsizetype at)
{
    if (source.sliced(at).startsWith(u"<!--")) {
        const qsizetype end = source.indexOf(u"-->", at);
        return end < 0 ? source.size() : end + 3;
    }
    for (const QStringView raw : { u"script", u"style" }) {
        if (!source.sliced(at + 1).startsWith(raw, Qt::CaseInsensitive))
            continue;
        const QString closing = u"</"_s + raw.toString();
        const qsizetype end = source.indexOf(closing, at, Qt::CaseInsensitive);
        const qsizetype close = end < 0 ? -1 : source.indexOf(u'>', end);
        return close < 0 ? source.size() : close + 1;
    }
    const qsizetype end = source.indexOf(u'>', at);
    return end < 0 ? source.size() : end + 1;
}

Skeleton skeletonOf(QStringView text, bool isMarkup)
{
    Skeleton skeleton;
    skeleton.letters.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        if (isMarkup && text[i] == u'<' && i + 1 < text.size()
            && (text[i + 1].isLetter() || text[i + 1] == u'/' || text[i + 1] == u'!')) {
            i = behindTag(text, i);
            continue;
        }
        if (isMarkup && text[i] == u'&') {
            const auto [length, letter] = entityAt(text, i);
            if (length > 0) {
                if (letter.isLetterOrNumber())
                    skeleton.add(letter, i);
                i += length;
                continue;
            }
        }
        if (text[i].isLetterOrNumber())
            skeleton.add(text[i], i);
        ++i;
    }
    return skeleton;
}

} // namespace

TextRange placeInSource(QStringView source, bool isMarkup, QStringView text, TextRange range)
{
    const Skeleton there = skeletonOf(source, isMarkup);
    const QString words = skeletonOf(text.sliced(range.start, range.length()), false).letters;
    if (words.isEmpty())
        return {};
    const double wanted = static_cast<double>(range.start)
        / static_cast<double>(std::max<qsizetype>(1, text.size()));
    const QStringMatcher matcher(words, Qt::CaseInsensitive);
    qsizetype best = -1;
    double nearest = 2;
    for (qsizetype at = matcher.indexIn(there.letters); at >= 0;
        at = matcher.indexIn(there.letters, at + 1)) {
        const double share = static_cast<double>(at) / static_cast<double>(there.letters.size());
        if (std::abs(share - wanted) < nearest) {
            nearest = std::abs(share - wanted);
            best = at;
        }
    }
    if (best < 0)
        return {};
    return { there.at[static_cast<size_t>(best)],
        there.at[static_cast<size_t>(best + words.size() - 1)] + 1 };
}

} // namespace assay
