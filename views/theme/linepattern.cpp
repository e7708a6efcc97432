// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/linepattern.h"

#include <QPainter>
#include <QPixmapCache>

namespace assay {

QPixmap tagLineTile(Tag tag, const Theme& theme, qreal pixelRatio)
{
    const QColor colour = theme.of(tag).line;
    const QString key = QStringLiteral("assay-line-%1-%2-%3")
                            .arg(static_cast<int>(tag))
                            .arg(colour.rgba())
                            .arg(pixelRatio);
    QPixmap tile;
    if (QPixmapCache::find(key, &tile))
        return tile;
    const int period = tag == Tag::Marketing ? 9 : 4;
    tile = QPixmap(QSize(period, 2) * pixelRatio);
    tile.setDevicePixelRatio(pixelRatio);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.fillRect(QRectF(0, 0,
                         tag == Tag::Marketing    ? 6
                             : tag == Tag::Caveat ? 2
                                                  : period,
                         2),
        colour);
    painter.end();
    QPixmapCache::insert(key, tile);
    return tile;
}

} // namespace assay
