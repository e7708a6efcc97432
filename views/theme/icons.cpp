// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/icons.h"

#include "views/theme/theme.h"

#include <QBuffer>
#include <QFile>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Draws an SVG whose black strokes take the colour of the theme.
class InkEngine final : public QIconEngine {
public:
    InkEngine(const QString& name, const QColor& ink, const QColor& muted)
        : m_name(name)
        , m_ink(ink)
        , m_muted(muted)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, drawn(rect.size() * ratio, ratio, mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(size, 1, mode);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return drawn(size, scale, mode);
    }
    QIconEngine* clone() const override { return new InkEngine(m_name, m_ink, m_muted); }
    QString key() const override { return u"assay-ink"_s; }

private:
    QPixmap drawn(const QSize& pixels, qreal ratio, QIcon::Mode mode) const
    {
        const QColor colour = mode == QIcon::Disabled ? m_muted : m_ink;
        const QString cached = u"assay-icon-%1-%2-%3-%4"_s.arg(m_name)
                                   .arg(pixels.width())
                                   .arg(ratio)
                                   .arg(colour.rgba());
        QPixmap pixmap;
        if (QPixmapCache::find(cached, &pixmap))
            return pixmap;
        QFile file(u":/icons/%1.svg"_s.arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray svg = file.readAll().replace("#000000", colour.name().toLatin1());
        QBuffer buffer(&svg);
        QImageReader reader(&buffer, "svg");
        reader.setScaledSize(pixels);
        pixmap = QPixmap::fromImage(reader.read());
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(cached, pixmap);
        return pixmap;
    }

    QString m_name;
    QColor m_ink;
    QColor m_muted;
};

} // namespace

QIcon themedIcon(const QString& name, const Theme& theme)
{
    QColor muted = theme.muted;
    muted.setAlpha(255);
    return QIcon(new InkEngine(name, theme.ink, muted));
}

} // namespace assay
