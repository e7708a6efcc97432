// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/originalexport.h"

namespace assay {

/// Everything a person chooses about annotated PDFs.
struct PaperJob {
    enum class Pages : quint8 {
        Automatic, ///< original ones where the article came as a PDF that can be marked, else new
        New,
        Original,
    };
    PaperOptions options;
    Pages pages = Pages::Automatic;
    OriginalOptions original;
    FurtherPages further; ///< behind new pages; may be empty
};

/// Reads the bytes that an article came as, on any thread.
using OriginalSource = std::function<Expected<QByteArray>()>;

/// Why `file` cannot be given back on original pages.
QString noOriginalPages(const QString& file);

/// Writes one article's annotated PDF as the job says. Where it chooses by itself and the original
/// pages cannot be marked, it takes new ones, and says so in the result's remarks.
Expected<PaperResult> exportArticle(const PaperReview& review, const OriginalSource& original,
    const QString& path, const PaperJob& job, const Progress& progress = {});

} // namespace assay
