// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/language.h"
#include "models/text/marks.h"

namespace assay {

/// One paragraph as the segmenter looks at it. Offsets are UTF-16 units of the whole text; every
/// look back or ahead is bounded by `reach`, which keeps hostile input linear.
struct Paragraph {
    static constexpr qsizetype reach = 40;

    const char16_t* text;
    qsizetype start;
    qsizetype end;
    const Language& language;

    QChar at(qsizetype i) const { return i >= start && i < end ? QChar(text[i]) : QChar(); }
    QStringView slice(qsizetype from, qsizetype to) const
    {
        return QStringView(text + from, to - from);
    }
    qsizetype pastBlanks(qsizetype i) const
    {
        while (i < end && isBlank(text[i]))
            ++i;
        return i;
    }
    /// Where the last character before the blanks that end at `i` ends.
    qsizetype beforeBlanks(qsizetype i) const
    {
        while (i > start && isBlank(text[i - 1]))
            --i;
        return i;
    }
    /// The word (letters, digits, inner stops and hyphens) that ends at `end`.
    QStringView wordBefore(qsizetype end) const;
    /// The word that starts at `start`.
    QStringView wordAfter(qsizetype start) const;
    quint16 kindsOf(QStringView word) const { return language.words.kindsOf(word); }
};

} // namespace assay
