// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/diffhtml.h"

#include "models/compare/worddiff.h"

#include <QRegularExpression>

namespace assay {

using namespace Qt::StringLiterals;

QString diffAsHtml(const QString& a, const QString& b, const QString& language, const Theme& theme)
{
    QString html;
    for (const DiffPart& part : wordDiff(a, b, language)) {
        // The blank behind a word stays outside of its mark.
        QString words = part.text.trimmed().toHtmlEscaped();
        // A changed figure is what a reader must not miss.
        if (part.kind != DiffPart::Same) {
            static const QRegularExpression figure(u"(\\d[\\d.,:/–-]*(?:\\s?%)?)"_s);
            words.replace(figure, u"<b>\\1</b>"_s);
        }
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
