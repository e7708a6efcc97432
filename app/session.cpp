// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "models/storage/datafolder.h"

#include "views/reader/reader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

namespace assay::session {

using namespace Qt::StringLiterals;

static QString accountName()
{
    if (const passwd* account = getpwuid(getuid())) {
        const QString full
            = QString::fromLocal8Bit(account->pw_gecos).section(u',', 0, 0).trimmed();
        return full.isEmpty() ? QString::fromLocal8Bit(account->pw_name) : full;
    }
    return u"Reviewer"_s;
}

Profile profile()
{
    QSettings settings;
    Profile profile{ ReviewerId::fromString(settings.value("reviewer/id"_L1).toString()),
        settings.value("reviewer/name"_L1).toString() };
    if (profile.id.isNull()) {
        profile = { ReviewerId::create(), accountName() };
        settings.setValue("reviewer/id"_L1, profile.id.toString());
        settings.setValue("reviewer/name"_L1, profile.name);
    }
    return profile;
}

void setProfileName(const QString& name)
{
    QSettings().setValue("reviewer/name"_L1, name);
}

QString copiesFolder()
{
    const QString own = ownFolder();
    return own.isEmpty() ? QString() : own + u"/projects"_s;
}

void keepToOneself()
{
    if (const QString own = ownFolder(); !own.isEmpty())
        narrowFolder(own);
    narrowFolder(QFileInfo(QSettings().fileName()).path());
}

QStringList recentProjects()
{
    return QSettings().value("recent"_L1).toStringList();
}

QString projectsFolder()
{
    for (const QString& path : recentProjects()) {
        if (QFileInfo::exists(path))
            return QFileInfo(path).path();
    }
    return QDir::homePath();
}

void rememberProject(const QString& path)
{
    QStringList recent = recentProjects();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    QSettings().setValue("recent"_L1, recent.first(std::min<qsizetype>(recent.size(), 10)));
}

void forgetProject(const QString& path)
{
    QStringList recent = recentProjects();
    recent.removeAll(QFileInfo(path).absoluteFilePath());
    QSettings().setValue("recent"_L1, recent);
}

ReadingStyle readingStyle()
{
    const QSettings settings;
    const ReadingStyle first;
    return { settings.value("reader/family"_L1).toString(),
        settings.value("reader/zoom"_L1, first.points).toDouble(),
        settings.value("reader/column"_L1, first.columnEms).toDouble(),
        settings.value("reader/leading"_L1, first.leading).toDouble() };
}

void setReadingStyle(const ReadingStyle& style)
{
    QSettings settings;
    settings.setValue("reader/family"_L1, style.family);
    settings.setValue("reader/zoom"_L1, style.points);
    settings.setValue("reader/column"_L1, style.columnEms);
    settings.setValue("reader/leading"_L1, style.leading);
}

double interfaceScale()
{
    return std::clamp(QSettings().value("window/scale"_L1, 1.0).toDouble(), 0.8, 2.0);
}

void setInterfaceScale(double scale)
{
    QSettings().setValue("window/scale"_L1, scale);
}

QString language()
{
    return QSettings().value("window/language"_L1).toString();
}

void setLanguage(const QString& language)
{
    QSettings().setValue("window/language"_L1, language);
}

QString ownFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return data.isEmpty() ? QString() : data + u'/' + QCoreApplication::applicationName();
}

void adoptOldSettings()
{
    const QString now = QSettings().fileName();
    QFileInfo before(QFileInfo(now).dir().filePath(u"../Unknown Organization/assay.conf"_s));
    if (QFileInfo::exists(now) || !before.exists())
        return;
    QDir().mkpath(QFileInfo(now).path());
    if (QFile::rename(before.filePath(), now))
        QDir().rmdir(before.path()); // where nothing else is in it
}

static QString keyOf(const QString& project, int reader)
{
    const QByteArray hash = QCryptographicHash::hash(
        QFileInfo(project).absoluteFilePath().toUtf8(), QCryptographicHash::Sha1);
    return u"projects/%1/reader%2"_s.arg(QString::fromLatin1(hash.toHex().first(16))).arg(reader);
}

ReaderPlace placeOf(const Reader& reader)
{
    return { reader.article(), reader.currentUnit(), reader.scrollPlace() };
}

void saveReader(const QString& project, int reader, const ReaderPlace& place)
{
    QSettings().setValue(keyOf(project, reader),
        QStringList{ place.article.toString(), QString::number(place.unit),
            QString::number(place.scroll.first), QString::number(place.scroll.second) });
}

ReaderPlace loadReader(const QString& project, int reader)
{
    const QStringList parts = QSettings().value(keyOf(project, reader)).toStringList();
    if (parts.size() != 4)
        return {};
    return { ArticleId::fromString(parts[0]), parts[1].toLongLong(),
        { parts[2].toLongLong(), parts[3].toInt() } };
}

} // namespace assay::session
