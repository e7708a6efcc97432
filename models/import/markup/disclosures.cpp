// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/disclosures.h"

#include "models/import/markup/elementnames.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

/// The ids that the page's buttons, tabs and links name as what they open.
static QSet<QString> controlledIds(const Page& page)
{
    QSet<QString> ids;
    for (int i = 0; i < page.size(); ++i) {
        const Node& node = page[i];
        const QString role = node.isText() ? QString() : node.attribute("role");
        if (!isOneOf(node.tag, { "button", "summary", "a" }) && role != "button"_L1
            && role != "tab"_L1)
            continue;
        for (const QString& id : node.attribute("aria-controls").split(u' ', Qt::SkipEmptyParts))
            ids.insert(id);
        for (const char* const name : { "href", "data-target", "data-bs-target" }) {
            const QString target = node.attribute(name);
            if (target.size() > 1 && target.startsWith(u'#'))
                ids.insert(target.sliced(1));
        }
    }
    return ids;
}

/// Whether the element opens what stands behind it: a button that says so, or a heading with one.
static bool opensNext(const Page& page, int i)
{
    const Node& node = page[i];
    if (node.tag == "button")
        return node.has("aria-expanded") || node.has("aria-controls");
    if (!isHeadingTag(node.tag))
        return false;
    constexpr int nearest = 100; // headings inside each other would be searched again and again
    for (int k = i; k < std::min(node.end, i + nearest); ++k) {
        if (page[k].tag == "button")
            return true;
    }
    return false;
}

/// Whether the element, or one near around it, holds what is no part of an article.
static bool isApart(const Page& page, int i)
{
    if (hintOf(page[i]) == Hint::Furniture || isInOthersProse(page, i))
        return true;
    constexpr int nearest = 60;
    for (int up = 0; i >= 0 && up < nearest; i = page[i].parent, ++up) {
        if (isOneOf(page[i].tag, { "nav", "footer", "dialog", "menu", "aside" }))
            return true;
    }
    return false;
}

std::vector<int> disclosures(const Page& page)
{
    std::vector<int> found;
    std::optional<QSet<QString>> ids; // most pages hide nothing
    std::vector<int> elementBefore(static_cast<std::size_t>(page.size()), -1); // of each parent
    for (int i = 1; i < page.size(); ++i) {
        const Node& node = page[i];
        if (node.isText())
            continue;
        const int before = std::exchange(elementBefore[static_cast<std::size_t>(node.parent)], i);
        if (!node.isHidden())
            continue;
        if (!ids)
            ids = controlledIds(page);
        const QString role = node.attribute("role");
        const bool opens = role == "region"_L1 || role == "tabpanel"_L1
            || ids->contains(node.attribute("id")) || (before >= 0 && opensNext(page, before));
        if (opens && !isApart(page, i))
            found.push_back(i);
    }
    return found;
}

} // namespace assay
