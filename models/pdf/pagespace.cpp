// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/pagespace.h"

namespace assay {

PageSpace::PageSpace(const QRectF& media, const QRectF& crop, int turned)
    : m_box(media.isEmpty() ? QRectF(0, 0, 612, 792) : media)
    , m_quarters(((turned / 90) % 4 + 4) % 4)
{
    if (!crop.isEmpty() && m_box.intersects(crop))
        m_box = m_box.intersected(crop);
}

QPointF PageSpace::point(QPointF seen) const
{
    // m_box.top() is its lower edge: y goes upwards.
    switch (m_quarters) {
    case 1:
        return { m_box.left() + seen.y(), m_box.top() + seen.x() };
    case 2:
        return { m_box.right() - seen.x(), m_box.top() + seen.y() };
    case 3:
        return { m_box.right() - seen.y(), m_box.bottom() - seen.x() };
    default:
        return { m_box.left() + seen.x(), m_box.bottom() - seen.y() };
    }
}

QPointF PageSpace::seen(QPointF point) const
{
    switch (m_quarters) {
    case 1:
        return { point.y() - m_box.top(), point.x() - m_box.left() };
    case 2:
        return { m_box.right() - point.x(), point.y() - m_box.top() };
    case 3:
        return { m_box.bottom() - point.y(), m_box.right() - point.x() };
    default:
        return { point.x() - m_box.left(), m_box.bottom() - point.y() };
    }
}

PdfQuad PageSpace::quad(const QRectF& box) const
{
    return { point(box.topLeft()), point(box.topRight()), point(box.bottomLeft()),
        point(box.bottomRight()) };
}

} // namespace assay
