// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace assay {

/// Runs in a program of its own that is loaded and has read nothing foreign: for each document it
/// forks a child that is confined, reads one frame, answers with one, and ends. So no document
/// meets what another left behind, and a fork costs a fortieth of a new program.
///
/// `control` is a socket to the one who started the program (ConfinedProcess). There, first, the
/// server says how well it can confine (Confinement::toBytes()). Each message that comes with a
/// descriptor asks for a child that talks over it; the answer is its process number in four bytes.
/// Each message without one asks that the child be ended; the answer is how it ended (wait status)
/// in four bytes. Returns when the other side is gone.
///
/// `answer` makes the answer to a request; it runs in the children alone. `seconds`: of processor
/// time for each. `warmUp` is called once before all, to do what every child would have to do
/// anew; it must read nothing foreign.
int serveForks(int control, unsigned seconds,
    const std::function<QByteArray(const QByteArray& request)>& answer,
    const std::function<void()>& warmUp = {});

/// Largest request: the largest file and its name.
inline constexpr quint32 largestRequest = 260U * 1024 * 1024;
/// Largest answer that a child may give, in bytes.
inline constexpr quint32 largestAnswer = 64U * 1024 * 1024;

} // namespace assay
