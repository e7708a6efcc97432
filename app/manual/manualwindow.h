// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace assay {

/// Shows the manual beside the window, which can be worked in meanwhile.
void showManual(QWidget* window);

} // namespace assay
