// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sandbox/frames.h"

#include <QtEndian>

#include <cerrno>
#include <unistd.h>

namespace assay {

QByteArray frameHeader(const QByteArray& frame)
{
    QByteArray header(4, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(frame.size()), header.data());
    return header;
}

quint32 frameLength(const char* header)
{
    return qFromLittleEndian<quint32>(header);
}

static bool readAll(int descriptor, char* to, qsizetype length)
{
    for (qsizetype done = 0; done < length;) {
        const ssize_t got = ::read(descriptor, to + done, static_cast<std::size_t>(length - done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += got;
    }
    return true;
}

static bool writeAll(int descriptor, const char* from, qsizetype length)
{
    for (qsizetype done = 0; done < length;) {
        const ssize_t put
            = ::write(descriptor, from + done, static_cast<std::size_t>(length - done));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        done += put;
    }
    return true;
}

std::optional<QByteArray> readFrame(int descriptor, quint32 largest)
{
    char header[4];
    if (!readAll(descriptor, header, sizeof header) || frameLength(header) > largest)
        return {};
    QByteArray frame(static_cast<qsizetype>(frameLength(header)), Qt::Uninitialized);
    if (!readAll(descriptor, frame.data(), frame.size()))
        return {};
    return frame;
}

bool writeFrame(int descriptor, const QByteArray& frame)
{
    const QByteArray header = frameHeader(frame);
    return writeAll(descriptor, header.constData(), header.size())
        && writeAll(descriptor, frame.constData(), frame.size());
}

} // namespace assay
