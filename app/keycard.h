// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace assay {

class Actions;

/// Shows what every key does, over `parent`, without holding anything up.
void showKeyCard(const Actions& actions, QWidget* parent);
/// The rules for sentences that are hard to tag, as a card.
void showRules(QWidget* parent);

/// What the card of keys says, as rich text.
QString keyCardText(const Actions& actions);

} // namespace assay
