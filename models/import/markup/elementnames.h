// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/markup/dom.h"

namespace assay {

/// What an element's tag, class, id and role say about the text inside.
enum class Hint {
    None,
    Article, ///< names the article's own text: "entry-content", itemprop=articleBody
    Furniture, ///< names what stands around it: navigation, share bars, related links, comments
};

/// The hint of one element, without its parents.
Hint hintOf(const Node& node);
/// Whether the element's names say that it holds prose of others than the article's author, which
/// may be longer than the article: readers' comments, terms of consent.
bool holdsOthersProse(const Node& node);
/// Whether `node`, or an element near around it other than the page's own, holds such prose.
bool isInOthersProse(const Page& page, int node);

} // namespace assay
