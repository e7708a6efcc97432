// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QRectF>

class QPainter;

namespace assay {

/// A tag's letter on its colour, as in the gutter: "?" where the reviewer is unsure, an outline for
/// none and for no tag.
void paintBadge(QPainter& painter, const QRectF& box, Tag tag, bool unsure, const Theme& theme);

} // namespace assay
