// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <optional>
#include <vector>

namespace assay {

/// An element or a text of a page. Nodes lie in the order of the page, so a subtree is the stretch
/// from a node to its `end`.
struct Node {
    int parent = -1;
    int end = 0; ///< index behind the last node inside
    QByteArray tag; ///< lower case; empty for a text
    QString text; ///< of a text, as written
    QString names; ///< class and id, lower case, each between blanks
    std::vector<std::pair<QByteArray, QString>> attributes;
    bool disclosed = false; ///< hidden until a reader opens it

    bool isText() const { return tag.isEmpty(); }
    /// The attribute's value; empty where there is none.
    QString attribute(QByteArrayView name) const;
    bool has(QByteArrayView name) const;
    /// Whether the page hides it at first, by an attribute of its own.
    bool isHidden() const;
    /// Whether it shows no words of the page: scripts, styles, what is hidden, marks for programs.
    bool showsNothing() const;
    /// Whether its text stands in lines with what is around it.
    bool isInline() const;
};

/// Whether an element's tag is one of these.
bool isOneOf(const QByteArray& tag, std::initializer_list<QByteArrayView> tags);

/// Whether it is the tag of a heading, h1 to h6.
bool isHeadingTag(const QByteArray& tag);

/// A page as a tree. Node 0 is the root element.
class Page {
public:
    /// Parses HTML as a browser does. Nothing for markup that is nested deeper than any page is.
    static std::optional<Page> parse(const QString& html);

    const Node& operator[](int i) const { return m_nodes[static_cast<std::size_t>(i)]; }
    int size() const { return static_cast<int>(m_nodes.size()); }
    /// The first element of that tag at or behind `from`; -1 for none.
    int find(QByteArrayView tag, int from = 0) const;
    /// All text inside, blanks made single, formulas in a line.
    QString textOf(int node) const;
    /// Whether `node` or an element around it has one of the tags, up to `top`.
    bool isInside(int node, QByteArrayView tag) const;
    /// Comments before the root element, where browsers write whence they saved a page.
    QString leadingComments;

private:
    std::vector<Node> m_nodes;
    friend class PageBuilder;
};

} // namespace assay
