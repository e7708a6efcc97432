// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/pages/pagewords.h"

#include <QSet>

namespace assay {

/// Finds the lines at the top or foot of pages that come again on others, and bare page numbers:
/// their indexes in `lines`. `pageHeights` are in points.
QSet<qsizetype> runningLines(const QList<PageLine>& lines, const QList<double>& pageHeights);

} // namespace assay
