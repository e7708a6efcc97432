// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sandbox/confinedprocess.h"

#include "models/sandbox/forkserver.h"
#include "models/sandbox/frames.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace assay {

using namespace Qt::StringLiterals;

/// Longest that one document may take, in milliseconds of the clock on the wall.
static constexpr int wallTime = 20'000;
/// Longest that the server may take to load, or to fork.
static constexpr int startTime = 10'000;
/// How often the child's memory is looked at while it works, in milliseconds.
static constexpr int watchRest = 50;

static QString say(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

/// Two ends that are connected, closed in every program that is started. False when there are none.
static bool makePair(int ends[2])
{
    return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0;
}

/// Reads exactly that many bytes; false at the end or after `milliseconds`.
static bool readExactly(int socket, char* to, qsizetype length, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    for (qsizetype done = 0; done < length;) {
        pollfd wait{ socket, POLLIN, 0 };
        const int ready = poll(&wait, 1, static_cast<int>(deadline.remainingTime()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return false;
        const ssize_t got = recv(socket, to + done, static_cast<size_t>(length - done), 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += got;
    }
    return true;
}

/// A message of one byte to the server, with a descriptor or (-1) without.
static bool sendMessage(int control, int descriptor)
{
    char byte = 'c';
    iovec data{ &byte, 1 };
    alignas(cmsghdr) char space[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    if (descriptor >= 0) {
        message.msg_control = space;
        message.msg_controllen = sizeof space;
        cmsghdr* header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    }
    return sendmsg(control, &message, MSG_NOSIGNAL) == 1;
}

ConfinedProcess::ConfinedProcess(const QString& program)
    : m_program(program)
{
}

ConfinedProcess::~ConfinedProcess()
{
    stop();
}

Expected<void> ConfinedProcess::start()
{
    if (m_control >= 0)
        return {};
    int ends[2];
    const auto failed = [this](int cause) {
        stop();
        return fail(say("The program that reads files, %1, does not start.").arg(m_program),
            qt_error_string(cause));
    };
    if (!makePair(ends))
        return failed(errno);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions, 0, 1);
    posix_spawn_file_actions_adddup2(&actions, 0, 2);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // A group of its own: Ctrl-C in a terminal is for the command, which ends its server.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    const QByteArray path = QFile::encodeName(m_program);
    QByteArray name = path;
    char* arguments[] = { name.data(), nullptr };
    // All functions are found before the first fork, not by each child anew.
    QByteArrayList settings{ "LD_BIND_NOW=1" };
    for (char** each = environ; *each; ++each)
        settings.append(*each);
    QList<char*> environment;
    for (QByteArray& setting : settings)
        environment.append(setting.data());
    environment.append(nullptr);
    pid_t server = 0;
    const int problem = posix_spawnp(
        &server, path.constData(), &actions, &attributes, arguments, environment.data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    close(ends[1]);
    m_control = ends[0];
    if (problem != 0)
        return failed(problem);
    m_server = server;
    QByteArray layers(Confinement::encodedSize, '\0');
    if (!readExactly(m_control, layers.data(), layers.size(), startTime))
        return failed(0);
    m_confinement = Confinement::fromBytes(layers);
    return {};
}

void ConfinedProcess::stop()
{
    if (m_control >= 0)
        close(m_control);
    m_control = -1;
    if (m_server > 0) {
        const auto server = static_cast<pid_t>(m_server);
        kill(server, SIGKILL); // its child ends with it
        while (waitpid(server, nullptr, 0) < 0 && errno == EINTR) { }
    }
    m_server = 0;
}

Expected<Confinement> ConfinedProcess::confinement()
{
    return start().transform([this] { return m_confinement; });
}

/// Resident memory of a process, in bytes; 0 where the system does not tell.
static quint64 residentMemory(qint64 process)
{
    QFile file(u"/proc/%1/statm"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toULongLong()
        * static_cast<quint64>(sysconf(_SC_PAGESIZE));
}

/// Sends the request and takes the answer, both as they go, and looks at the memory meanwhile.
Expected<QByteArray> ConfinedProcess::converse(int socket, qint32 child, const QByteArray& request)
{
    fcntl(socket, F_SETFL, O_NONBLOCK);
    const QByteArray header = frameHeader(request);
    const qsizetype toSend = header.size() + request.size();
    qsizetype sent = 0;
    QByteArray received;
    qsizetype wanted = header.size();
    const QDeadlineTimer deadline(wallTime);
    QDeadlineTimer look(watchRest);
    while (true) {
        if (deadline.hasExpired())
            return fail(say("Reading it takes longer than a file may take."));
        if (look.hasExpired()) {
            if (residentMemory(child) > confinedMemory)
                return fail(say("Reading it takes more memory than a file may have."));
            look.setRemainingTime(watchRest);
        }
        pollfd wait{ socket, static_cast<short>(POLLIN | (sent < toSend ? POLLOUT : 0)), 0 };
        if (poll(&wait, 1, watchRest) < 0 && errno != EINTR)
            return fail(say("It is damaged in a way that cannot be read past."));
        if (wait.revents & POLLOUT) {
            const bool inHeader = sent < header.size();
            const QByteArray& from = inHeader ? header : request;
            const qsizetype at = inHeader ? sent : sent - header.size();
            const ssize_t put = send(
                socket, from.constData() + at, static_cast<size_t>(from.size() - at), MSG_NOSIGNAL);
            if (put > 0)
                sent += put;
            if (sent == toSend)
                shutdown(socket, SHUT_WR); // there is no second request
        }
        if (!(wait.revents & (POLLIN | POLLHUP | POLLERR)))
            continue;
        const qsizetype before = received.size();
        constexpr qsizetype step = 1 << 20; // bytes
        received.resize(std::min(wanted, before + step));
        const ssize_t got = recv(
            socket, received.data() + before, static_cast<size_t>(received.size() - before), 0);
        received.resize(before + std::max<qsizetype>(0, got));
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (got <= 0) // it ended
            return fail(say("It is damaged in a way that cannot be read past."));
        if (received.size() == header.size() && wanted == header.size()) {
            const quint32 length = frameLength(received.constData());
            if (length > largestAnswer)
                return fail(say("It has too much text for one article."));
            wanted += length;
        }
        if (received.size() == wanted && wanted >= header.size())
            return received.sliced(header.size());
    }
}

Expected<QByteArray> ConfinedProcess::ask(const QByteArray& request)
{
    // A server that was ended from outside is started anew, once.
    for (int attempt = 0;; ++attempt) {
        if (const Expected<void> started = start(); !started)
            return std::unexpected(started.error());
        int ends[2];
        if (!makePair(ends))
            return fail(say("The program that reads files, %1, does not start.").arg(m_program),
                qt_error_string(errno));
        qint32 child = -1;
        const bool forked = sendMessage(m_control, ends[1])
            && readExactly(m_control, reinterpret_cast<char*>(&child), sizeof child, startTime);
        close(ends[1]);
        if (!forked || child <= 0) {
            close(ends[0]);
            stop();
            if (attempt == 0)
                continue;
            return fail(say("The program that reads files, %1, does not start.").arg(m_program));
        }
        Expected<QByteArray> answer = converse(ends[0], child, request);
        close(ends[0]); // whatever else the child would say, nobody hears it
        qint32 status = 0;
        if (!sendMessage(m_control, -1)
            || !readExactly(
                m_control, reinterpret_cast<char*>(&status), sizeof status, startTime)) {
            stop();
            return answer;
        }
        if (!answer && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
            return fail(say("Reading it takes longer than a file may take."));
        if (!answer && answer.error().detail.isEmpty() && WIFSIGNALED(status))
            answer.error().detail = u"signal %1"_s.arg(WTERMSIG(status));
        return answer;
    }
}

} // namespace assay
