// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/ran.h"

#include "tests/torture/torture.h"

#include <QElapsedTimer>

#include <cstdlib>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace assay::torture {

using namespace Qt::StringLiterals;

Ran run(const QStringList& arguments, const QString& folder, const QByteArray& program, int seconds,
    const QString& input)
{
    const QByteArray log = (folder + u"/stderr"_s).toLocal8Bit();
    QList<QByteArray> words{ program };
    for (const QString& argument : arguments)
        words.append(argument.toLocal8Bit());
    std::vector<char*> raw;
    for (QByteArray& word : words)
        raw.push_back(word.data());
    raw.push_back(nullptr);
    QElapsedTimer timer;
    timer.start();
    const pid_t child = fork();
    if (child == 0) {
        setenv("XDG_DATA_HOME", qPrintable(folder + u"/data"_s), 1);
        freopen("/dev/null", "w", stdout);
        if (!input.isEmpty())
            freopen(qPrintable(input), "r", stdin);
        freopen(log.constData(), "w", stderr);
        const rlimit patience{ static_cast<rlim_t>(seconds), static_cast<rlim_t>(seconds) };
        setrlimit(RLIMIT_CPU, &patience);
        execv(raw[0], raw.data());
        _exit(127);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    Ran ran;
    ran.seconds = static_cast<double>(timer.elapsed()) / 1000;
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    ran.memory = used.ru_maxrss * 1024;
    ran.said = fileBytes(QString::fromLocal8Bit(log));
    return ran;
}

} // namespace assay::torture
