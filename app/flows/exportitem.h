// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/paperjob.h"

#include <memory>

namespace assay {

/// One article on its way into a file: what is known of it at once, and where its words and its
/// original bytes come from, which are read on another thread when its turn comes.
struct ExportItem {
    PaperReview review; ///< without its text
    Project::TextSource text;
    OriginalSource original;
    QString path; ///< of its own file; empty where all go into one

    /// The review with its text, which is read now.
    Expected<PaperReview> complete();
};

/// The articles with the words of `reviewers`, see ExportFlow::voicesOf(). `paths` has one for each
/// or none at all. `project` must live until the items are done with.
std::shared_ptr<QList<ExportItem>> exportItems(Project& project, const QList<ArticleId>& articles,
    const QStringList& paths, const QList<ReviewerId>& reviewers);

} // namespace assay
