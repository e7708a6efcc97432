// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace assay {

/// A table's row as one line, its cells parted by " | ". An empty cell is a dash, so that values
/// stay in their columns; a row of nothing else is empty.
QString rowText(QStringList cells);

} // namespace assay
