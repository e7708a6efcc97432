// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sandbox/layers.h"

#include <QCoreApplication>

namespace assay {

QByteArray Confinement::toBytes() const
{
    QByteArray bytes(encodedSize, '\0');
    bytes[0] = static_cast<char>(filter);
    bytes[1] = static_cast<char>(landlock);
    return bytes;
}

Confinement Confinement::fromBytes(const QByteArray& bytes)
{
    return bytes.size() == encodedSize ? Confinement{ bytes[0] != 0, bytes[1] } : Confinement();
}

QStringList Confinement::missing() const
{
    QStringList all;
    if (!filter)
        all.append(QCoreApplication::translate("Import",
            "This computer's kernel does not filter what a program that reads foreign files may "
            "ask of it: only its limits of memory and time hold."));
    if (landlock == 0)
        all.append(QCoreApplication::translate("Import",
            "This computer's kernel has no Landlock: a program that reads foreign files could "
            "read your other files, too, though it can send them nowhere."));
    return all;
}

} // namespace assay
