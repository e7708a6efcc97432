// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/paperexport.h"

#include <functional>

namespace assay {

/// The pages as they would come out, to be looked at before anything is written, and what a person
/// should know of them first.
struct PageProof {
    std::shared_ptr<const PaperDocument> document; ///< null where there is a problem
    std::shared_ptr<const std::vector<PdfPage>> further; ///< behind them; null where there are none
    QString problem;
    QString missing; ///< letters without a font
    bool rightToLeft = false; ///< some of the text runs so

    /// Gets the review and lays it out. Takes a moment for long articles: runs on any thread, as
    /// far as `source` does.
    static PageProof of(const std::function<Expected<PaperReview>()>& source, PaperOptions options,
        const FurtherPages& further);
};

} // namespace assay
