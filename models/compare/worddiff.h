// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace assay {

/// A stretch of the difference of two sentences: in both, in the first only, in the second only.
struct DiffPart {
    enum Kind : quint8 { Same, Removed, Added } kind = Same;
    QString text; ///< with the blanks behind it; of the first sentence where both have it

    bool operator==(const DiffPart&) const = default;
};

/// How the second sentence differs from the first, word by word; words of one stem count as the
/// same. Joined, the same and removed parts give the first sentence back, the same (but for the
/// form of their words) and added ones the second.
QList<DiffPart> wordDiff(const QString& a, const QString& b, const QString& language);

} // namespace assay
