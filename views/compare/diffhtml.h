// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

namespace assay {

/// The difference of two sentences as rich text: what only the first has is struck through, what
/// only the second has is underlined; figures in either are bold. `language` as for wordDiff().
QString diffAsHtml(const QString& a, const QString& b, const QString& language, const Theme& theme);

} // namespace assay
