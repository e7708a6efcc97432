// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace assay {

/// Calls `use` with the part before the colon (empty where there is none) and each of the parts
/// behind it, line by line.
template <typename Use>
void forEachLine(const QString& text, const Use& use)
{
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const qsizetype colon = line.indexOf(u": ");
        QList<QStringView> parts;
        for (const QStringView part : line.sliced(colon < 0 ? 0 : colon + 2).tokenize(u','))
            parts.append(part.trimmed());
        use(colon < 0 ? QStringView() : line.first(colon), parts);
    }
}

} // namespace assay
