// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay {

/// What a character of a font of pictures stands for: of "Symbol" (Adobe's encoding, with the
/// letters of formulas) all, of "Wingdings" the arrows, ticks and bullets. `code` may lie in the
/// private use area, as Word writes it. Empty where it is not known.
QString symbolText(const QString& font, char16_t code);

} // namespace assay
