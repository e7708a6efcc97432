// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"

namespace assay {

/// The blocks of HTML that stands inside another text, in their order. Markup that no parser can
/// bear gives its bare text as one block.
QList<SourceBlock> blocksOfHtml(const QString& html);

/// What a character reference such as "&alpha;" or "&#945;" stands for; the reference itself where
/// HTML knows none of that name.
QString decodedReference(const QString& reference);

/// Whether an inline tag such as "<br>" or "</div>", as written, parts the words around it.
bool partsWords(const QString& tag);
/// Whether the tag, as written, is a line break.
bool isLineBreak(const QString& tag);

/// The characters outside of tags, for markup that is too deep to parse.
QString withoutTags(QString html);

} // namespace assay
