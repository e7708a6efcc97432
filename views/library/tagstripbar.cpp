// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/library/tagstripbar.h"

#include <QCoreApplication>
#include <QPainter>

namespace assay {

void paintTagStrip(QPainter& painter, const QRectF& box, const TagStrip& strip, const Theme& theme)
{
    painter.fillRect(box, theme.track);
    const qreal width = box.width() / static_cast<qreal>(std::max<size_t>(1, strip.cells.size()));
    for (size_t i = 0; i < strip.cells.size(); ++i) {
        const Tag tag = strip.cells[i];
        if (tag == Tag::Untagged)
            continue;
        const qreal left = box.left() + static_cast<qreal>(i) * width;
        // Caveats stand out by height too: colour is never alone.
        const qreal top = tag == Tag::Caveat ? box.top() : box.top() + box.height() * 0.3;
        painter.fillRect(QRectF(QPointF(left, top), QPointF(left + width + 0.5, box.bottom())),
            theme.of(tag).line);
    }
}

QString tagStripText(const TagStrip& strip)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("TagStrip", text); };
    const double first = strip.first[static_cast<size_t>(Tag::Caveat)];
    return first < 0 ? say("No caveat yet")
                     : say("First caveat at %1 % of the text").arg(qRound(100 * first));
}

TagStripBar::TagStripBar(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(5);
}

void TagStripBar::setStrip(const TagStrip& strip)
{
    m_strip = strip;
    setToolTip(tagStripText(strip));
    setAccessibleName(toolTip());
    update();
}

void TagStripBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void TagStripBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintTagStrip(painter, rect(), m_strip, m_theme);
}

} // namespace assay
