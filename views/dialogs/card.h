// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace assay {

/// Shows rich text over `parent` in a window of its own that takes nothing away: any other window
/// can be used meanwhile, Escape closes it. A second call for the same title shows the first one.
void showCard(const QString& title, const QString& html, QWidget* parent);

} // namespace assay
