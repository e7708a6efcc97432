// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/markup/dom.h"

#include "models/import/markup/disclosures.h"
#include "models/import/markup/mathtext.h"

#include <gumbo.h>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

QString Node::attribute(QByteArrayView name) const
{
    for (const auto& [key, value] : attributes) {
        if (key == name)
            return value;
    }
    return {};
}

bool Node::has(QByteArrayView name) const
{
    for (const auto& [key, value] : attributes) {
        if (key == name)
            return true;
    }
    return false;
}

bool isOneOf(const QByteArray& tag, std::initializer_list<QByteArrayView> tags)
{
    return std::find(tags.begin(), tags.end(), QByteArrayView(tag)) != tags.end();
}

bool Node::showsNothing() const
{
    if (isOneOf(tag,
            { "script", "style", "noscript", "template", "iframe", "svg", "head", "object", "embed",
                "applet", "canvas", "audio", "video", "select", "textarea", "datalist", "input",
                "map" }))
        return true;
    // Marks that publishing systems hang on headings and paragraphs for programs, not for readers.
    for (const QLatin1StringView mark :
        { " headerlink "_L1, " anchor-link "_L1, " mw-editsection "_L1, " screen-reader-text "_L1,
            " sr-only "_L1, " visually-hidden "_L1,
            // Formulas that stand a second time, beside their MathML or drawn.
            " katex-html "_L1, " mjx_assistive_mathml "_L1 }) {
        if (names.contains(mark))
            return true;
    }
    return isHidden() && !disclosed;
}

bool Node::isHidden() const
{
    const QString style = attribute("style").remove(u' ').toLower();
    return has("hidden") || style.contains("display:none"_L1)
        || style.contains("visibility:hidden"_L1);
}

bool isHeadingTag(const QByteArray& tag)
{
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

bool Node::isInline() const
{
    return isOneOf(tag,
        { "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
            "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp",
            "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
            "ruby", "rb", "rt", "rp", "math", "picture", "source", "amp-img", "o:p", "st1:place",
            "center-x" });
}

/// Copies gumbo's tree into a page, without recursion on the stack.
class PageBuilder {
public:
    explicit PageBuilder(Page& page)
        : m_page(page)
    {
    }

    void copy(const GumboNode* root)
    {
        struct Open {
            const GumboNode* node;
            unsigned next = 0;
            int index;
        };
        std::vector<Open> open{ { root, 0, add(root, -1) } };
        while (!open.empty()) {
            Open& top = open.back();
            const GumboVector& children = top.node->v.element.children;
            if (top.next == children.length) {
                m_page.m_nodes[static_cast<std::size_t>(top.index)].end = m_page.size();
                open.pop_back();
                continue;
            }
            const auto* child = static_cast<const GumboNode*>(children.data[top.next++]);
            const int index = add(child, top.index);
            if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE)
                open.push_back({ child, 0, index });
        }
    }

    void comments(const GumboNode* document)
    {
        const GumboVector& children = document->v.document.children;
        for (unsigned i = 0; i < children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(children.data[i]);
            if (child->type == GUMBO_NODE_COMMENT)
                m_page.leadingComments += QString::fromUtf8(child->v.text.text) + u'\n';
        }
    }

private:
    int add(const GumboNode* node, int parent)
    {
        Node made;
        made.parent = parent;
        if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
            fill(made, node->v.element);
        else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE
            || node->type == GUMBO_NODE_CDATA)
            made.text = QString::fromUtf8(node->v.text.text);
        m_page.m_nodes.push_back(std::move(made));
        m_page.m_nodes.back().end = m_page.size();
        return m_page.size() - 1;
    }

    static void fill(Node& made, const GumboElement& element)
    {
        if (element.tag != GUMBO_TAG_UNKNOWN) {
            made.tag = gumbo_normalized_tagname(element.tag);
        } else {
            GumboStringPiece piece = element.original_tag;
            gumbo_tag_from_original_text(&piece);
            made.tag = QByteArray(
                piece.data, static_cast<qsizetype>(std::min<std::size_t>(piece.length, 64)))
                           .toLower();
            if (made.tag.isEmpty())
                made.tag = "unknown";
        }
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
            const QByteArray name = QByteArray(attribute->name).toLower();
            made.attributes.emplace_back(name, QString::fromUtf8(attribute->value));
            if (name == "class" || name == "id")
                made.names += u' ' + made.attributes.back().second.toLower().simplified() + u' ';
        }
    }

    Page& m_page;
};

/// Elements that never hold one of their own kind: leaving out their end tags makes nothing deep.
static bool closesItself(QByteArrayView tag)
{
    static constexpr QByteArrayView tags[] = { "area", "base", "br", "col", "colgroup", "dd", "dt",
        "embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "param", "source",
        "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr" };
    return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

/// Where the end tag of a script or style starts: strings in it may look like tags.
static qsizetype pastRawText(const QByteArray& html, qsizetype from, const QByteArray& tag)
{
    for (qsizetype i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
        if (html.sliced(i + 2, std::min(tag.size(), html.size() - i - 2)).toLower() == tag)
            return i;
    }
    return -1;
}

/// How deep the tags are nested at most, by counting them.
static int depthOf(const QByteArray& html)
{
    int depth = 0;
    int deepest = 0;
    bool foreign = false;
    for (qsizetype i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
        const bool closing = i + 1 < html.size() && html[i + 1] == '/';
        const qsizetype start = i + 1 + closing;
        qsizetype end = start;
        while (end < html.size() && end - start < 16
            && QChar::isLetterOrNumber(static_cast<uchar>(html[end])))
            ++end;
        const QByteArray tag = html.sliced(start, end - start).toLower();
        if (html.sliced(i, std::min<qsizetype>(4, html.size() - i)) == "<!--") {
            const qsizetype close = html.indexOf("-->", i);
            i = close < 0 ? html.size() - 1 : close;
            continue;
        }
        if (tag.isEmpty() || closesItself(tag))
            continue;
        if (!closing && (tag == "script" || tag == "style")) {
            const qsizetype close = pastRawText(html, end, tag);
            i = close < 0 ? html.size() - 1 : close - 1;
            continue;
        }
        if (tag == "svg" || tag == "math")
            foreign = !closing;
        const qsizetype tagEnd = foreign ? html.indexOf('>', end) : -1;
        if (tagEnd > 0 && html[tagEnd - 1] == '/')
            continue; // drawings close elements in their own tags
        depth = std::max(0, depth + (closing ? -1 : 1));
        deepest = std::max(deepest, depth);
    }
    return deepest;
}

std::optional<Page> Page::parse(const QString& html)
{
    constexpr int deepest
        = 3000; // 20,000 levels take seconds, since the parser looks back over all
    const QByteArray bytes = html.toUtf8();
    if (depthOf(bytes) > deepest)
        return {};
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput* output = gumbo_parse_with_options(
        &options, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    std::optional<Page> page;
    if (output && output->root) {
        page.emplace();
        PageBuilder builder(*page);
        builder.copy(output->root);
        builder.comments(output->document);
        for (const int i : disclosures(*page))
            page->m_nodes[static_cast<std::size_t>(i)].disclosed = true;
    }
    if (output)
        gumbo_destroy_output(&options, output);
    return page;
}

int Page::find(QByteArrayView tag, int from) const
{
    for (int i = from; i < size(); ++i) {
        if (m_nodes[static_cast<std::size_t>(i)].tag == tag)
            return i;
    }
    return -1;
}

QString Page::textOf(int node) const
{
    QString text;
    for (int i = node; i < (*this)[node].end; ++i) {
        const Node& each = (*this)[i];
        if (each.isText())
            text += each.text;
        else if (each.tag != "title" && each.showsNothing())
            i = each.end - 1;
        else if (each.tag == "math") {
            text += mathText(*this, i);
            i = each.end - 1;
        } else if (!each.isInline())
            text += u' ';
    }
    return text.simplified();
}

bool Page::isInside(int node, QByteArrayView tag) const
{
    for (int i = node; i >= 0; i = (*this)[i].parent) {
        if ((*this)[i].tag == tag)
            return true;
    }
    return false;
}

} // namespace assay
