// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace assay {

/// The ring around the row of a list that the keys go to; nothing around any other.
inline void paintFocusRing(
    QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme)
{
    if (!(option.state & QStyle::State_HasFocus))
        return;
    painter.setPen(QPen(theme.ring, 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
}

} // namespace assay
