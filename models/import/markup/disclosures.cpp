// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/disclosures.h"

#include "models/import/markup/elementnames.h"

#include <QRegularExpression>
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

/// Whether the element opens what stands hidden behind it: a button that says so, a heading, which
/// would have nothing to head otherwise, or a term.
static bool opensNext(const Page& page, int i)
{
    const Node& node = page[i];
    if (node.tag == "button")
        return node.has("aria-expanded") || node.has("aria-controls");
    return isHeadingTag(node.tag) || node.tag == "dt";
}

/// Whether its own name, or its parent's, says that readers open it: "faq-answer", "read-more".
static bool isNamedPanel(const Page& page, int i)
{
    static const QRegularExpression names(
        u"accordion|faq|toggle|collaps|tab-?pane|(?<![a-z])(?:answer|more|more-?text|more-?content|"
        "read-?more|spoiler|expand(?:ed|able)?)(?![a-z])"_s);
    return page[i].names.contains(names)
        || (page[i].parent > 0 && page[page[i].parent].names.contains(names));
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
            || ids->contains(node.attribute("id")) || (before >= 0 && opensNext(page, before))
            || isNamedPanel(page, i);
        if (opens && !isApart(page, i))
            found.push_back(i);
    }
    return found;
}

bool opensSection(const Page& page, int i)
{
    constexpr qsizetype longest = 200; // of a heading, UTF-16
    const Node& node = page[i];
    if (node.tag != "button" || !(node.has("aria-expanded") || node.has("aria-controls")))
        return false;
    for (int k = node.parent, up = 0; k >= 0 && up < 60; k = page[k].parent, ++up) {
        if (isOneOf(page[k].tag, { "nav", "header", "footer", "dialog", "menu", "aside", "form" }))
            return false;
    }
    const QString words = page.textOf(i);
    if (words.size() < 3 || words.size() > longest)
        return false;
    int next = node.end;
    while (next < page.size() && page[next].isText() && page[next].text.trimmed().isEmpty())
        ++next;
    const bool shows = next < page.size() && page[next].parent == node.parent
        && (page[next].disclosed
            || (page[next].has("id")
                && node.attribute("aria-controls")
                    .split(u' ')
                    .contains(page[next].attribute("id"))));
    return shows || words.endsWith(u'?');
}

} // namespace assay
