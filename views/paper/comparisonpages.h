// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/report.h"
#include "views/paper/coverpages.h"

namespace assay {

/// The pages of a comparison report: what each article is made of, relations counted, then pairs in
/// conflict, caveats that the other leaves out, and copied sentences, side by side. They stand at
/// `position`.
Expected<std::vector<PdfPage>> comparisonPages(
    const ComparisonReport& report, QPageSize::PageSizeId size, const PaperPosition& position);

} // namespace assay
