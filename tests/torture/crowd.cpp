// SPDX-License-Identifier: GPL-3.0-or-later
// Four processes on one project, each with edits of its own, one killed now and then and started
// again: nobody's edit fails or is lost, and each sees the others' within a second.
#include "tests/torture/torture.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace assay::torture {

using namespace Qt::StringLiterals;

static constexpr int crowdSize = 4;

/// An edit's note names who made it, which one it was and when, so that those who see it can tell
/// how long that took.
static QString wordsOf(int who, int number)
{
    return u"%1 %2 %3"_s.arg(who).arg(number).arg(QDateTime::currentMSecsSinceEpoch());
}

/// One of the crowd. Says "saved WHO NUMBER" once an edit is on the disk, "saw MS" for each of the
/// others', "failed WHY", and goes on listening until its input ends.
int crowdMember(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QString path = QString::fromLocal8Bit(argv[2]);
    const int who = QByteArray(argv[3]).toInt();
    const int first = QByteArray(argv[4]).toInt();
    const int last = QByteArray(argv[5]).toInt();
    const auto say = [](const QString& line) {
        std::printf("%s\n", qPrintable(line));
        std::fflush(stdout);
    };
    Project project;
    project.setReviewer(ReviewerId{ QUuid::createUuidV5(QUuid(), QByteArray::number(who)) },
        u"Reviewer %1"_s.arg(who));
    if (const Expected<void> opened = project.openNow(path); !opened) {
        say(u"failed "_s + opened.error().message);
        return 1;
    }
    QObject::connect(&project, &Project::received, &project, [&](const QList<Event>& events) {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        for (const Event& event : events) {
            const QStringList words = event.change.text.split(u' ');
            if (event.change.kind == EventKind::Note && words.size() == 3
                && words[0].toInt() != who)
                say(u"saw %1"_s.arg(now - words[2].toLongLong()));
        }
    });
    QString shown; // an error is said once
    QObject::connect(&project, &Project::saveStateChanged, &project, [&] {
        if (project.saveError() && shown != project.saveError()->detail) {
            shown = project.saveError()->detail;
            say(u"failed %1 %2"_s.arg(project.saveError()->message, shown));
        }
    });
    const ArticleId article = project.state().articles().at(1);
    QRandomGenerator random(static_cast<quint32>(who * 100'000 + first));
    for (int number = first; number <= last; ++number) {
        const qsizetype units = project.state().article(article)->units().size();
        const auto unit = random.bounded(static_cast<int>(units));
        if (!project.edit({ test::textChange(
                project, article, unit, EventKind::Note, wordsOf(who, number)) })) {
            say(u"failed to edit"_s);
            return 1;
        }
        while (project.unsaved() > 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        say(u"saved %1 %2"_s.arg(who).arg(number));
        // A person, however quick, leaves the disk to others now and then.
        QEventLoop rest;
        QTimer::singleShot(random.bounded(6), &rest, &QEventLoop::quit);
        rest.exec();
    }
    say(u"done"_s);
    QEventLoop listening;
    QTimer ended;
    ended.callOnTimeout(&listening, [&] {
        if (getppid() == 1)
            listening.quit();
    });
    ended.start(200);
    return listening.exec();
}

namespace {

struct Member {
    std::unique_ptr<QProcess> process;
    int saved = 0; ///< the number of its last acknowledged edit
    bool done = false;
};

struct Heard {
    QSet<QString> acknowledged;
    std::vector<qint64> delays; ///< ms from an edit to its being seen by another
    QStringList failures;
};

void start(Member& member, const QString& path, int who, int edits)
{
    member.process = std::make_unique<QProcess>();
    member.process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    member.process->start(QCoreApplication::applicationFilePath(),
        { u"crowd-member"_s, path, QString::number(who), QString::number(member.saved + 1),
            QString::number(edits) });
    member.process->waitForStarted();
}

void listen(Member& member, Heard& heard)
{
    member.process->waitForReadyRead(1);
    while (member.process->canReadLine()) {
        const QString line = QString::fromUtf8(member.process->readLine()).trimmed();
        if (line.startsWith("saved "_L1)) {
            member.saved = line.section(u' ', 2).toInt();
            heard.acknowledged.insert(line.sliced(6));
        } else if (line.startsWith("saw "_L1)) {
            heard.delays.push_back(line.sliced(4).toLongLong());
        } else if (line.startsWith("failed"_L1)) {
            heard.failures.append(line);
        } else if (line == "done"_L1) {
            member.done = true;
        }
    }
}

} // namespace

Result crowd(const Task& task)
{
    Result result;
    const auto folder = fastFolder();
    const QString path = folder->filePath(u"p.assay"_s);
    makeProject(path);
    const int edits = task.isShort ? 250 : 2500;
    QRandomGenerator random(task.seed);
    std::array<Member, crowdSize> members;
    Heard heard;
    int kills = 0;
    for (int who = 0; who < crowdSize; ++who)
        start(members[static_cast<size_t>(who)], path, who, edits);
    QElapsedTimer sinceKill;
    sinceKill.start();
    QElapsedTimer all;
    all.start();
    const auto busy = [](const Member& member) { return !member.done; };
    while (std::any_of(members.begin(), members.end(), busy) && all.elapsed() < 900'000) {
        for (Member& member : members)
            listen(member, heard);
        if (sinceKill.elapsed() < (task.isShort ? 900 : 3000))
            continue;
        sinceKill.restart();
        const int who = random.bounded(crowdSize);
        Member& member = members[static_cast<size_t>(who)];
        if (member.done)
            continue;
        ::kill(static_cast<pid_t>(member.process->processId()), SIGKILL);
        member.process->waitForFinished();
        listen(member, heard);
        ++kills;
        start(member, path, who, edits);
    }
    QElapsedTimer last; // what was written last is still to be seen
    last.start();
    while (last.elapsed() < 1200) {
        for (Member& member : members)
            listen(member, heard);
    }
    for (Member& member : members) {
        result.expect(member.done, u"one of the crowd never came to an end"_s);
        member.process->kill();
        member.process->waitForFinished();
    }
    for (const QString& failure : std::as_const(heard.failures))
        result.expect(false, failure);
    QSet<QString> there;
    {
        const auto store = Store::open(path, Database::Mode::Peek);
        const auto events = store ? (*store)->events() : std::unexpected(store.error());
        for (const Event& event : events ? *events : QList<Event>())
            there.insert(event.change.text.section(u' ', 0, 1));
    }
    if (!task.fault.isEmpty())
        there.remove(u"2 %1"_s.arg(edits / 2)); // the planted fault: one edit is not there
    const qsizetype lost = (heard.acknowledged - there).size();
    result.expect(lost == 0, u"%1 acknowledged edits are lost"_s.arg(lost));
    for (const QString& problem : problemsOf(path))
        result.expect(false, problem);
    std::sort(heard.delays.begin(), heard.delays.end());
    const auto share = [&](double part) {
        const auto at = static_cast<size_t>(part * static_cast<double>(heard.delays.size() - 1));
        return heard.delays.empty() ? -1 : heard.delays[at];
    };
    result.expect(heard.delays.size() > static_cast<size_t>(edits) * 3,
        u"only %1 edits were seen by others"_s.arg(heard.delays.size()));
    result.expect(share(1) <= 1000, u"one edit took %1 ms to be seen"_s.arg(share(1)));
    result.figures = { { u"edits"_s, heard.acknowledged.size() }, { u"kills"_s, kills },
        { u"failures"_s, heard.failures.size() }, { u"lost"_s, lost },
        { u"seen"_s, static_cast<qint64>(heard.delays.size()) }, { u"seen_p50_ms"_s, share(.5) },
        { u"seen_p99_ms"_s, share(.99) }, { u"seen_max_ms"_s, share(1) } };
    return result;
}

} // namespace assay::torture
