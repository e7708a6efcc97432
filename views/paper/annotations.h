// SPDX-License-Identifier: GPL-3.0-or-later
// What reviewers say of a unit, as the annotation that a PDF gets.
#pragma once

#include "models/pdf/highlights.h"
#include "views/paper/review.h"

namespace assay {

struct Theme;

/// Whether some reviewer says something of the unit that `options` show.
bool hasAnnotation(const PaperReview& review, const PaperOptions& options, qsizetype unit);
/// The highlight of a unit that has an annotation, on these quads: the first reviewer's, with the
/// others' as replies where the unit `begins` on the page. Its tag is None where that reviewer gave
/// none that is shown, and what there is are notes or other reviewers' tags.
PdfHighlight highlightOf(const PaperReview& review, const PaperOptions& options, const Theme& theme,
    qsizetype unit, const QList<PdfQuad>& quads, bool begins);

} // namespace assay
