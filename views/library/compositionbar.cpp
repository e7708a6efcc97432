// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/library/compositionbar.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace assay {

using namespace Qt::StringLiterals;

void paintComposition(
    QPainter& painter, const QRectF& box, const Composition& composition, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setClipPath(shape);
    painter.fillRect(box, theme.track);
    const qreal total = std::max<qsizetype>(1, composition.total());
    qreal x = box.left();
    for (const Tag tag : allTags) {
        const qreal width = box.width() * static_cast<qreal>(composition.of(tag)) / total;
        painter.fillRect(QRectF(x, box.top(), width, box.height()), theme.of(tag).line);
        x += width;
    }
    painter.restore();
}

QString compositionText(const Composition& composition)
{
    const qreal total = std::max<qsizetype>(1, composition.total());
    QStringList parts;
    for (const Tag tag : { Tag::Evidence, Tag::Marketing, Tag::Caveat, Tag::None, Tag::Untagged }) {
        parts.append(QCoreApplication::translate("Composition", "%1 % %2")
                .arg(QString::number(
                         qRound(100.0 * static_cast<qreal>(composition.of(tag)) / total)),
                    tagWord(tag)));
    }
    return parts.join(u" · "_s);
}

CompositionBar::CompositionBar(int height, QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(height);
}

void CompositionBar::setComposition(const Composition& composition)
{
    if (composition == m_composition)
        return;
    m_composition = composition;
    setToolTip(compositionText(composition));
    setAccessibleName(toolTip());
    update();
}

void CompositionBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void CompositionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintComposition(painter, rect(), m_composition, m_theme);
}

} // namespace assay
