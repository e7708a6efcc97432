// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statistics/tagstrip.h"
#include "views/theme/theme.h"

#include <QWidget>

namespace assay {

/// Paints where in an article each tag stands, from its beginning to its end.
void paintTagStrip(QPainter& painter, const QRectF& box, const TagStrip& strip, const Theme& theme);

/// "First caveat at 82 % of the text"; without a caveat that none is there.
QString tagStripText(const TagStrip& strip);

/// The strip as a widget.
class TagStripBar : public QWidget {
    Q_OBJECT

public:
    static constexpr int cells = 160;

    explicit TagStripBar(QWidget* parent = nullptr);
    void setStrip(const TagStrip& strip);
    void setTheme(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TagStrip m_strip;
    Theme m_theme;
};

} // namespace assay
