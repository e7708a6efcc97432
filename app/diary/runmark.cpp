// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diary/runmark.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QUuid>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// The lock tells whether the program still runs, also where another one has its number by now.
static std::unique_ptr<QLockFile> lockAt(const QString& path)
{
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    lock->setStaleLockTime(0); // a window may be open for weeks
    return lock;
}

RunMark::RunMark(const QString& folder)
    : m_started(QDateTime::currentDateTimeUtc())
{
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    m_path = folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_lock = lockAt(m_path);
    if (m_lock->tryLock(0))
        write();
    else
        m_lock.reset();
}

RunMark::~RunMark()
{
    if (m_lock)
        QFile::remove(m_path + u".run"_s);
}

void RunMark::setProject(const QString& path)
{
    m_project = path;
    if (m_lock)
        write();
}

void RunMark::write()
{
    QFile file(m_path + u".run"_s);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(m_started.toString(Qt::ISODateWithMs).toUtf8() + '\n' + m_project.toUtf8());
}

QList<BrokenRun> RunMark::takeBroken(const QString& folder)
{
    QList<BrokenRun> broken;
    const QStringList names = QDir(folder).entryList({ u"*.run"_s }, QDir::Files);
    for (const QString& name : names) {
        const QString path = folder + u'/' + name;
        const std::unique_ptr<QLockFile> lock = lockAt(path.chopped(4));
        if (!lock->tryLock(0))
            continue;
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            const QList<QByteArray> lines = file.read(1 << 16).split('\n');
            broken.append({ QString::fromUtf8(lines.value(1)),
                QDateTime::fromString(QString::fromUtf8(lines.value(0)), Qt::ISODateWithMs) });
        }
        file.remove();
    }
    std::sort(broken.begin(), broken.end(),
        [](const BrokenRun& a, const BrokenRun& b) { return a.started < b.started; });
    return broken;
}

} // namespace assay
