// SPDX-License-Identifier: GPL-3.0-or-later
// Tags as paper shows them beside the words: letters, patterns, bars.
#pragma once

#include "models/pdf/pagedrawing.h"
#include "models/statistics/composition.h"
#include "views/theme/theme.h"

namespace assay {

/// A small square with the tag's letter at `topLeft`, `size` points wide, drawn as a shape so that
/// it is seen and never copied with the text. Another reviewer's is hollow.
void drawBadge(
    PageDrawing& page, const Theme& theme, QPointF topLeft, Tag tag, qreal size, bool hollow);
/// Fills `box` with the colour and pattern of a tag, so that a grey print tells tags apart, too.
void fillTag(PageDrawing& page, const Theme& theme, const QRectF& box, Tag tag);
/// A bar of `composition`, with patterns.
void drawBar(PageDrawing& page, const Theme& theme, const QRectF& box, const Composition& made);

} // namespace assay
