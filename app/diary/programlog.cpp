// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diary/programlog.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMutex>
#include <QRegularExpression>

#include <memory>

namespace assay::programlog {

using namespace Qt::StringLiterals;

namespace {

constexpr int kept = 3;

/// What Qt's message handler writes to: a plain function, it has nothing else to find it by.
struct Sink {
    QMutex mutex;
    QFile file;
    qint64 most = 0;
    QtMessageHandler before = nullptr;
};

Sink& sink()
{
    static Sink only;
    return only;
}

QString numbered(const QString& path, int number)
{
    return number == 0 ? path : path + u'.' + QString::number(number);
}

bool open(QFile& file)
{
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
        return false;
    return file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void turnOver(Sink& to)
{
    const QString path = to.file.fileName();
    to.file.close();
    QFile::remove(numbered(path, kept - 1));
    for (int i = kept - 1; i > 0; --i)
        QFile::rename(numbered(path, i - 1), numbered(path, i));
    open(to.file);
}

void write(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    Sink& to = sink();
    const QMutexLocker lock(&to.mutex);
    static constexpr const char* names[] = { "debug", "warning", "error", "fatal", "info" };
    if (to.file.isOpen() && type != QtDebugMsg) {
        const QString line = QDateTime::currentDateTimeUtc().toString(Qt::ISODate) + u' '
            + QLatin1StringView(names[type]) + u' ' + told(message) + u'\n';
        to.file.write(line.toUtf8());
        to.file.flush();
        if (to.file.size() > to.most)
            turnOver(to);
    }
    if (to.before && type != QtInfoMsg)
        to.before(type, context, message);
}

} // namespace

QString told(const QString& message)
{
    static const QRegularExpression quoted(u"[“„»][^”“»«\n]*[”“«]"_s);
    QString line = message;
    line.replace(quoted, u"“…”"_s);
    return line.replace(u'\n', u" / "_s).replace(u'\r', u' ');
}

void start(const QString& folder, qint64 most)
{
    stop();
    Sink& to = sink();
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QMutexLocker lock(&to.mutex);
    to.most = most;
    to.file.setFileName(folder + u"/assay.log"_s);
    if (open(to.file))
        to.before = qInstallMessageHandler(&write);
}

void stop()
{
    Sink& to = sink();
    const QMutexLocker lock(&to.mutex);
    if (!to.file.isOpen())
        return;
    qInstallMessageHandler(to.before);
    to.before = nullptr;
    to.file.close();
}

QString path()
{
    Sink& to = sink();
    const QMutexLocker lock(&to.mutex);
    return to.file.isOpen() ? to.file.fileName() : QString();
}

} // namespace assay::programlog
