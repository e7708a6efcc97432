// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QStyledItemDelegate>

namespace assay {

/// Draws one match: its relation and score, and both sentences with their tags side by side; one
/// that only one article has fills the row.
class MatchDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const Theme& theme) { m_theme = theme; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintSide(
        QPainter& painter, const QRect& box, const QFont& font, const QString& text, Tag tag) const;

    Theme m_theme;
};

} // namespace assay
