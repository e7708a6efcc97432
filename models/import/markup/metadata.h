// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"
#include "models/import/markup/dom.h"

namespace assay {

/// Fills in title, author, date, site, address and language from what the page says of itself: meta
/// tags, OpenGraph, JSON-LD, microdata, the comment that browsers leave in a saved page.
void readMetadata(const Page& page, SourceDocument& document);

/// The article's text as JSON-LD has it; empty for most pages.
QString bodyInData(const Page& page);

/// Letters and digits of a text, small: what two writings of the same words share.
QString essence(const QString& text);

/// The page's headline: its main heading where one agrees with the title that it names, else the
/// title without the site's name. `headingNode` is set to the heading's element or -1.
QString headlineOf(const Page& page, const SourceDocument& document, int& headingNode);

} // namespace assay
