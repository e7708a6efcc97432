// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/format.h"

namespace assay {

/// Reads a web page: its blocks, what of them is furniture, and what it says of itself. Markup that
/// no parser can bear is read as bare text, with a finding that says so.
SourceDocument readPage(const QString& html);

/// Reads a page that is all text, such as a book's chapter or a letter: nothing in it is furniture.
SourceDocument readBarePage(const QString& html);

} // namespace assay
