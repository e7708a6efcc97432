// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

namespace assay {

/// Everything the pages of one article show: values, so that pages can be made on any thread.
struct PaperReview {
    ArticleFacts facts;
    QString text;
    QList<Unit> units;
    QList<Mark> marks; ///< one a unit
    QString reviewer; ///< empty: nobody reviewed it
    Composition composition;
    QDateTime time; ///< of the export, UTC

    /// The article as `reviewer` sees it; a null reviewer means the one who tagged most. Waits for
    /// the text.
    static Expected<PaperReview> of(Project& project, ArticleId article, ReviewerId reviewer);
    /// The same without the text, which the caller adds. Does not wait. The article must be in the
    /// project.
    static PaperReview withoutText(const Project& project, ArticleId article, ReviewerId reviewer);
    /// The review as JSON, for the attachment.
    QByteArray toJson() const;
};

} // namespace assay
