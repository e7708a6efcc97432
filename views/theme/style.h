// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QPalette>

namespace assay {

/// The window's palette and style sheet in a theme's colours, for words of `points` points.
QPalette paletteOf(const Theme& theme);
QString styleSheetOf(const Theme& theme, qreal points);

} // namespace assay
