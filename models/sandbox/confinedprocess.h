// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/sandbox/layers.h"

#include <QByteArray>

namespace assay {

/// A fork server (serveForks()) started when it is first needed, and the requests put to it: each
/// is answered by a fresh child, which is ended when it takes longer or more memory than a document
/// may. To be used by one thread.
class ConfinedProcess {
public:
    /// `program`: the path of the server's.
    explicit ConfinedProcess(const QString& program);
    ~ConfinedProcess();
    ConfinedProcess(const ConfinedProcess&) = delete;
    ConfinedProcess& operator=(const ConfinedProcess&) = delete;

    /// The answer to one request. Fails when the child breaks over it; the message names no file.
    Expected<QByteArray> ask(const QByteArray& request);
    /// What its children are kept from the rest by. Starts the server.
    Expected<Confinement> confinement();

private:
    Expected<void> start();
    void stop();
    Expected<QByteArray> converse(int socket, qint32 child, const QByteArray& request);

    QString m_program;
    int m_control = -1;
    qint64 m_server = 0; ///< process number
    Confinement m_confinement;
};

} // namespace assay
