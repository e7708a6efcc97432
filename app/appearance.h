// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

namespace assay {

/// Gives the application the colours that the person chose, or those of the desktop, and returns
/// them.
Expected<Theme> applyChosenTheme();

} // namespace assay
