// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/report.h"

#include <QPageSize>

namespace assay {

/// Writes a comparison report to a file: by its ending as PDF, HTML or CSV. What is
/// there is replaced once the new one is complete. Needs fonts for PDF. Returns the letters that no
/// font on this computer has; they show as boxes.
Expected<QString> exportComparison(const ComparisonReport& report, const QString& path,
    QPageSize::PageSizeId size = QPageSize::A4);

} // namespace assay
