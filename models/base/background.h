// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>
#include <QtTypes>

#include <functional>
#include <utility>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace assay {

/// Whether the calling thread lets others go first: see stepBack().
inline bool& hasSteppedBack()
{
    thread_local bool back = false;
    return back;
}

/// From here on the calling thread gives way to every other one that has something to do, the
/// window's above all: with as many busy threads as cores a frame would wait for a slice of each,
/// 3 to 4 ms a time. For good: an ordinary user may not take it back. Never the window's thread,
/// nor one that somebody waits for, as storage's. Linux keeps the niceness of each thread apart
/// (sched(7)); elsewhere it would be the whole program's, and nothing happens.
inline void stepBack()
{
    if (std::exchange(hasSteppedBack(), true))
        return;
#ifdef Q_OS_LINUX
    constexpr int niceness = 10; // a tenth of the time where it is short, and never none
    setpriority(PRIO_PROCESS, 0, niceness); // 0: this thread
#endif
}

/// Called now and then, best every 0.1 ms or less, by work that may take long behind the window's
/// back. Kernels that preempt lazily (Linux from 6.12 on) let a thread that wakes on
/// another core wait until the one that runs there enters the kernel, which one that only computes
/// does at the next tick, up to 4 ms later. Any call will do, so this is the shortest: 0.1 us. Not
/// sched_yield(), which gives a whole slice away, so that another busy program would take all.
inline void giveWay()
{
#ifdef Q_OS_LINUX
    syscall(SYS_gettid);
#endif
}

/// Threads that work behind the window's back.
class BackgroundPool : public QThreadPool {
public:
    using QThreadPool::QThreadPool;

    void start(std::function<void()> work)
    {
        QThreadPool::start([work = std::move(work)] {
            stepBack();
            work();
        });
    }
};

} // namespace assay
