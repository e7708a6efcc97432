// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manualwindow.h"

#include "app/manual/manual.h"
#include "views/dialogs/card.h"

#include <QCoreApplication>

namespace assay {

void showManual(QWidget* window)
{
    showCard(QCoreApplication::translate("Manual", "Manual"), manual::html(), window);
}

} // namespace assay
