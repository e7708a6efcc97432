// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importprocess.h"

#include "models/import/worker/frames.h"

#include <QCborArray>
#include <QCborValue>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

namespace assay {

using namespace Qt::StringLiterals;

/// Longest that one file may take, in milliseconds of the clock on the wall.
static constexpr int wallTime = 20'000;
/// Largest resident memory of an import process, in bytes.
static constexpr qint64 largestMemory = 1024LL * 1024 * 1024;

static QString say(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

ImportProcess::ImportProcess() = default;

ImportProcess::~ImportProcess()
{
    stop();
}

QString ImportProcess::program()
{
    const QDir here(QCoreApplication::applicationDirPath());
    for (const QString& path : { u"assay-import"_s, u"../libexec/assay-import"_s,
             u"../app/assay-import"_s, u"../../app/assay-import"_s }) {
        if (QFileInfo(here.filePath(path)).isExecutable())
            return here.filePath(path);
    }
    return u"assay-import"_s;
}

bool ImportProcess::start()
{
    if (m_process && m_process->state() == QProcess::Running)
        return true;
    m_process = std::make_unique<QProcess>();
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->start(program(), {});
    return m_process->waitForStarted();
}

void ImportProcess::stop()
{
    if (!m_process)
        return;
    m_process->closeWriteChannel();
    m_process->kill();
    m_process->waitForFinished(1000);
    m_process.reset();
}

/// Resident memory of a process, in bytes; 0 where the system does not tell.
static qint64 residentMemory(qint64 process)
{
    QFile file(u"/proc/%1/statm"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

/// Waits for the answer in short steps, each of which looks at the memory the process has.
Expected<QByteArray> ImportProcess::receive()
{
    const QDeadlineTimer deadline(wallTime);
    QByteArray received;
    while (true) {
        received += m_process->readAllStandardOutput();
        if (received.size() >= 4) {
            const quint32 length = frameLength(received.constData());
            if (length > largestAnswer)
                return fail(say("It has too much text for one article."));
            if (received.size() >= qsizetype(length) + 4)
                return received.sliced(4, length);
        }
        if (deadline.hasExpired())
            return fail(say("Reading it takes longer than a file may take."));
        if (residentMemory(m_process->processId()) > largestMemory)
            return fail(say("Reading it takes more memory than a file may have."));
        if (m_process->bytesToWrite() > 0)
            m_process->waitForBytesWritten(50);
        else
            m_process->waitForReadyRead(100);
        if (m_process->state() != QProcess::Running && m_process->bytesAvailable() == 0) {
            const bool late = m_process->exitStatus() == QProcess::CrashExit
                && m_process->exitCode() == 24; // SIGXCPU
            return fail(late ? say("Reading it takes longer than a file may take.")
                             : say("It is damaged in a way that cannot be read past."),
                u"signal %1"_s.arg(m_process->exitCode()));
        }
    }
}

Expected<QByteArray> ImportProcess::ask(const QByteArray& request)
{
    if (!start())
        return fail(say("The program that reads files, %1, does not start.").arg(program()),
            m_process->errorString());
    m_process->write(frameHeader(request));
    m_process->write(request);
    Expected<QByteArray> answer = receive();
    if (!answer)
        stop();
    return answer;
}

Expected<SourceDocument> ImportProcess::read(const SourceFile& file)
{
    const Expected<QByteArray> answer = ask(encodeRequest(file));
    return answer ? decodeDocument(*answer) : std::unexpected(answer.error());
}

Expected<PlacedWords> ImportProcess::words(const QByteArray& pdf)
{
    const Expected<QByteArray> answer
        = ask(encodeRequest({ pdf, {}, {}, SourceFile::Wanted::Words, {} }));
    if (!answer)
        return std::unexpected(answer.error());
    if (const QString problem = findingIn(*answer); !problem.isEmpty())
        return fail(problem);
    return decodeWords(*answer);
}

Expected<QByteArray> ImportProcess::marked(const QByteArray& pdf, const QByteArray& marks)
{
    const Expected<QByteArray> answer
        = ask(encodeRequest({ pdf, {}, {}, SourceFile::Wanted::Marked, marks }));
    if (!answer)
        return std::unexpected(answer.error());
    if (const QString problem = findingIn(*answer); !problem.isEmpty())
        return fail(problem);
    return answer;
}

QStringList ImportProcess::suffixes()
{
    QStringList all;
    if (const Expected<QByteArray> answer = ask({})) {
        for (const QCborValue& each : QCborValue::fromCbor(*answer).toArray())
            all.append(each.toString());
    }
    return all;
}

} // namespace assay
