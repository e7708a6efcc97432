// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/resultdelegate.h"

#include "models/items/searchmodel.h"
#include "views/text/elidedlines.h"
#include "views/theme/badge.h"
#include "views/theme/focusring.h"

#include <QPainter>
#include <QTextLayout>

namespace assay {

/// Lines of a sentence that are shown.
static constexpr int mostLines = 3;

void ResultDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen || (option.state & QStyle::State_MouseOver))
        painter->fillRect(option.rect, chosen ? m_theme.current : m_theme.button);
    if (chosen)
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), m_theme.accent);
    const QRect box = option.rect.adjusted(14, 7, -12, -7);
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.9);
    const QFontMetrics smallMetrics(small);
    const Tag tag = static_cast<Tag>(index.data(SearchModel::TagRole).toInt());
    const bool unsure = index.data(SearchModel::UnsureRole).toBool();
    int left = box.left();
    if (tag != Tag::Untagged || unsure) {
        const qreal side = smallMetrics.height();
        paintBadge(*painter, QRectF(left, box.top(), side, side), tag, unsure, m_theme);
        left += qRound(side) + 6;
    }
    painter->setFont(small);
    painter->setPen(m_theme.muted);
    const QRect head(left, box.top(), box.right() - left, smallMetrics.height());
    painter->drawText(head, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
        smallMetrics.elidedText(
            index.data(SearchModel::TitleRole).toString(), Qt::ElideRight, head.width()));

    QTextLayout layout(index.data().toString(), option.font);
    const auto hit = index.data(SearchModel::HitRole).value<TextRange>();
    if (hit.length() > 0) {
        QTextCharFormat marked;
        marked.setBackground(m_theme.hit);
        layout.setFormats({ { hit.start, hit.length(), marked } });
    }
    layOutElided(layout, box.width(), mostLines);
    painter->setPen(m_theme.ink);
    const QPointF at(box.left(), head.bottom() + 3);
    layout.draw(painter, at);
    const QString note = index.data(SearchModel::NoteRole).toString().simplified();
    if (!note.isEmpty()) {
        painter->setFont(small);
        painter->setPen(m_theme.muted);
        painter->drawText(QRectF(box.left(), box.bottom() - smallMetrics.height() + 1, box.width(),
                              smallMetrics.height()),
            static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
            smallMetrics.elidedText(QStringLiteral("✎ ") + note, Qt::ElideRight, box.width()));
    }
    painter->setPen(m_theme.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    paintFocusRing(*painter, option, m_theme);
    painter->restore();
}

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    // All rows are of one height, so that ten thousand cost nothing to lay out.
    const int line = option.fontMetrics.height();
    return { 120, line * (mostLines + 2) + 18 };
}

} // namespace assay
