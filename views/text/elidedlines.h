// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextLayout;

namespace assay {

/// Lays the text of `layout` out in at most `most` lines of `width` pixels, the first at 0. Where
/// that is not all of it, the last line ends in "…"; formats keep their places.
void layOutElided(QTextLayout& layout, double width, int most);

} // namespace assay
