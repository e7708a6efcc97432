// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace assay {

/// A digit or sign as the letter that stays raised in plain text; others as they are.
inline QChar raised(QChar c)
{
    static constexpr QStringView plain = u"0123456789+-\u2212";
    static constexpr QStringView high
        = u"\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079\u207A\u207B\u207B";
    const qsizetype at = plain.indexOf(c);
    return at < 0 ? c : high[at];
}

} // namespace assay
