// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QToolBar>

namespace assay {

class Actions;
class KeyButton;

/// The actions that people look for: articles on the left, tags with their colours and keys in the
/// middle, undo and search on the right.
class ToolBar : public QToolBar {
    Q_OBJECT

public:
    explicit ToolBar(Actions& actions);
    void setTheme(const Theme& theme);

private:
    void refreshKeys();

    Actions& m_actions;
    QList<std::pair<QByteArray, KeyButton*>> m_buttons;
};

} // namespace assay
