// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/article/article.h"

namespace assay {

qsizetype wordCount(QStringView text)
{
    qsizetype words = 0;
    bool inside = false;
    for (const QChar c : text) {
        // An apostrophe or hyphen inside a word does not start another one.
        const bool joins = c == u'\'' || c == u'\u2019' || c == u'-';
        const bool letter
            = c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || (inside && joins);
        words += letter && !inside;
        inside = letter;
    }
    return words;
}

} // namespace assay
