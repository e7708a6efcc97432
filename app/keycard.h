// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace assay {

class Actions;

/// Shows what every key does, over `parent`, without holding anything up.
void showKeyCard(const Actions& actions, QWidget* parent);

} // namespace assay
