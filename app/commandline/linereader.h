// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QByteArray>

#include <optional>

namespace assay::console {

/// Reads standard input line by line: to its very end, whatever bytes are in it.
class LineReader {
public:
    /// The next line, without its end; empty at the end of the input, or where the person
    /// interrupted. Fails where the input cannot be read, or a line is longer than 64 MB.
    Expected<std::optional<QByteArray>> next();

private:
    QByteArray m_read; ///< and not given out from m_at on
    qsizetype m_at = 0;
    bool m_ended = false;
};

} // namespace assay::console
