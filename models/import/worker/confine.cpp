// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/worker/confine.h"

#include "models/base/background.h"

#include <cstddef>
#include <sys/resource.h>
#include <sys/time.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#include <cerrno>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <vector>
#define ASSAY_SECCOMP 1
#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#include <unistd.h>
#define ASSAY_LANDLOCK 1
#endif
#endif

#if defined(__SANITIZE_ADDRESS__)
#define ASSAY_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ASSAY_ADDRESS_SANITIZER 1
#endif
#endif

namespace assay {

#ifdef ASSAY_SECCOMP

/// A filter that lets every call pass but those that reach the network, start programs or change
/// files: they fail with EACCES, as on a file system that may not be written.
static void refuseCalls()
{
#if defined(__x86_64__)
    constexpr unsigned architecture = AUDIT_ARCH_X86_64;
#else
    constexpr unsigned architecture = AUDIT_ARCH_AARCH64;
#endif
    static const unsigned refused[] = {
        SYS_socket,
        SYS_socketpair,
        SYS_connect,
        SYS_bind,
        SYS_listen,
        SYS_accept,
        SYS_accept4,
        SYS_sendto,
        SYS_sendmsg,
        SYS_sendmmsg,
        SYS_execve,
        SYS_execveat,
        SYS_ptrace,
        SYS_unlinkat,
        SYS_renameat,
        SYS_renameat2,
        SYS_linkat,
        SYS_symlinkat,
        SYS_mkdirat,
        SYS_mknodat,
        SYS_truncate,
        SYS_fchmodat,
        SYS_fchownat,
        SYS_mount,
        SYS_kill,
        SYS_tkill,
        SYS_process_vm_readv,
        SYS_process_vm_writev,
        SYS_openat2,
        SYS_io_uring_setup,
#if defined(__x86_64__)
        SYS_open,
        SYS_creat,
        SYS_unlink,
        SYS_rename,
        SYS_link,
        SYS_symlink,
        SYS_mkdir,
        SYS_rmdir,
        SYS_mknod,
        SYS_chmod,
        SYS_chown,
        SYS_fork,
        SYS_vfork,
#endif
    };
    const auto statement = [](unsigned code, std::size_t k) {
        return sock_filter{ static_cast<unsigned short>(code), 0, 0, static_cast<unsigned>(k) };
    };
    const auto jump = [](unsigned code, std::size_t k, unsigned char yes, unsigned char no) {
        return sock_filter{ static_cast<unsigned short>(code), yes, no, static_cast<unsigned>(k) };
    };
    std::vector<sock_filter> program{
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        jump(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0),
        statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        // openat: only for reading.
        jump(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 4),
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args) + 2 * sizeof(__u64)),
        jump(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1),
        statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
        statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    for (const unsigned call : refused) {
        program.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
        program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES));
    }
    program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog filter{ static_cast<unsigned short>(program.size()), program.data() };
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

#endif

#ifdef ASSAY_LANDLOCK

/// Of all files, leaves only those to be read that libraries come with: a person's own are out of
/// sight. Where the kernel has no Landlock, nothing changes, and the calls that could change files
/// are refused all the same.
static void hideFiles()
{
    constexpr __u64 reading
        = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    landlock_ruleset_attr rules{};
    rules.handled_access_fs = reading | LANDLOCK_ACCESS_FS_WRITE_FILE
        | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE
        | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG
        | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO
        | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    const auto ruleset = static_cast<int>(
        syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0U));
    if (ruleset < 0)
        return;
    // Fonts, encodings and character maps are looked up when a file asks for them.
    for (const char* folder : { "/usr", "/lib", "/lib64", "/app", "/opt", "/etc/fonts",
             "/var/cache/fontconfig", "/sys/devices/system/cpu" }) {
        const int place = open(folder, O_PATH | O_CLOEXEC);
        if (place < 0)
            continue;
        landlock_path_beneath_attr beneath{};
        beneath.allowed_access = reading;
        beneath.parent_fd = place;
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0U);
        close(place);
    }
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    syscall(SYS_landlock_restrict_self, ruleset, 0U);
    close(ruleset);
}

#endif

void confine()
{
    stepBack(); // one process a core while somebody works at the window
    const rlimit none{ 0, 0 };
    setrlimit(RLIMIT_CORE, &none);
#ifndef ASSAY_ADDRESS_SANITIZER // its shadow alone is terabytes: there the parent watches
    constexpr rlim_t memory = 1024UL * 1024 * 1024;
    const rlimit space{ memory, memory };
    setrlimit(RLIMIT_AS, &space);
#endif
    const rlimit nothing{ 0, 0 };
    setrlimit(RLIMIT_FSIZE, &nothing); // whatever is open: no file may grow
#ifdef ASSAY_LANDLOCK
    hideFiles();
#endif
#ifdef ASSAY_SECCOMP
    refuseCalls();
#endif
}

void allowProcessorTime(unsigned seconds)
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto spent = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
    const rlimit limit{ spent + seconds, RLIM_INFINITY };
    setrlimit(RLIMIT_CPU, &limit);
}

} // namespace assay
