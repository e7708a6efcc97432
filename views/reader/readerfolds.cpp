// SPDX-License-Identifier: GPL-3.0-or-later
// Page furniture in the reader: runs of it are folded into a line each, so that the article stands
// together, and can be shown in full.
#include "views/reader/reader.h"
#include "views/reader/readerlayout.h"

#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace assay {

/// A run this long, in blocks, is worth folding; a short one is shorter than the words about it.
static constexpr qsizetype leastBlocks = 2;

/// Tells the layout which blocks are folded away.
void Reader::foldFurniture()
{
    const ArticleState* article = state();
    if (!article || !m_layout)
        return;
    const auto isFurniture = [&](qsizetype block) {
        return block < m_blockUnits.size()
            && article->units()[m_blockUnits[block]].kind == UnitKind::Furniture;
    };
    std::vector<int> folds(static_cast<size_t>(m_blockUnits.size()), 0);
    for (qsizetype i = 0; i < m_blockUnits.size() && !m_furnitureShown;) {
        qsizetype end = i;
        while (isFurniture(end))
            ++end;
        if (end - i >= leastBlocks) {
            std::fill(folds.begin() + i, folds.begin() + end, -1);
            folds[static_cast<size_t>(i)] = static_cast<int>(end - i);
        }
        i = std::max(i + 1, end);
    }
    m_layout->setFolds(std::move(folds));
}

/// Whether nothing of the unit is seen: only the first unit of a folded run has a place, its line.
bool Reader::isFoldedAway(qsizetype unit) const
{
    if (!m_loaded || unit < 0)
        return false;
    const auto block = std::upper_bound(m_blockUnits.begin(), m_blockUnits.end(), unit)
        - m_blockUnits.begin() - 1;
    const int fold = m_layout->foldOf(static_cast<int>(block));
    return fold < 0 || (fold > 0 && unit != m_blockUnits[block]);
}

std::pair<qsizetype, qsizetype> Reader::coveredUnits() const
{
    auto [first, last] = range();
    while (last >= first && last + 1 < state()->units().size() && isFoldedAway(last + 1))
        ++last;
    return { first, last };
}

void Reader::showFurniture(bool shown)
{
    leaveSplit();
    if (shown == m_furnitureShown)
        return;
    m_furnitureShown = shown;
    if (!m_loaded)
        return;
    if (!shown) {
        while (m_current > 0 && (foldFurniture(), isFoldedAway(m_current)))
            --m_current;
        m_anchor = m_current;
    }
    foldFurniture();
    m_slices.start();
    bringIntoView(m_current);
    viewport()->update();
    emit currentChanged();
}

/// The line that stands for a folded run: a triangle, and what lies behind it.
void Reader::paintFolds(QPainter& painter, const QTextBlock& block) const
{
    const int fold = m_layout->foldOf(block.blockNumber());
    if (fold <= 0)
        return;
    const QRectF box = m_layout->blockBoundingRect(block);
    const QFont font = block.charFormat().font();
    painter.setFont(font);
    painter.setPen(m_theme.muted);
    const QFontMetricsF metrics(font);
    const qreal side = metrics.xHeight();
    const QPointF middle(box.left() + side / 2, box.center().y());
    QPolygonF triangle{ middle + QPointF(-side * 0.4, -side * 0.6), middle + QPointF(side * 0.6, 0),
        middle + QPointF(-side * 0.4, side * 0.6) };
    painter.setBrush(m_theme.muted);
    painter.drawPolygon(triangle);
    painter.setBrush(Qt::NoBrush);
    painter.setLayoutDirection(Qt::LeftToRight); // boxes are exact
    const QString label = tr("%n piece(s) of page furniture", nullptr, fold);
    const qreal left = box.left() + side * 1.8;
    painter.drawText(QRectF(left, box.top(), box.width(), box.height()), Qt::AlignVCenter, label);
    const QString words = block.text().simplified();
    const qreal from = left + metrics.horizontalAdvance(label) + side * 1.6;
    painter.drawText(QRectF(from, box.top(), box.right() - from, box.height()), Qt::AlignVCenter,
        metrics.elidedText(words, Qt::ElideRight, box.right() - from));
}

} // namespace assay
