// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The manual: Markdown files in resources/manual, one after the other by name. What is used of
/// Markdown: headings, paragraphs, lists, tables of two columns, **strong** and `code`.
namespace assay::manual {

QString markdown();
/// A whole page with a table of contents in front.
QString html();
/// A man page in section 1, for `version`.
QString manPage(const QString& version);

} // namespace assay::manual
