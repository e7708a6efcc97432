// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The manual: Markdown files in resources/manual/<language>, one after the other by name. What is
/// used of Markdown: headings, paragraphs, lists, tables of two columns, **strong** and `code`, and
/// Pandoc's line with the title in front. A language without a manual has the English one.
namespace assay::manual {

/// `language`: two letters, as "de".
QString markdown(const QString& language = QStringLiteral("en"));
/// A whole page with a table of contents in front.
QString html(const QString& language = QStringLiteral("en"));
/// What stands on the page of that name ("22-rules"), without a frame.
QString page(const QString& language, const QString& name);
/// A man page in section 1, for `version`; in English.
QString manPage(const QString& version);

} // namespace assay::manual
