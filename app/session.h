// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"
#include "views/reader/readingstyle.h"

#include <QStringList>

namespace assay {

class Reader;

/// What the program remembers between two runs: window, recent projects, who reviews, and for each
/// project what was open where. Kept in the person's settings, never in a project.
namespace session {

/// The person's profile: made from the system account at the first run.
struct Profile {
    ReviewerId id;
    QString name;
};
Profile profile();
void setProfileName(const QString& name);

/// Where snapshots and journals of projects are kept, a folder each, by their uuid.
QString copiesFolder();
/// Takes from everybody else the right to read settings, log and copies, which an earlier Assay may
/// have left open.
void keepToOneself();

QStringList recentProjects(); ///< the latest first
/// Where the latest project lies that is still there; else the person's home.
QString projectsFolder();
void rememberProject(const QString& path);
void forgetProject(const QString& path);

/// How articles are read, and how large the window's own words are (1: as designed, to 2).
ReadingStyle readingStyle();
void setReadingStyle(const ReadingStyle& style);
double interfaceScale();
void setInterfaceScale(double scale);
/// "en", "de" ..., or empty for the desktop's.
QString language();
void setLanguage(const QString& language);
/// Where the program keeps files of the person's: copies of projects, cue definitions (in
/// "syntax"), the log. Empty where the system has no place for it.
QString ownFolder();
/// Takes over settings that lie where they did when they named no organization.
void adoptOldSettings();

/// Article, unit and scroll place of one reader.
struct ReaderPlace {
    ArticleId article;
    qsizetype unit = -1;
    std::pair<qsizetype, int> scroll{ -1, 0 };
};
ReaderPlace placeOf(const Reader& reader);
void saveReader(const QString& project, int reader, const ReaderPlace& place);
ReaderPlace loadReader(const QString& project, int reader);

} // namespace session
} // namespace assay
