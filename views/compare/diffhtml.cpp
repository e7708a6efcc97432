// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/diffhtml.h"

#include "models/compare/worddiff.h"

namespace assay {

using namespace Qt::StringLiterals;

QString diffAsHtml(const QString& a, const QString& b, const QString& language, const Theme& theme)
{
    QString html;
    for (const DiffPart& part : wordDiff(a, b, language)) {
        // The blank behind a word stays outside of its mark.
        const QString words = part.text.trimmed().toHtmlEscaped();
        if (part.kind == DiffPart::Same)
            html += words + u' ';
        else if (part.kind == DiffPart::Removed)
            html += u"<s style=\"background-color:%1\">%2</s> "_s.arg(theme.removed.name(), words);
        else
            html += u"<span style=\"background-color:%1\"><u>%2</u></span> "_s.arg(
                theme.added.name(), words);
    }
    return html;
}

} // namespace assay
