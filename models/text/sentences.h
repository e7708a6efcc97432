// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"

namespace assay {

struct Language;

/// Cuts the paragraph `range` of `text` into sentences. Each result starts and ends with a
/// character that is no blank, they rise, and together they hold every character of the range but
/// blanks. A newline inside the range counts as a blank. Time grows with the length; every
/// look-back is bounded.
QList<TextRange> sentences(QStringView text, TextRange range, const Language& language);

/// `range` without the blanks at its ends.
TextRange trimmed(QStringView text, TextRange range);

} // namespace assay
