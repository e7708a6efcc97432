// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/comparison.h"
#include "views/theme/theme.h"

#include <QPainterPath>
#include <QWidget>

namespace assay {

class Reader;

/// Joins what belongs together in two readers, where both ends are in view: a band in the colour
/// of the relation, with its name or score on it.
class Ribbons : public QWidget {
    Q_OBJECT

public:
    Ribbons(Reader* left, Reader* right, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    /// The matches to join, in order of the left article, none of them merely related.
    void setMatches(const std::shared_ptr<const std::vector<Match>>& matches);
    /// The one that is looked at, drawn strong.
    void setCurrent(const std::optional<Match>& match);

    QSize sizeHint() const override; ///< as wide as the longest label
    QSize minimumSizeHint() const override { return { 40, 40 }; }

signals:
    void chosen(const assay::Match& match);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    struct Ribbon {
        std::size_t match = 0;
        QPainterPath path;
        qreal middle = 0; ///< where its label wants to stand
    };
    /// First and last line of some units in this widget, or nothing where none is in view.
    std::optional<std::pair<qreal, qreal>> extent(
        const Reader& reader, const std::vector<quint32>& units) const;
    std::vector<Ribbon> visibleRibbons() const;
    const Match* matchAt(QPointF place) const;
    QString label(const Match& match) const;

    Reader* m_left;
    Reader* m_right;
    Theme m_theme;
    std::shared_ptr<const std::vector<Match>> m_matches
        = std::make_shared<const std::vector<Match>>();
    std::optional<Match> m_current;
};

} // namespace assay
