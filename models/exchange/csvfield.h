// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace assay {

/// A field as RFC 4180 wants it, in UTF-8. A leading apostrophe keeps spreadsheets from running
/// text as a formula, also behind blanks, in full-width letters, and behind what may part cells.
inline QByteArray csvField(QString text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    if (!text.isEmpty()
        && (QStringView(u"\t\r\n").contains(text.front())
            || (!trimmed.isEmpty()
                && QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20").contains(trimmed.front()))))
        text.prepend(u'\'');
    // Where a semicolon or a tab parts the cells, what stands behind one begins a cell, too.
    static const QRegularExpression cell(
        QStringLiteral("([;\\t]\\s*)(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])"));
    text.replace(cell, QStringLiteral("\\1'"));
    if (text.contains(u'"') || text.contains(u';') || text.contains(u'\t') || text.contains(u',')
        || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text.toUtf8();
}

} // namespace assay
