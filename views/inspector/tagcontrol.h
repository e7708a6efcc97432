// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QWidget>

#include <array>

class QAbstractButton;

namespace assay {

/// Four joined buttons, one a tag; none of them down means untagged.
class TagControl : public QWidget {
    Q_OBJECT

public:
    explicit TagControl(QWidget* parent = nullptr);
    void setTag(Tag tag);
    void setTheme(const Theme& theme);

signals:
    void chosen(assay::Tag tag);

private:
    std::array<QAbstractButton*, 4> m_buttons;
};

} // namespace assay
