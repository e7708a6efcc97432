// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QWidget>

#include <array>

class QAbstractButton;
class QGridLayout;

namespace assay {

/// Four joined buttons, one a tag, in a row or, where that is too narrow, in two; none of them down
/// means untagged.
class TagControl : public QWidget {
    Q_OBJECT

public:
    explicit TagControl(QWidget* parent = nullptr);
    void setTag(Tag tag);
    void setTheme(const Theme& theme);

signals:
    void chosen(assay::Tag tag);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(int columns);
    int neededFor(int columns) const;

    std::array<QAbstractButton*, 4> m_buttons;
    std::array<int, 4> m_widths{};
    QGridLayout* m_grid;
    int m_columns = 0;
};

} // namespace assay
