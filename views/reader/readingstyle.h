// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay {

/// How a person wants to read: kept in their settings, the same for every article.
struct ReadingStyle {
    QString family; ///< of the text; empty: the serif that ships with Assay
    double points = 12; ///< size of the text, 7 to 40
    double columnEms = 33; ///< widest column over the size of the text: 33 is about 66 letters
    double leading = 1.18; ///< line pitch over the font's own

    bool operator==(const ReadingStyle&) const = default;
};

inline constexpr double smallestPoints = 7;
inline constexpr double largestPoints = 40;

} // namespace assay
