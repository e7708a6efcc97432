// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/pdfbook.h"
#include "models/statistics/composition.h"
#include "views/paper/review.h"

namespace assay {

/// One article in a table of contents.
struct ContentsEntry {
    QString title;
    int page = 0; ///< its first, as added to the file, from 0
    QString reviewers;
    Composition composition;
};

/// The table of contents of a file with many articles. It stands in front of their pages.
struct ContentsPages {
    /// How many pages it takes.
    static int count(qsizetype entries, const PaperOptions& options);
    static Expected<std::vector<PdfPage>> draw(
        const QString& title, const QList<ContentsEntry>& entries, const PaperOptions& options);
};

} // namespace assay
