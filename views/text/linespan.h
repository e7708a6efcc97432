// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QTextLayout>

namespace assay {

/// Where the characters [from, to) of a laid-out text stand: a rectangle for each line they touch,
/// from the line's top to its bottom, in the layout's coordinates without its position. Offsets are
/// UTF-16 units of the layout's text. Blanks at a line's end are left out. In lines with
/// right-to-left text the rectangle surrounds the glyphs.
struct LineSpan {
    int line = 0;
    qreal left = 0;
    qreal right = 0;
};
/// `text` is the layout's text: a layout inside a QTextDocument does not give it back.
QList<LineSpan> lineSpans(const QTextLayout& layout, QStringView text, int from, int to);

} // namespace assay
