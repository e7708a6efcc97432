// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay {

/// A name that came with a file as the name of a new file: what stands behind the last slash,
/// without controls and leading dots, at most 120 UTF-16 units before its ending; `otherwise` where
/// nothing is left. Joined to a folder, it lies in it.
inline QString plainFileName(const QString& name, const QString& otherwise)
{
    constexpr qsizetype longest = 120;
    QString plain;
    for (const QChar c : name.sliced(name.lastIndexOf(u'/') + 1)) {
        if (c.category() != QChar::Other_Control && (c != u'.' || !plain.isEmpty()))
            plain += c;
    }
    const qsizetype dot = plain.lastIndexOf(u'.');
    const QString ending = dot > 0 && plain.size() - dot <= 8 ? plain.sliced(dot) : QString();
    plain.chop(ending.size());
    plain = plain.first(std::min(longest, plain.size())) + ending;
    return plain.isEmpty() ? otherwise : plain;
}

} // namespace assay
