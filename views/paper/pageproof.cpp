// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/pageproof.h"

#include <algorithm>

namespace assay {

PageProof PageProof::of(const std::function<Expected<PaperReview>()>& source, PaperOptions options,
    const FurtherPages& further)
{
    PageProof made;
    Expected<PaperReview> review = source();
    if (!review) {
        made.problem = review.error().message;
        return made;
    }
    made.rightToLeft = std::any_of(review->text.begin(), review->text.end(),
        [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
    const auto document = PaperDocument::of(std::move(*review), options);
    if (!document) {
        made.problem = document.error().message;
        return made;
    }
    Expected<std::vector<PdfPage>> behind = pagesBehind((*document)->pages(), further);
    if (!behind) {
        made.problem = behind.error().message;
        return made;
    }
    made.document = *document;
    if (!behind->empty())
        made.further = std::make_shared<const std::vector<PdfPage>>(std::move(*behind));
    made.missing = made.document->missingLetters();
    return made;
}

} // namespace assay
