// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/pages/pagewords.h"

namespace assay {

/// Splits words that run across at their widest gaps, down and across, until only columns of lines
/// are left. Numbers the regions of the lines from `firstRegion` on.
QList<PageLine> cutIntoLines(const QList<PageWord>& words, int page, int firstRegion);

} // namespace assay
