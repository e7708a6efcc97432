// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

namespace assay {

/// What came of a review that a PDF brought.
struct ReviewOutcome {
    ArticleId article;
    bool isNew = false; ///< the article was not in the project before
    qsizetype taken = 0; ///< units of which something new was said
    qsizetype same = 0;
    qsizetype newerHere = 0; ///< said later, or otherwise, in the project: that was left
    qsizetype lost = 0; ///< marks whose words are not in the article
    QStringList reviewers; ///< whose words came in
};

/// True when the PDF that an article came from brought a review or other people's highlights.
bool bringsReview(const ImportedArticle& article);

/// Takes in the review that a PDF brought, and highlights that other programs made, as one edit
/// that one undo takes back. The article is added unless the project has the same text. What a
/// reviewer said in the project later than in the PDF stays; so does what differs in a PDF of
/// another project. Highlights of other programs become notes of a reviewer of their author's name;
/// on a PDF of Assay's those in the colour or with the subject of a tag become that tag. Fails like
/// Project::edit().
Expected<ReviewOutcome> takeReview(Project& project, const ImportedArticle& article);

} // namespace assay
