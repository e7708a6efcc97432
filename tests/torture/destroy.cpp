// SPDX-License-Identifier: GPL-3.0-or-later
// A project that is deleted, emptied, cut short, overwritten or holed: every acknowledged event
// comes back from what this computer keeps, through the program that a person would run.
#include "models/storage/recovery.h"
#include "tests/torture/torture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

/// Several sessions of work, each of which may end with a snapshot; the keys of all that was
/// acknowledged.
QSet<QString> work(const QString& path, const QString& copies, QRandomGenerator& random)
{
    QSet<QString> acknowledged;
    const int sessions = 1 + random.bounded(4);
    for (int session = 0; session < sessions; ++session) {
        Project project;
        project.storage().keepCopies(copies, random.bounded(2));
        project.setReviewer(ReviewerId::create(), u"Ann"_s);
        project.openNow(path, session ? Database::Mode::Existing : Database::Mode::New).value();
        editAtRandom(project, random, 5 + random.bounded(40));
        project.flush().value();
        acknowledged += eventKeys(path);
    }
    return acknowledged;
}

QString destroyFile(const QString& path, QRandomGenerator& random)
{
    QByteArray bytes = fileBytes(path);
    const int size = static_cast<int>(bytes.size());
    switch (random.bounded(6)) {
    case 0:
        QFile::remove(path);
        return u"deleted"_s;
    case 1:
        writeFile(path, {});
        return u"emptied"_s;
    case 2: {
        const int left = random.bounded(size);
        writeFile(path, bytes.first(left));
        return u"cut to %1 bytes"_s.arg(left);
    }
    case 3:
        for (int i = 0; i < 10; ++i)
            bytes.replace(random.bounded(size / 4096) * 4096, 4096, QByteArray(4096, '\0'));
        writeFile(path, bytes);
        return u"ten pages of zeros"_s;
    case 4:
        writeFile(path, "%PDF-1.7 this is something else altogether"_ba.repeated(2000));
        return u"overwritten by another file"_s;
    default:
        bytes.replace(0, 4096, QByteArray(4096, '\0'));
        writeFile(path, bytes);
        return u"without its first page"_s;
    }
}

} // namespace

Result destroy(const Task& task)
{
    Result result;
    QRandomGenerator random(task.seed);
    QHash<QString, int> kinds;
    qsizetype events = 0;
    qsizetype lost = 0;
    qint64 slowest = 0;
    const int trials = task.isShort ? 40 : 500;
    for (int trial = 0; trial < trials && result.broken.size() < 8; ++trial) {
        const auto folder = fastFolder();
        const QString path = folder->filePath(u"p.assay"_s);
        const QString copies = folder->filePath(u"assay/projects"_s);
        const QSet<QString> acknowledged = work(path, copies, random);
        const QString how = destroyFile(path, random);
        const QString where = u"trial %1, %2: "_s.arg(trial).arg(how);
        if (!task.fault.isEmpty()) { // the planted fault: the second record stops half-way
            for (const QString& id : QDir(copies).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                QFile journal(copies + u'/' + id + u"/journal.jsonl"_s);
                journal.resize(journal.size() / 2);
                forgetSnapshots(copies + u'/' + id);
            }
        }
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, folder->path());
        QProcess program;
        program.setProcessEnvironment(environment);
        QElapsedTimer timer;
        timer.start();
        program.start(QStringLiteral(ASSAY_PROGRAM), { u"check"_s, u"--repair"_s, path });
        program.waitForFinished();
        slowest = std::max(slowest, timer.elapsed());
        result.expect(program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0,
            where + QString::fromUtf8(program.readAllStandardError()).trimmed());
        const QSet<QString> missing = acknowledged - eventKeys(path);
        result.expect(missing.isEmpty(), where + u"%1 events are lost"_s.arg(missing.size()));
        ++kinds[how.section(u' ', 0, 0)];
        events += acknowledged.size();
        lost += missing.size();
    }
    result.figures
        = { { u"events"_s, events }, { u"lost"_s, lost }, { u"slowest_repair_ms"_s, slowest } };
    for (auto it = kinds.begin(); it != kinds.end(); ++it)
        result.figures[it.key()] = *it;
    return result;
}

} // namespace assay::torture
