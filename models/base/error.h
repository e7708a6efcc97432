// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace assay {

/// What went wrong: one sentence for people, and detail for the log.
struct Error {
    /// What kind of trouble, where the program can help with it.
    enum class Cause {
        Other,
        Locked,
        Damaged,
        Older ///< the file was put back to an older state than is known of it
    };

    QString message; ///< says what happened, to which file, and what is safe
    QString detail = {}; ///< the words of the library or the system; may be empty
    Cause cause = Cause::Other;

    bool operator==(const Error&) const = default;
};

template <typename T>
using Expected = std::expected<T, Error>;

/// Shorthand for returning an Error from a function that returns Expected.
inline std::unexpected<Error> fail(
    const QString& message, const QString& detail = {}, Error::Cause cause = Error::Cause::Other)
{
    return std::unexpected(Error{ message, detail, cause });
}

/// A finding that did not stop the work, for example an encoding that had to be guessed.
struct Issue {
    QString file;
    QString message;

    bool operator==(const Issue&) const = default;
};

} // namespace assay
