// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include "models/base/englishplurals.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

namespace assay {

using namespace Qt::StringLiterals;

static bool install(const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(qApp);
    if (translator->load(locale, name, u"_"_s, folder)
        && QCoreApplication::installTranslator(translator))
        return true;
    delete translator;
    return false;
}

void installTranslations(const QString& language)
{
    QCoreApplication::installTranslator(new EnglishPlurals(qApp));
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (locale.language() == QLocale::English || locale.language() == QLocale::C)
        return;
    if (!install(locale, u"assay"_s, u":/translations"_s))
        return; // half a translation, of the toolkit's words alone, would be odd
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

QStringList availableLanguages()
{
    QStringList all{ u"en"_s };
    const QStringList files
        = QDir(u":/translations"_s).entryList({ u"assay_*.qm"_s }, QDir::Files, QDir::Name);
    for (const QString& file : files)
        all.append(file.sliced(6).chopped(3));
    return all;
}

} // namespace assay
