// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/library/articledelegate.h"

#include "models/items/articlelistmodel.h"
#include "views/library/compositionbar.h"
#include "views/theme/focusring.h"

#include <QLineEdit>

#include <QPainter>

namespace assay {

void ArticleDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver))
        painter->fillRect(option.rect, selected ? m_theme.current : m_theme.button);
    if (selected)
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), m_theme.accent);
    paintFocusRing(*painter, option, m_theme);
    const QRect box = option.rect.adjusted(15, 8, -14, -9);
    QFont title = option.font;
    title.setWeight(QFont::DemiBold);
    const QFontMetrics titleMetrics(title);
    painter->setFont(title);
    painter->setPen(m_theme.ink);
    painter->drawText(box.left(), box.top() + titleMetrics.ascent(),
        titleMetrics.elidedText(index.data().toString(), Qt::ElideRight, box.width()));

    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.9);
    const qsizetype tagged = index.data(ArticleListModel::TaggedRole).toLongLong();
    const qsizetype total = index.data(ArticleListModel::TotalRole).toLongLong();
    QString progress = tagged == 0
        ? tr("not started, %n sentence(s)", nullptr, static_cast<int>(total))
        : tr("%1 of %2 tagged").arg(tagged).arg(total);
    switch (static_cast<ArticleStatus>(index.data(ArticleListModel::StatusRole).toInt())) {
    case ArticleStatus::Done:
        progress = tr("%1 · done").arg(progress);
        break;
    case ArticleStatus::Skipped:
        progress = tr("%1 · skipped").arg(progress);
        break;
    default:
        break;
    }
    painter->setFont(small);
    painter->setPen(m_theme.muted);
    painter->drawText(box.left(),
        box.top() + titleMetrics.height() + 3 + QFontMetrics(small).ascent(),
        QFontMetrics(small).elidedText(progress, Qt::ElideRight, box.width()));
    paintComposition(*painter, QRectF(box.left(), box.bottom() - 5, box.width(), 6),
        index.data(ArticleListModel::CompositionRole).value<Composition>(), m_theme);
    painter->restore();
}

QWidget* ArticleDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const
{
    auto* editor = new QLineEdit(parent);
    editor->setAccessibleName(tr("Title"));
    return editor;
}

void ArticleDelegate::updateEditorGeometry(
    QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(QRect(option.rect.left() + 4, option.rect.top() + 1,
        option.rect.width() - 8, editor->sizeHint().height()));
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return { 120, QFontMetrics(option.font).height() * 2 + 34 };
}

} // namespace assay
