// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"
#include "models/import/pages/pagewords.h"

namespace assay {

/// Makes blocks of the lines of all pages, in reading order: paragraphs over column and page ends,
/// headings by their size, list items, table rows, and running heads and page numbers as furniture.
/// `pageHeights` are in points. Words that a line end broke are joined.
QList<SourceBlock> blocksOfLines(QList<PageLine> lines, const QList<double>& pageHeights);

} // namespace assay
