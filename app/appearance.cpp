// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearance.h"

#include "app/session.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QSettings>
#include <QStyleHints>

namespace assay {

using namespace Qt::StringLiterals;

Expected<Theme> applyChosenTheme()
{
    QString name = QSettings().value("window/theme"_L1, u"desktop"_s).toString();
    if (name == "desktop"_L1) {
        const bool dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
        name = dark ? u"dark"_s : u"light"_s;
    }
    Expected<Theme> theme = Theme::load(name);
    if (theme) {
        const QFont words = sansFont(9.75 * session::interfaceScale());
        QApplication::setFont(words);
        qApp->setPalette(paletteOf(*theme));
        qApp->setStyleSheet(styleSheetOf(*theme, words.pointSizeF()));
    }
    return theme;
}

} // namespace assay
