// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/pages/pagewords.h"

namespace assay {

/// Takes out of a page's words those that run slantwise, as a watermark does, and returns each
/// such text as one line set aside.
QList<PageLine> takeSlantedWords(QList<PageWord>& words, int page);

} // namespace assay
