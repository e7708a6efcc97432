// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"

namespace assay {

/// Where the words of unit [range) of an article's text stand in the source that it was read from
/// (HTML, Markdown, plain text): compares letters and digits alone, outside of tags, scripts and
/// styles, so that markup, entities and line breaks between them do not matter. Of several such
/// places takes the one at the most similar share of the way. UTF-16 offsets into `source`; an
/// empty range where the words are not found.
TextRange placeInSource(QStringView source, bool isMarkup, QStringView text, TextRange range);

} // namespace assay
