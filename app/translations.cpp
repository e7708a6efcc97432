// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include "models/base/englishplurals.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// All texts stand in one context: whoever asks, a text reads the same.
class OneContext final : public QTranslator {
public:
    using QTranslator::QTranslator;
    QString translate(
        const char*, const char* text, const char* disambiguation, int n) const override
    {
        return QTranslator::translate("Assay", text, disambiguation, n);
    }
};

} // namespace

static QString shown = u"en"_s;

static bool install(
    QTranslator* translator, const QLocale& locale, const QString& name, const QString& folder)
{
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
    QLocale::setDefault(locale); // numbers and dates too
    // Half a translation, of the toolkit's words alone, would be odd.
    if (install(new OneContext(qApp), locale, u"assay"_s, u":/translations"_s)) {
        shown = locale.name().section(u'_', 0, 0);
        install(new QTranslator(qApp), locale, u"qtbase"_s,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
}

QString shownLanguage()
{
    return shown;
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
