// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/markup/dom.h"

namespace assay {

/// Elements that are hidden until a reader opens them: the panels of accordions and tabs. Menus,
/// dialogs and terms of consent, which open alike, are none of the article's.
std::vector<int> disclosures(const Page& page);

/// Whether the element is a button that stands for a heading: a question, or the title of what it
/// shows and hides.
bool opensSection(const Page& page, int i);

} // namespace assay
