// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/memory.h"

#include <QFile>

#include <malloc.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
// Of the sanitizer's runtime, whose header GCC does not bring.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

namespace assay::torture {

using namespace Qt::StringLiterals;

qint64 residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly)
        ? file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE)
        : 0;
}

qint64 heapInUse()
{
#ifdef __SANITIZE_ADDRESS__
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#else
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#endif
}

QProcessEnvironment windowEnvironment(const QString& folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : { u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s })
        environment.insert(name, folder);
    if (!environment.contains(u"QT_QPA_PLATFORM"_s))
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    // Leaks are told from those of libraries by whole stacks, which Qt's code gives the slow way
    // only; freed memory that is held back would look like growth.
    const QString sanitizer = environment.value(u"ASAN_OPTIONS"_s);
    environment.insert(u"ASAN_OPTIONS"_s,
        sanitizer + (sanitizer.isEmpty() ? u""_s : u":"_s)
            + u"detect_leaks=1:fast_unwind_on_malloc=0:quarantine_size_mb=16"_s);
    environment.insert(u"LSAN_OPTIONS"_s,
        u"print_suppressions=0:suppressions="_s + QLatin1StringView(ASSAY_SOURCE)
            + u"/tests/lsan.supp"_s);
    return environment;
}

} // namespace assay::torture
