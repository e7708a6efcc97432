// SPDX-License-Identifier: GPL-3.0-or-later
// What a foreign file's reader could do if the file took it over: a child of the real fork server,
// as an ordinary user, tries every system call there is, and those that would do harm with what
// they need to do it. Prints what got through.
#include "models/sandbox/confinedprocess.h"
#include "models/sandbox/forkserver.h"
#include "tests/torture/torture.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

constexpr int lastCall = 470; // of those that Linux 6.18 has
constexpr uid_t nobody = 65534;

/// What reading a document and answering may well do: bytes that are open, memory, time, the
/// process's own ids, signals and threads. Written without a look at the filter's own list.
QSet<QString> harmless()
{
    return { u"read"_s, u"readv"_s, u"pread64"_s, u"preadv"_s, u"preadv2"_s, u"write"_s,
        u"writev"_s, u"close"_s, u"close_range"_s, u"fstat"_s, u"lseek"_s, u"dup"_s, u"fcntl"_s,
        u"getdents64"_s, u"openat"_s, u"poll"_s, u"ppoll"_s, u"select"_s, u"pselect6"_s, u"mmap"_s,
        u"munmap"_s, u"mprotect"_s, u"mremap"_s, u"madvise"_s, u"brk"_s, u"msync"_s, u"mincore"_s,
        u"membarrier"_s, u"futex"_s, u"futex_waitv"_s, u"set_robust_list"_s, u"set_tid_address"_s,
        u"rseq"_s, u"clone"_s, u"sched_yield"_s, u"sched_getaffinity"_s, u"getcpu"_s,
        u"rt_sigaction"_s, u"rt_sigprocmask"_s, u"rt_sigreturn"_s, u"sigaltstack"_s,
        u"rt_sigtimedwait"_s, u"restart_syscall"_s, u"clock_gettime"_s, u"clock_getres"_s,
        u"clock_nanosleep"_s, u"nanosleep"_s, u"gettimeofday"_s, u"time"_s, u"times"_s,
        u"getrusage"_s, u"getpid"_s, u"getppid"_s, u"gettid"_s, u"getuid"_s, u"geteuid"_s,
        u"getgid"_s, u"getegid"_s, u"getrandom"_s, u"uname"_s, u"sysinfo"_s, u"exit"_s,
        u"exit_group"_s, u"prctl"_s, u"prlimit64"_s };
}

QByteArray outcome(long value)
{
    return value >= 0 ? QByteArray("done") : QByteArray("error ") + QByteArray::number(errno);
}

/// One thing that would do harm, with all that it needs. `victim` is a file that this user may
/// write.
QByteArray attempt(const QByteArray& name, const QByteArray& victim)
{
    const char* const file = victim.constData();
    const pid_t parent = getppid();
    if (name == "read a file")
        return outcome(open(file, O_RDONLY));
    if (name == "read passwords")
        return outcome(open("/etc/passwd", O_RDONLY));
    if (name == "write a file")
        return outcome(open(file, O_WRONLY));
    if (name == "make a file")
        return outcome(open((victim + ".new").constData(), O_WRONLY | O_CREAT, 0600));
    if (name == "look at a file") {
        struct stat of{};
        return outcome(syscall(SYS_newfstatat, AT_FDCWD, file, &of, 0));
    }
    if (name == "look at a file by its empty path") {
        struct stat of{};
        return outcome(syscall(SYS_newfstatat, AT_FDCWD, file, &of, AT_EMPTY_PATH));
    }
    if (name == "list a folder")
        return outcome(open("/home", O_RDONLY | O_DIRECTORY));
    if (name == "fchmodat2")
        return outcome(syscall(452, AT_FDCWD, file, 0777, 0));
    if (name == "lchown")
        return outcome(lchown(file, nobody, nobody));
    if (name == "utimensat")
        return outcome(utimensat(AT_FDCWD, file, nullptr, 0));
    if (name == "setxattr")
        return outcome(setxattr(file, "user.a", "b", 1, 0));
    if (name == "truncate")
        return outcome(truncate(file, 0));
    if (name == "unlink")
        return outcome(unlink(file));
    if (name == "tgkill")
        return outcome(syscall(SYS_tgkill, parent, parent, SIGTERM));
    if (name == "kill")
        return outcome(::kill(parent, SIGTERM));
    if (name == "pidfd")
        return outcome(syscall(SYS_pidfd_open, parent, 0));
    if (name == "limits of the parent") {
        const rlimit some{ 1, 1 };
        return outcome(prlimit(parent, RLIMIT_NOFILE, &some, nullptr));
    }
    if (name == "more memory") {
        const rlimit all{ RLIM_INFINITY, RLIM_INFINITY };
        return outcome(setrlimit(RLIMIT_AS, &all));
    }
    if (name == "shared memory")
        return outcome(syscall(SYS_shmget, 0x4173, 4096, 01600));
    if (name == "unshare")
        return outcome(syscall(SYS_unshare, 0x10000000));
    if (name == "fork")
        return outcome(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
    if (name == "start a program") {
        const char* const arguments[] = { "/bin/true", nullptr };
        return outcome(execv(arguments[0], const_cast<char* const*>(arguments)));
    }
    if (name == "network")
        return outcome(socket(AF_INET, SOCK_STREAM, 0));
    if (name == "local socket")
        return outcome(socket(AF_UNIX, SOCK_STREAM, 0));
    if (name == "ptrace")
        return outcome(syscall(SYS_ptrace, 16, parent, 0, 0));
    if (name == "other memory")
        return outcome(syscall(SYS_process_vm_readv, parent, nullptr, 0, nullptr, 0, 0));
    if (name == "io_uring")
        return outcome(syscall(SYS_io_uring_setup, 1, nullptr));
    if (name == "keys")
        return outcome(syscall(SYS_keyctl, 0, 0, 0, 0, 0));
    if (name == "terminal")
        return outcome(syscall(SYS_ioctl, 0, 0x5412, "x"));
    if (name == "descriptors") { // besides nothing (0 to 2) and the answer (3)
        int open = 0;
        for (int descriptor = 4; descriptor < 4096; ++descriptor)
            open += fcntl(descriptor, F_GETFD) >= 0;
        return open == 0 ? QByteArray("error 0") : QByteArray("done");
    }
    return "unknown";
}

const QByteArrayList& attempts()
{
    static const QByteArrayList all{ "read a file", "read passwords", "write a file", "make a file",
        "look at a file", "look at a file by its empty path", "list a folder", "fchmodat2",
        "lchown", "utimensat", "setxattr", "truncate", "unlink", "tgkill", "kill", "pidfd",
        "limits of the parent", "more memory", "shared memory", "unshare", "fork",
        "start a program", "network", "local socket", "ptrace", "other memory", "io_uring", "keys",
        "terminal", "descriptors" };
    return all;
}

QByteArray probe(const QByteArray& request)
{
    if (request.startsWith("call ")) {
        const long no = -1;
        errno = 0;
        return outcome(syscall(request.sliced(5).toLong(), no, no, no, no, no, no));
    }
    if (request == "answer")
        return "answered";
    const qsizetype bar = request.indexOf('|');
    return attempt(request.first(bar), request.sliced(bar + 1));
}

} // namespace

int probedServer(int, char**)
{
    if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0))
        return 1;
    return serveForks(3, 5, &probe);
}

Result sandbox(const Task& task)
{
    Result result;
    const QTemporaryDir folder;
    QFile::setPermissions(folder.path(),
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther);
    const QString victim = folder.filePath(u"victim"_s);
    const auto restore = [&] {
        writeFile(victim, "somebody's own words");
        static_cast<void>(chown(qPrintable(victim), nobody, nobody));
        chmod(qPrintable(victim), 0644);
    };
    // Started by name alone: a script says which part of this program it is to be.
    const QString program = folder.filePath(u"server"_s);
    writeFile(program,
        "#!/bin/sh\nexec '" + QFile::encodeName(QCoreApplication::applicationFilePath())
            + "' probed-server\n");
    chmod(qPrintable(program), 0755);
    ConfinedProcess process(program);
    const Expected<Confinement> layers = process.confinement();
    result.expect(layers && layers->filter, u"no filter here"_s);
    if (!layers)
        return result;
    const auto ask = [&](const QByteArray& request) -> QByteArray {
        if (!task.fault.isEmpty()) { // planted: a child that nothing keeps from anything
            int ends[2];
            if (pipe(ends) != 0)
                return {};
            const pid_t child = fork();
            if (child == 0) {
                if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0))
                    _exit(1);
                const QByteArray said = probe(request);
                static_cast<void>(
                    write(ends[1], said.constData(), static_cast<size_t>(said.size())));
                _exit(0);
            }
            close(ends[1]);
            char said[64] = {};
            static_cast<void>(read(ends[0], said, sizeof said - 1));
            close(ends[0]);
            waitpid(child, nullptr, 0);
            return QByteArray(said);
        }
        const Expected<QByteArray> answer = process.ask(request);
        return answer ? *answer : "ended " + answer.error().detail.toLatin1();
    };
    result.expect(ask("answer") == "answered", u"it does not even answer"_s);
    // Each harm, with all that it needs.
    int harms = 0;
    QJsonArray done;
    for (const QByteArray& name : attempts()) {
        if (!task.fault.isEmpty() && (name.contains("kill") || name == "limits of the parent"))
            continue; // without a sandbox, it would be this rig's end
        restore();
        const QByteArray answer = ask(name + '|' + QFile::encodeName(victim));
        const bool isHarm = answer == "done"
            // Without Landlock files can be read; that is told, and nothing can be sent.
            && (layers->landlock > 0 || !(name.startsWith("read") || name.startsWith("list")));
        result.expect(!isHarm, u"done: "_s + QString::fromLatin1(name));
        result.expect(answer != "unknown", QString::fromLatin1(name));
        harms += isHarm;
        if (isHarm)
            done.append(QString::fromLatin1(name));
        result.expect(fileBytes(victim) == "somebody's own words" || isHarm,
            u"a file was changed: "_s + QString::fromLatin1(name));
    }
    // Every call there is.
    int refused = 0;
    int deadly = 0;
    QJsonArray through;
    QJsonArray unexpected;
    const QSet<QString> fine = harmless();
    for (int call = 0; call <= lastCall && task.fault.isEmpty(); ++call) {
        char* const known = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, call);
        const QString name = known ? QString::fromLatin1(known) : u"call %1"_s.arg(call);
        std::free(known);
        if (name == "exit"_L1 || name == "exit_group"_L1 || name == "rt_sigreturn"_L1
            || name == "restart_syscall"_L1)
            continue; // which do not come back
        const QByteArray answer = ask("call " + QByteArray::number(call));
        // Linux lets these two pass every filter: they do nothing but where the kernel itself put a
        // probe into a program, and end the process elsewhere.
        constexpr int uretprobe = 335;
        constexpr int uprobe = 336;
        if (call == uretprobe || call == uprobe) {
            result.expect(answer == "ended signal 4" || answer.startsWith("error "),
                name + u": "_s + QString::fromLatin1(answer));
            continue;
        }
        if (answer.startsWith("ended")) {
            ++deadly;
            result.expect(answer.contains("signal 31"), // SIGSYS
                name + u": "_s + QString::fromLatin1(answer));
        } else if (answer == "error " + QByteArray::number(ENOSYS)
            || answer == "error " + QByteArray::number(EACCES)) {
            ++refused;
        } else {
            through.append(name);
            if (!fine.contains(name))
                unexpected.append(name);
            result.expect(
                fine.contains(name), name + u" got through: "_s + QString::fromLatin1(answer));
        }
    }
    result.figures = { { u"landlock"_s, layers->landlock }, { u"harms_tried"_s, attempts().size() },
        { u"harms_done"_s, done }, { u"calls_through"_s, through },
        { u"calls_through_unexpected"_s, unexpected }, { u"calls_refused"_s, refused },
        { u"calls_deadly"_s, deadly } };
    return result;
}

} // namespace assay::torture
