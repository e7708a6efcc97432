// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay {

/// Rewrites the footnotes of a Markdown text as plain Markdown: a definition "[^1]: words" becomes
/// a paragraph "1 words", a reference "[^1]" to one becomes "[1]". A parser without footnotes takes
/// definitions for addresses of links and leaves them out.
QString withPlainFootnotes(const QString& text);

} // namespace assay
