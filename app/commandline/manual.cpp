// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manual.h"

#include "app/commandline/console.h"

#include <QCoreApplication>

namespace assay::console {

using namespace Qt::StringLiterals;

int manualPages(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption(
        { u"format"_s, QCoreApplication::translate("Console", "markdown, html or man."),
            u"format"_s, u"markdown"_s });
    parser.addOption({ u"language"_s,
        QCoreApplication::translate("Console", "Two letters; man pages are English."), u"code"_s,
        u"en"_s });
    if (const std::optional<int> code = parse(parser, command(u"manual"_s), arguments))
        return *code;
    const QString format = parser.value(u"format"_s);
    if (format != "markdown"_L1 && format != "html"_L1 && format != "man"_L1) {
        complain(QCoreApplication::translate("Console", "There is no format “%1”.").arg(format));
        return WrongUsage;
    }
    const QString language = parser.value(u"language"_s);
    const QString text = format == "html"_L1 ? manual::html(language)
        : format == "man"_L1                 ? manual::manPage(QLatin1StringView(ASSAY_VERSION))
                                             : manual::markdown(language);
    return print(text.toUtf8()) ? Done : Failed;
}

} // namespace assay::console
