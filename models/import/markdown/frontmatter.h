// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"

namespace assay {

/// Takes front matter, YAML between "---" or TOML between "+++", off `text` and puts what it says
/// of title, author and date into `document`. Two rules with paragraphs between them stay.
void takeFrontMatter(QString& text, SourceDocument& document);

} // namespace assay
