// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/markup/rawblocks.h"

namespace assay {

/// Whether the last word is followed by a stop: a sentence, however short.
bool endsLikeSentence(const QString& text);

/// Marks as furniture the short lines before the first and behind the last prose of an article:
/// bylines, dates, tags.
void trimEnds(const Page& page, std::vector<RawBlock>& blocks);

} // namespace assay
