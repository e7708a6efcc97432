// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/paperexport.h"

namespace assay {

class ImportProcess;

/// How the pages of an article's own PDF are marked.
struct OriginalOptions {
    bool summary = true; ///< the cover's pages follow the others
    bool rewrite = false; ///< a damaged or encrypted file may be written anew
};

/// True when the article came as a PDF whose pages can be marked.
bool hasOriginalPages(const Provenance& from);

/// Lays the review's highlights onto the pages of `original`, the PDF that the article came as, and
/// writes that to `path`. The original's bytes stay as they are unless it is written anew. Fails,
/// writing nothing, when the file is damaged or encrypted and may not be rewritten, or cannot be
/// marked at all. Runs on any thread, with an import process of its own.
Expected<PaperResult> exportOriginal(const PaperReview& review, const QByteArray& original,
    const QString& path, const PaperOptions& options, const OriginalOptions& how,
    const Progress& progress = {});

} // namespace assay
