// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/actions.h"
#include "app/desk.h"
#include "app/flows/backgroundtask.h"
#include "app/mainwindow.h"
#include "app/messagebar.h"
#include "models/base/englishplurals.h"
#include "tests/fixtures.h"
#include "views/reader/reader.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

namespace assay::test {

/// Settings of this test alone, fonts and translations as in the program.
inline void prepareApplication(const QString& settingsFolder)
{
    // A home of its own: another test program that runs meanwhile has its own copies and cues.
    qputenv("HOME", settingsFolder.toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settingsFolder);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("assay-test"));
    QCoreApplication::setApplicationName(QStringLiteral("assay-test"));
    static EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    QApplication::setStyle(QStringLiteral("fusion"));
    loadFonts();
    QApplication::setFont(sansFont(9.75));
}

inline void writeFile(const QString& path, const QString& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

/// The reader that keys go to, focused.
inline Reader* focusedReader(MainWindow& window)
{
    Reader* reader = window.desk()->activeReader();
    reader->setFocus();
    return reader;
}

} // namespace assay::test
