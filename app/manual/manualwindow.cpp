// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manualwindow.h"

#include "app/manual/manual.h"
#include "app/translations.h"
#include "views/dialogs/card.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace assay {

void showManual(QWidget* window)
{
    static const QRegularExpression style(QStringLiteral("<style>.*</style>"));
    showCard(QCoreApplication::translate("Manual", "Manual"),
        manual::html(shownLanguage()).remove(style), // the window has letters of its own
        window);
}

} // namespace assay
