// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/highlights.h"

class QPDFPageObjectHelper;

namespace assay {

/// How what a viewer shows of a page lies in the page's own space: it shows the part of the media
/// box that is in the crop box, turned (ISO 32000-1, 7.7.3.3 and 14.11.2).
class PageSpace {
public:
    /// Boxes with y upwards; an empty crop box is the media box, an empty media box a page of US
    /// Letter. `turned` is /Rotate, in degrees clockwise.
    PageSpace(const QRectF& media, const QRectF& crop, int turned);

    /// The place of a point that a viewer shows `seen` from the top left corner, in points.
    QPointF point(QPointF seen) const;
    /// The reverse.
    QPointF seen(QPointF point) const;
    PdfQuad quad(const QRectF& seenBox) const;

private:
    QRectF m_box;
    int m_quarters = 0;
};

/// The space of a page of libqpdf's.
PageSpace pageSpaceOf(QPDFPageObjectHelper& page);

} // namespace assay
