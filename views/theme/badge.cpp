// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/badge.h"

#include <QPainter>

namespace assay {

void paintBadge(QPainter& painter, const QRectF& box, Tag tag, bool unsure, const Theme& theme)
{
    const bool quiet = tag == Tag::None || tag == Tag::Untagged;
    const bool wasSmooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(quiet ? QPen(theme.of(Tag::None).line, 1) : QPen(Qt::NoPen));
    painter.setBrush(quiet ? QBrush(theme.paper) : QBrush(theme.of(tag).line));
    const qreal round = box.height() * 0.23;
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), round, round);
    QFont font = sansFont(7.5, QFont::DemiBold);
    font.setPixelSize(std::max(6, qRound(box.height() * 0.67)));
    painter.setFont(font);
    painter.setPen(quiet ? theme.muted : theme.of(tag).onLine);
    painter.drawText(box, Qt::AlignCenter,
        unsure && tag == Tag::Untagged ? QStringLiteral("?") : tagLetter(tag));
    if (unsure && tag != Tag::Untagged) { // the letter stays: which tag it is, still counts
        const qreal wide = box.height() * 0.72;
        const QRectF mark(box.left() - wide * 0.55, box.bottom() - wide * 0.6, wide, wide);
        painter.setPen(QPen(theme.paper, 1));
        painter.setBrush(theme.ink);
        painter.drawEllipse(mark);
        font.setWeight(QFont::Bold);
        font.setPixelSize(std::max(8, qRound(wide * 0.95)));
        painter.setFont(font);
        painter.setPen(theme.paper);
        painter.drawText(mark, Qt::AlignCenter, QStringLiteral("?"));
    }
    painter.setRenderHint(QPainter::Antialiasing, wasSmooth);
}

} // namespace assay
