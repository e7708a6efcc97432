// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/linereader.h"

#include "app/commandline/console.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <unistd.h>

namespace assay::console {

static QString say(const char* text)
{
    return QCoreApplication::translate("Console", text);
}

Expected<std::optional<QByteArray>> LineReader::next()
{
    constexpr qsizetype longest = 64 << 20;
    constexpr size_t piece = 1 << 16;
    qsizetype looked = m_at;
    for (;;) {
        if (const qsizetype end = m_read.indexOf('\n', looked); end >= 0) {
            const QByteArray line = m_read.sliced(m_at, end - m_at);
            m_at = end + 1;
            return line;
        }
        looked = m_read.size();
        if (m_ended || interrupted()) {
            const QByteArray rest = m_read.sliced(std::exchange(m_at, m_read.size()));
            return rest.isEmpty() || interrupted() ? std::optional<QByteArray>() : rest;
        }
        if (m_read.size() - m_at > longest)
            return fail(say("it is longer than 64 MB"));
        m_read.remove(0, m_at); // what was given out
        looked -= std::exchange(m_at, 0);
        std::array<char, piece> bytes{};
        const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count > 0)
            m_read.append(bytes.data(), count);
        else if (count < 0 && errno != EINTR)
            return fail(say("standard input cannot be read: %1").arg(qt_error_string(errno)));
        m_ended = count == 0;
    }
}

} // namespace assay::console
