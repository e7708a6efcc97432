// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"
#include "models/import/document.h"

namespace assay {

/// Makes an article of a document: its blocks one below the other, cut into units, with the title
/// and the origin that the file names. `name` is the file's, without its folder.
ImportedArticle assemble(const SourceDocument& document, const QString& name);

} // namespace assay
