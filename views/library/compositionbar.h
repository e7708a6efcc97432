// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statistics/composition.h"
#include "views/theme/theme.h"

#include <QWidget>

class QPainter;

namespace assay {

/// Paints how much of an article carries each tag as one bar; the rest of the track is untagged.
void paintComposition(
    QPainter& painter, const QRectF& box, const Composition& composition, const Theme& theme);

/// "20 % evidence · 41 % marketing ..." for tooltips, legends and screen readers.
QString compositionText(const Composition& composition);

/// The bar as a widget.
class CompositionBar : public QWidget {
    Q_OBJECT

public:
    explicit CompositionBar(int height, QWidget* parent = nullptr);
    void setComposition(const Composition& composition);
    void setTheme(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Composition m_composition;
    Theme m_theme;
};

} // namespace assay
