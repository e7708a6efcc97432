// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay {

/// Why working on a project in this place is risky, for people: a network or a synced folder. Empty
/// where it is not.
QString riskOfPlace(const QString& path);

} // namespace assay
