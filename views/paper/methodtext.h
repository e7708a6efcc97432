// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/review.h"

namespace assay {

/// How the review was made and what its pages leave out, in sentences, so that who reads a PDF can
/// judge its figures: units tagged, reviewers, tags that are highlighted, page furniture.
QString methodText(const PaperReview& review, const PaperOptions& options);

} // namespace assay
