// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace assay {

struct Theme;

/// The icon `name` of resources/icons in the theme's ink, sharp at every size and pixel ratio, and
/// muted where it is disabled. Drawn when it is first shown.
QIcon themedIcon(const QString& name, const Theme& theme);

} // namespace assay
