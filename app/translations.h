// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace assay {

/// Installs the person's language and the plural forms of English beneath it. Call once, after the
/// application object is made and before anything is shown.
void installTranslations(const QString& language);
/// The language that the window speaks: one of availableLanguages().
QString shownLanguage();
/// Languages that ship with Assay: "en", "de" ...
QStringList availableLanguages();

} // namespace assay
