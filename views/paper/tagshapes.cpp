// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/tagshapes.h"

#include "views/paper/typeset.h"

#include <algorithm>

namespace assay {

void drawBadge(
    PageDrawing& page, const Theme& theme, QPointF topLeft, Tag tag, qreal size, bool hollow)
{
    const Theme::TagColours& colours = theme.of(tag);
    const QRectF box(topLeft, QSizeF(size, size));
    QPainterPath square;
    square.addRoundedRect(box, size / 5, size / 5);
    if (hollow) {
        square.addRoundedRect(box.adjusted(0.9, 0.9, -0.9, -0.9), size / 7, size / 7);
        square.setFillRule(Qt::OddEvenFill);
    }
    page.addPath(square, colours.line);
    const QFont font = paperFont(sansFont(7, QFont::DemiBold), size * 0.64);
    Typesetter(page).shape(
        box.center(), tagLetter(tag), font, hollow ? colours.line : colours.onLine);
}

void fillTag(PageDrawing& page, const Theme& theme, const QRectF& box, Tag tag)
{
    if (box.width() <= 0)
        return;
    page.addBox(box, tag == Tag::Untagged ? theme.track : theme.of(tag).line);
    QPainterPath pattern;
    if (tag == Tag::Marketing) {
        // Stripes, cut off at the box by hand: a clip would be one more thing for a viewer to get
        // wrong.
        const qreal height = box.height();
        for (qreal x = box.left() - height; x < box.right(); x += 4.5) {
            const qreal from = std::max(0.0, box.left() - x);
            const qreal to = std::min(height, box.right() - x - 1.3);
            if (from >= to)
                continue;
            pattern.moveTo(x + from, box.bottom() - from);
            pattern.lineTo(x + from + 1.3, box.bottom() - from);
            pattern.lineTo(x + to + 1.3, box.bottom() - to);
            pattern.lineTo(x + to, box.bottom() - to);
            pattern.closeSubpath();
        }
    } else if (tag == Tag::Caveat) {
        for (qreal x = box.left() + 1.6; x + 0.7 < box.right(); x += 4) {
            for (qreal y = box.top() + 2; y + 0.7 < box.bottom(); y += 4)
                pattern.addEllipse(QPointF(x, y), 0.7, 0.7);
        }
    }
    if (!pattern.isEmpty()) {
        pattern.setFillRule(Qt::WindingFill);
        page.addPath(pattern, theme.of(tag).tint);
    }
}

void drawBar(PageDrawing& page, const Theme& theme, const QRectF& box, const Composition& made)
{
    qreal x = box.left();
    const auto total = static_cast<qreal>(std::max<qsizetype>(1, made.total()));
    for (const Tag tag : { Tag::Evidence, Tag::Marketing, Tag::Caveat, Tag::None, Tag::Untagged }) {
        const qreal width = box.width() * static_cast<qreal>(made.of(tag)) / total;
        fillTag(page, theme, { x, box.top(), width, box.height() }, tag);
        x += width;
    }
}

} // namespace assay
