// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QToolBar;

namespace assay {

class Actions;

/// Puts the actions that people look for into the tool bar, tags with their colours and keys in the
/// middle.
void fillToolBar(QToolBar& bar, const Actions& actions);

} // namespace assay
