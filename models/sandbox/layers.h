// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace assay {

/// What keeps a process that reads a foreign file from everything but that: which layers this
/// kernel and this build have.
struct Confinement {
    bool filter = false; ///< system calls by an allow list (seccomp)
    int landlock = 0; ///< version of Landlock that hides files; 0: none

    QByteArray toBytes() const;
    static Confinement fromBytes(const QByteArray& bytes);
    /// Size of toBytes().
    static constexpr int encodedSize = 2;

    /// What is missing, each as a sentence for people; empty where nothing is.
    QStringList missing() const;

    bool operator==(const Confinement&) const = default;
};

/// Largest memory that a confined process may have, in bytes.
inline constexpr quint64 confinedMemory = 1024ULL * 1024 * 1024;

} // namespace assay
