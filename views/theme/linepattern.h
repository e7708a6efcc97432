// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QPixmap>

namespace assay {

/// One period of a tag's line, to be repeated along the words: solid, dashed or dotted, so that
/// tags are told apart without their colours. 2 pixels high, in units of a screen with
/// `pixelRatio` device pixels a pixel. Kept for the next time.
QPixmap tagLineTile(Tag tag, const Theme& theme, qreal pixelRatio);

} // namespace assay
