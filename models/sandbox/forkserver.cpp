// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sandbox/forkserver.h"

#include "models/base/background.h"
#include "models/sandbox/confinement.h"
#include "models/sandbox/frames.h"

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <malloc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

namespace assay {

namespace {

/// A message of one byte; `descriptor` is what came with it, or -1. False at the end.
bool receive(int control, int& descriptor)
{
    descriptor = -1;
    char byte = 0;
    iovec data{ &byte, 1 };
    alignas(cmsghdr) char space[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = space;
    message.msg_controllen = sizeof space;
    ssize_t got = 0;
    do
        got = recvmsg(control, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (got != 1)
        return false;
    if (const cmsghdr* header = CMSG_FIRSTHDR(&message);
        header && header->cmsg_type == SCM_RIGHTS && header->cmsg_len == CMSG_LEN(sizeof(int)))
        std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
    return true;
}

bool sendNumber(int control, qint32 number)
{
    return send(control, &number, sizeof number, MSG_NOSIGNAL) == sizeof number;
}

void closeFrom(unsigned first)
{
#ifdef __linux__
    if (syscall(SYS_close_range, first, ~0U, 0U) == 0)
        return;
#endif
    for (int descriptor = static_cast<int>(first); descriptor < 1024; ++descriptor)
        close(descriptor);
}

/// Makes room for what reading a document of that many bytes takes, in one call: a fresh process
/// pays for each page when it first touches it, which in a virtual machine costs more than all else
/// it does.
void prepareMemory(qsizetype request)
{
#ifdef __linux__
    constexpr qsizetype most = 48 << 20; // bytes
    const qsizetype room = std::clamp<qsizetype>(request * 16, 1 << 20, most);
    constexpr std::uintptr_t page = 4096;
    void* const block = std::malloc(static_cast<size_t>(room));
    if (!block)
        return;
    const auto from = (reinterpret_cast<std::uintptr_t>(block) + page - 1) & ~(page - 1);
    const auto to
        = (reinterpret_cast<std::uintptr_t>(block) + static_cast<size_t>(room)) & ~(page - 1);
    constexpr int populate = 23; // MADV_POPULATE_WRITE, Linux 5.14: an older one says no
    madvise(reinterpret_cast<void*>(from), to - from, populate);
    std::free(block); // stays with this process: see serveForks()
#else
    static_cast<void>(request);
#endif
}

/// The child's whole life.
[[noreturn]] void readOne(int descriptor, pid_t server, unsigned seconds, bool needsFilter,
    const std::function<QByteArray(const QByteArray&)>& answer)
{
    dup2(descriptor, 0);
    dup2(0, 3); // kept apart, so that nothing that a library prints gets among the frames
    dup2(1, 0); // standard output and error go nowhere already, and so does input
    closeFrom(4);
    if (!confine(seconds, server) && needsFilter)
        _exit(1); // rather not at all than with less than was said
    const std::optional<QByteArray> request = readFrame(3, largestRequest);
    if (request)
        prepareMemory(request->size());
    const bool done = request && writeFrame(3, answer(*request));
    _exit(done ? 0 : 1); // no destructors: they belong to the server
}

} // namespace

int serveForks(int control, unsigned seconds,
    const std::function<QByteArray(const QByteArray&)>& answer, const std::function<void()>& warmUp)
{
    stepBack(); // its children are at work while somebody is at the window
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    std::signal(SIGCHLD, SIG_DFL);
#ifdef __GLIBC__
    // What was freed is kept and used again, large blocks too: giving it back and taking it anew
    // costs more than it saves in a process that lives for one document.
    mallopt(M_MMAP_THRESHOLD, 64 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
    // Nothing of whoever started this program, not even by mistake.
    dup2(control, 3);
    control = 3;
    closeFrom(4);
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nothing < 0)
        return 1;
    for (const int standard : { 0, 1, 2 })
        dup2(nothing, standard);
    close(nothing);
    if (warmUp)
        warmUp();
    // A time zone that is named is read once, and not looked for at every date.
    setenv("TZ", ":/etc/localtime", 0);
    tzset();
    const Confinement layers = hideFiles();
    const QByteArray said = layers.toBytes();
    if (send(control, said.constData(), static_cast<size_t>(said.size()), MSG_NOSIGNAL)
        != said.size())
        return 1;
    const pid_t server = getpid();
    pid_t child = 0;
    const auto end = [&child] {
        int status = 0;
        if (child > 0) {
            kill(child, SIGKILL);
            waitpid(child, &status, 0);
            child = 0;
        }
        return status;
    };
    int descriptor = -1;
    while (receive(control, descriptor)) {
        const int status = end(); // never two at once
        if (descriptor < 0) {
            if (!sendNumber(control, status))
                break;
            continue;
        }
        child = fork();
        if (child == 0) {
            close(control);
            readOne(descriptor, server, seconds, layers.filter, answer);
        }
        close(descriptor);
        if (!sendNumber(control, child))
            break;
    }
    end();
    return 0;
}

} // namespace assay
