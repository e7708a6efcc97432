// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/matchdelegate.h"

#include "models/items/matchlistmodel.h"
#include "views/text/elidedlines.h"
#include "views/theme/badge.h"
#include "views/theme/focusring.h"

#include <QPainter>
#include <QLocale>
#include <QTextLayout>

namespace assay {

using namespace Qt::StringLiterals;

/// Lines of a sentence that are shown, and the width of the column of relations.
static constexpr int mostLines = 2;
static constexpr int relationWidth = 104;

/// Draws a relation's name on its colour, centred on the height of `box`.
static void paintRelation(QPainter& painter, const QRectF& box, Relation relation,
    const QString& text, const Theme& theme)
{
    const QFontMetricsF metrics(painter.font());
    const QRectF pill(box.left(), box.center().y() - metrics.height() / 2 - 1,
        std::min(box.width(), metrics.horizontalAdvance(text) + 12), metrics.height() + 2);
    const Theme::TagColours& colours = theme.of(relation);
    const bool weak = relation == Relation::Related;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(weak ? QPen(colours.line, 1, Qt::DashLine) : QPen(Qt::NoPen));
    painter.setBrush(weak ? theme.paper : colours.line);
    painter.drawRoundedRect(pill, 3, 3);
    painter.setPen(weak ? theme.ink : colours.onLine);
    painter.drawText(
        pill, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, pill.width() - 6));
    painter.restore();
}

void MatchDelegate::paintSide(
    QPainter& painter, const QRect& box, const QFont& font, const QString& text, Tag tag) const
{
    int left = box.left();
    if (tag != Tag::Untagged) {
        const qreal side = QFontMetrics(font).height() * 0.9;
        paintBadge(painter, QRectF(left, box.top() + 1, side, side), tag, false, m_theme);
    }
    left += QFontMetrics(font).height() + 4;
    QTextLayout layout(text, font);
    layOutElided(layout, box.right() - left, mostLines);
    painter.setPen(m_theme.ink);
    layout.draw(&painter, QPointF(left, box.top()));
}

void MatchDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen || (option.state & QStyle::State_MouseOver))
        painter->fillRect(option.rect, chosen ? m_theme.current : m_theme.button);
    if (chosen)
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), m_theme.accent);
    const QRect box = option.rect.adjusted(12, 6, -10, -6);
    const int relation = index.data(MatchListModel::RelationRole).toInt();
    const QString textA = index.data(MatchListModel::TextARole).toString();
    const QString textB = index.data(MatchListModel::TextBRole).toString();
    const Tag tagA = static_cast<Tag>(index.data(MatchListModel::TagARole).toInt());
    const Tag tagB = static_cast<Tag>(index.data(MatchListModel::TagBRole).toInt());
    if (relation < 0) {
        paintSide(*painter, box, option.font, textA + textB, textA.isEmpty() ? tagB : tagA);
    } else {
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.9);
        small.setWeight(QFont::DemiBold);
        painter->setFont(small);
        const QFontMetrics metrics(small);
        const auto as = static_cast<Relation>(relation);
        const QRectF pill(box.left(), box.top(), relationWidth - 10, metrics.height() + 2);
        paintRelation(*painter, pill, as, relationTitle(as), m_theme);
        painter->setPen(m_theme.muted);
        const bool differ = tagA != tagB && tagA != Tag::Untagged && tagB != Tag::Untagged;
        const QString below = differ ? tr("other tag")
            : index.data(MatchListModel::ByHandRole).toBool()
            ? tr("by hand")
            : QLocale().toString(index.data(MatchListModel::ScoreRole).toDouble(), 'f', 2);
        painter->drawText(QPointF(box.left() + 2, pill.bottom() + metrics.ascent() + 4), below);
        const int half = (box.width() - relationWidth) / 2;
        const QRect left(box.left() + relationWidth, box.top(), half - 8, box.height());
        paintSide(*painter, left, option.font, textA, tagA);
        paintSide(*painter, left.translated(half, 0), option.font, textB, tagB);
    }
    painter->setPen(m_theme.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    paintFocusRing(*painter, option, m_theme);
    painter->restore();
}

QSize MatchDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return { 320, option.fontMetrics.height() * mostLines + 14 };
}

} // namespace assay
