// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/review.h"

namespace assay {

/// How the review was made and what its pages leave out, in sentences, so that who reads a PDF can
/// judge its figures: units tagged, reviewers, tags that are highlighted, page furniture.
/// `onOriginal`: the pages are the article's own, and show highlights alone.
QString methodText(const PaperReview& review, const PaperOptions& options, bool onOriginal);

} // namespace assay
