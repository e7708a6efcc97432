// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sandbox/confinement.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif
#include <vector>

#if defined(__SANITIZE_ADDRESS__)
#define ASSAY_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ASSAY_ADDRESS_SANITIZER 1
#endif
#endif

namespace assay {

#ifdef __linux__

namespace {

// Landlock's interface as the kernel documents it (Documentation/userspace-api/landlock.rst), here
// since headers are often older than kernels: rights are bits, and each version adds some.
struct LandlockRules {
    quint64 files = 0;
    quint64 network = 0;
    quint64 scopes = 0;
};
struct [[gnu::packed]] LandlockPath {
    quint64 allowed = 0;
    qint32 folder = -1;
};
constexpr unsigned landlockVersion = 1U; // flag: ask for the version
constexpr int landlockPathBeneath = 1;
constexpr quint64 readFile = 1U << 2U;
constexpr quint64 readFolder = 1U << 3U;

const std::vector<sock_filter>& filterProgram();

/// Everything of files that a kernel with that version of Landlock can refuse.
quint64 fileRights(int version)
{
    const int bits = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
    return (1ULL << bits) - 1;
}

} // namespace

Confinement hideFiles()
{
    Confinement have;
    have.filter = prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0 && !filterProgram().empty();
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, landlockVersion);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (version < 1)
        return have;
    LandlockRules rules;
    rules.files = fileRights(static_cast<int>(version));
    rules.network = version >= 4 ? 3 : 0; // bind and connect
    rules.scopes = version >= 6 ? 3 : 0; // abstract sockets and signals
    const size_t size = version >= 6 ? sizeof rules : version >= 4 ? 16 : 8;
    const auto ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &rules, size, 0U));
    if (ruleset < 0)
        return have;
    // Fonts, encodings and character maps are looked up when a file asks for them, with the
    // libraries that come with them. "/app" is where Flatpak has these.
    for (const char* folder : { "/usr/share/fonts", "/usr/local/share/fonts",
             "/usr/share/fontconfig", "/etc/fonts", "/var/cache/fontconfig", "/usr/share/poppler",
             "/usr/share/i18n", "/usr/share/locale", "/usr/share/zoneinfo", "/usr/share/mime",
             "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/app" }) {
        LandlockPath place;
        place.folder = open(folder, O_PATH | O_CLOEXEC);
        if (place.folder < 0)
            continue;
        place.allowed = readFile | readFolder;
        syscall(SYS_landlock_add_rule, ruleset, landlockPathBeneath, &place, 0U);
        close(place.folder);
    }
    if (syscall(SYS_landlock_restrict_self, ruleset, 0U) == 0)
        have.landlock = static_cast<int>(version);
    close(ruleset);
    return have;
}

namespace {

/// What reading a file in memory and answering takes, and nothing that reaches beyond the process.
/// Names that a library or a kernel does not know are left out.
constexpr const char* allowed[] = { "read", "readv", "pread64", "preadv", "preadv2", "write",
    "writev", "close", "close_range", "fstat", "lseek", "dup", "getdents64", "poll", "ppoll",
    "select", "pselect6", "mmap", "munmap", "mprotect", "mremap", "madvise", "brk", "msync",
    "mincore", "membarrier", "futex", "futex_waitv", "set_robust_list", "set_tid_address", "rseq",
    "sched_yield", "sched_getaffinity", "getcpu", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn",
    "sigaltstack", "rt_sigtimedwait", "restart_syscall", "clock_gettime", "clock_getres",
    "clock_nanosleep", "nanosleep", "gettimeofday", "time", "times", "getrusage", "getpid",
    "getppid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getrandom", "uname", "sysinfo",
    "exit", "exit_group" };

/// Asked for by libraries that only look whether they may: an error, as on a file system that
/// belongs to somebody else.
constexpr const char* refused[] = { "newfstatat", "stat", "lstat", "statx", "access", "faccessat",
    "faccessat2", "readlink", "readlinkat", "statfs", "fstatfs", "getcwd", "open", "openat2",
    "creat", "mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2",
    "link", "linkat", "symlink", "symlinkat", "chmod", "fchmod", "fchmodat", "fchmodat2", "utime",
    "utimes", "utimensat", "futimesat", "ftruncate", "fallocate", "fsync", "fdatasync", "flock",
    "ioctl" };

/// What the undefined-behaviour sanitizer looks at memory with, where it is built in: pipes to
/// nobody.
constexpr const char* forSanitizers[] = { "pipe", "pipe2" };

/// Nothing that reads a file has business with these.
constexpr const char* deadly[] = { "socket", "socketpair", "connect", "bind", "listen", "accept",
    "accept4", "sendto", "sendmsg", "sendmmsg", "recvfrom", "recvmsg", "recvmmsg", "execve",
    "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev",
    "process_madvise", "process_mrelease", "kill", "tkill", "tgkill", "rt_sigqueueinfo",
    "rt_tgsigqueueinfo", "pidfd_open", "pidfd_send_signal", "pidfd_getfd", "kcmp", "unshare",
    "setns", "mount", "umount2", "mount_setattr", "move_mount", "open_tree", "fsopen", "fsconfig",
    "fsmount", "fspick", "pivot_root", "chroot", "swapon", "swapoff", "reboot", "init_module",
    "finit_module", "delete_module", "kexec_load", "kexec_file_load", "bpf", "perf_event_open",
    "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register", "io_setup", "io_submit",
    "keyctl", "add_key", "request_key", "shmget", "shmat", "shmctl", "shmdt", "msgget", "msgsnd",
    "msgrcv", "msgctl", "semget", "semop", "semtimedop", "semctl", "mq_open", "mq_unlink",
    "mq_timedsend", "mq_timedreceive", "mq_notify", "mq_getsetattr", "setuid", "setgid", "setreuid",
    "setregid", "setresuid", "setresgid", "setfsuid", "setfsgid", "setgroups", "capset", "setpgid",
    "setsid", "setrlimit", "setpriority", "ioprio_set", "sched_setattr", "sched_setscheduler",
    "sched_setparam", "sched_setaffinity", "chown", "lchown", "fchown", "fchownat", "setxattr",
    "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr", "truncate", "mknod",
    "mknodat", "name_to_handle_at", "open_by_handle_at", "fanotify_init", "fanotify_mark",
    "inotify_init", "inotify_init1", "inotify_add_watch", "acct", "quotactl", "quotactl_fd",
    "settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "sethostname", "setdomainname",
    "syslog", "vhangup", "ioperm", "iopl", "modify_ldt", "personality", "memfd_create",
    "memfd_secret", "splice", "vmsplice", "tee", "sendfile", "copy_file_range", "timerfd_create",
    "signalfd", "signalfd4", "eventfd", "eventfd2", "epoll_create", "epoll_create1", "chdir",
    "fchdir", "umask", "sync", "syncfs", "sync_file_range", "nfsservctl", "migrate_pages",
    "move_pages", "mbind", "set_mempolicy", "lookup_dcookie", "landlock_create_ruleset",
    "seccomp" };

template <size_t N, typename... Conditions>
bool addAll(scmp_filter_ctx filter, uint32_t action, const char* const (&names)[N])
{
    bool good = true;
    for (const char* name : names) {
        const int call = seccomp_syscall_resolve_name(name);
        if (call != __NR_SCMP_ERROR && call >= 0) // negative: of another kind of machine
            good = seccomp_rule_add(filter, action, call, 0) == 0 && good;
    }
    return good;
}

/// The filter as the kernel takes it; empty where it cannot be made. It takes a millisecond, so the
/// server makes it once.
std::vector<sock_filter> makeFilter()
{
    const uint32_t no = SCMP_ACT_ERRNO(EACCES);
    const uint32_t end = SCMP_ACT_KILL_PROCESS;
#ifdef ASSAY_ADDRESS_SANITIZER
    const uint32_t sanitizing = SCMP_ACT_ALLOW;
#else
    const uint32_t sanitizing = no;
#endif
    // What no list names is newer than this program, or of no use to it.
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    if (!filter)
        return {};
    seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, end); // 32-bit calls
    bool good = addAll(filter, SCMP_ACT_ALLOW, allowed) && addAll(filter, no, refused)
        && addAll(filter, end, deadly) && addAll(filter, sanitizing, forSanitizers);
    const auto rule = [&](uint32_t action, int call, auto... conditions) {
        good = good
            && seccomp_rule_add(filter, action, call, sizeof...(conditions), conditions...) == 0;
    };
    // Files: to be read, and where Landlock stands, only some.
    constexpr scmp_datum_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    rule(SCMP_ACT_ALLOW, SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0));
    for (const scmp_datum_t bit : { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND })
        rule(no, SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, bit, bit));
    // Threads of this process, and no process that could outlive it. clone3, which hides what it is
    // asked for behind a pointer, is not there: libraries go on with clone.
    rule(SCMP_ACT_ALLOW, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
    rule(end, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
    // Its own limits may be asked for, by nobody set, and nobody else's.
    rule(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, 0));
    rule(end, SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_NE, 0));
    rule(end, SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_NE, 0));
    // Descriptors: to ask and to copy; not to have signals sent or files locked.
    for (const int command : { F_GETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC, F_SETFD })
        rule(SCMP_ACT_ALLOW, SCMP_SYS(fcntl),
            SCMP_A1(SCMP_CMP_EQ, static_cast<scmp_datum_t>(command)));
    // Names of threads and mappings, which only debuggers see.
    rule(SCMP_ACT_ALLOW, SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
    rule(SCMP_ACT_ALLOW, SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_GET_NAME));
    std::vector<sock_filter> program;
    const int file = memfd_create("filter", MFD_CLOEXEC);
    if (good && file >= 0 && seccomp_export_bpf(filter, file) == 0) {
        const off_t size = lseek(file, 0, SEEK_END);
        program.resize(static_cast<size_t>(size) / sizeof(sock_filter));
        if (pread(file, program.data(), static_cast<size_t>(size), 0) != size)
            program.clear();
    }
    close(file);
    seccomp_release(filter);
    return program;
}

const std::vector<sock_filter>& filterProgram()
{
    static const std::vector<sock_filter> program = makeFilter();
    return program;
}

bool refuseCalls()
{
    const std::vector<sock_filter>& program = filterProgram();
    const sock_fprog filter{ static_cast<unsigned short>(program.size()),
        const_cast<sock_filter*>(program.data()) };
    return !program.empty() && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace

#else

Confinement hideFiles()
{
    return {};
}

#endif

static void limit(int what, rlim_t value, rlim_t hard)
{
    const rlimit limits{ value, hard };
    setrlimit(static_cast<__rlimit_resource_t>(what), &limits);
}

static void limit(int what, rlim_t value)
{
    limit(what, value, value);
}

bool confine(unsigned seconds, qint64 parent)
{
    limit(RLIMIT_CORE, 0);
#ifndef ASSAY_ADDRESS_SANITIZER // its shadow alone is terabytes: there the parent watches
    limit(RLIMIT_AS, confinedMemory);
#endif
    constexpr unsigned grace = 2; // the softer limit's signal says why it ended
    limit(RLIMIT_CPU, seconds, seconds + grace);
    limit(RLIMIT_FSIZE, 0); // whatever is open: no file may grow
    limit(RLIMIT_NOFILE, 64);
#ifdef __linux__
    limit(RLIMIT_MSGQUEUE, 0);
    limit(RLIMIT_MEMLOCK, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != static_cast<pid_t>(parent))
        _exit(1); // it ended before that call
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    return refuseCalls();
#else
    static_cast<void>(parent);
    return false;
#endif
}

} // namespace assay
