// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/check.h"
#include "tests/fixtures.h"

#include <QJsonObject>
#include <QRandomGenerator>

namespace assay::torture {

/// What a rig was asked for.
struct Task {
    bool isShort = false; ///< the form for continuous integration
    QString fault; ///< planted to see the rig find something; empty: none
    quint32 seed = 1;
    int seconds = 3600; ///< how long the soak lasts in full
};

/// What a rig found. It holds when `broken` is empty.
struct Result {
    QJsonObject figures;
    QStringList broken;

    void expect(bool good, const QString& what)
    {
        if (!good)
            broken.append(what);
    }
};

Result kill(const Task& task);
Result power(const Task& task);
Result io(const Task& task);
Result merge(const Task& task);
Result fold(const Task& task);
Result migrate(const Task& task);
Result corrupt(const Task& task);
Result destroy(const Task& task);
Result crowd(const Task& task);
Result hostile(const Task& task);
Result forge(const Task& task);
Result sandbox(const Task& task);
Result rollback(const Task& task);
Result soak(const Task& task);
Result scale(const Task& task);
Result repeat(const Task& task);
/// The window that the kill rig starts and kills: works by keys and says what was shown as saved.
int killedWindow(int argc, char** argv);
/// That of the soak rig: PATH SECONDS SEED FAULT HEAP.
int soakedWindow(int argc, char** argv);
/// That of the repeat rig: PATH TIMES FAULT.
int repeatedWindow(int argc, char** argv);
/// One of the processes that the crowd rig starts: PATH WHO FIRST LAST.
int crowdMember(int argc, char** argv);
/// The fork server whose children the sandbox rig has try what they can.
int probedServer(int argc, char** argv);
/// Takes more memory than a program may, then crashes.
void hog();

/// A folder in memory, so that the disk's own speed does not matter.
std::unique_ptr<QTemporaryDir> fastFolder();
/// A project with two small articles and some tags, saved at `path`.
void makeProject(const QString& path);
/// Makes `count` random edits: tags, notes, splits, joins, kinds, titles, links, articles that come
/// and go, new texts, undo and redo.
void editAtRandom(Project& project, QRandomGenerator& random, int count);
/// Everything a person sees of a project, to be compared.
QStringList appearance(const Project& project);
/// Problems of the file as a check finds them, or why it does not open.
QStringList problemsOf(const QString& path);
/// Keys of all events in the file, as texts.
QSet<QString> eventKeys(const QString& path);
QString keyOf(const Event& event);
QByteArray fileBytes(const QString& path);
void writeFile(const QString& path, const QByteArray& bytes);

} // namespace assay::torture
