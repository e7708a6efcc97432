// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"

namespace assay {

/// How a letter's lines are broken, as its Content-Type says (RFC 3676).
struct LetterFlow {
    bool flowed = false; ///< a blank at a line's end joins it with the next
    bool deletesBlank = false; ///< ... and is itself no part of the text
};

/// The blocks of a letter in plain text: lines that the sender's program broke are joined, what it
/// quotes (">") are quotes, and signatures, "… wrote:" and the heads of forwarded letters are
/// furniture. `text` has its line ends as LF.
QList<SourceBlock> plainLetterBlocks(const QString& text, LetterFlow flow);

} // namespace assay
