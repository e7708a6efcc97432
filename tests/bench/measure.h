// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/windowfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace assay::bench {

using namespace Qt::StringLiterals;

int benchCommit();
int benchMillion();
int benchMerge();
int benchWatchdog();
int benchCues();
int benchSearch();
int benchPalette();
int benchCompare();
int benchCompareLong();
int benchCompareHuge();
int benchIndex();
int benchRibbons();
int benchPdf();
int benchPdfShort();
int benchPdfThousand();
int benchPdfOriginal();
int benchPdfProject();

inline qreal percentile(QList<qreal> values, qreal share)
{
    std::sort(values.begin(), values.end());
    return values[std::min<qsizetype>(
        values.size() - 1, static_cast<qsizetype>(static_cast<qreal>(values.size()) * share))];
}

inline QJsonValue rounded(qreal value)
{
    return std::round(value * 100) / 100;
}

/// Prints the line. Returns the exit code: 1 when a goal was set and is not met.
inline int print(const QString& what, QJsonObject figures, std::optional<bool> met)
{
    figures[u"bench"_s] = what;
    if (met)
        figures[u"met"_s] = *met;
    std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    return met.value_or(true) ? 0 : 1;
}

/// Largest resident size so far of process `id`, in megabytes, without what it shares with other
/// programs' files.
inline qreal peakMegabytes(qint64 id)
{
    QFile status(u"/proc/%1/status"_s.arg(id));
    status.open(QIODevice::ReadOnly);
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return static_cast<qreal>(line.mid(6).trimmed().split(' ').first().toLongLong())
                / 1024.0;
    }
    return 0;
}

struct Start {
    qreal milliseconds = 0;
    qreal megabytes = 0;
};

/// Starts the real program and waits for `mark` on its standard error.
inline Start startProgram(const QStringList& arguments, const QByteArray& mark, const QString& home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"assay.timing.debug=true"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, home);
    environment.insert(u"XDG_DATA_HOME"_s, home);
    process.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    process.setReadChannel(QProcess::StandardError);
    process.start(QStringLiteral(ASSAY_PROGRAM), arguments);
    QByteArray said;
    while (!said.contains(mark) && timer.elapsed() < 20'000 && process.waitForReadyRead(20'000))
        said += process.readAllStandardError();
    const Start result{ static_cast<qreal>(timer.nsecsElapsed()) / 1e6,
        peakMegabytes(process.processId()) };
    process.kill();
    process.waitForFinished();
    return result;
}

inline Start medianStart(const QStringList& arguments, const QByteArray& mark, int runs)
{
    QTemporaryDir home;
    QList<qreal> times;
    QList<qreal> sizes;
    startProgram(arguments, mark, home.path());
    for (int i = 0; i < runs; ++i) {
        const Start run = startProgram(arguments, mark, home.path());
        times.append(run.milliseconds);
        sizes.append(run.megabytes);
    }
    return { percentile(times, 0.5), percentile(sizes, 0.5) };
}

} // namespace assay::bench
