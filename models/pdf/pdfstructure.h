// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/pagepart.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <vector>

namespace assay {

class PdfWriter;

/// The structure of one PDF (ISO 32000-1, 14.7 and 14.8): what its pages say as a tree of headings,
/// paragraphs, lists, tables and notes, in the order in which they are to be read, with the
/// annotations on them. Pages come one after the other; of a text the tree is kept until the next
/// one begins, some 200 bytes a part.
class PdfStructure {
public:
    explicit PdfStructure(PdfWriter& writer);

    /// What comes belongs to a text of its own, whose keys are its own. `language` may be empty.
    void beginText(const QString& language);
    /// A page begins: its number in the book, its object, its parts, the language of those that are
    /// ours (or empty). Returns its number in the parent tree, its /StructParents.
    int beginPage(
        int number, int object, const std::vector<PagePart>& parts, const QString& language);
    /// The operators between the item before, if there is one, and the next, which belongs to
    /// `part` of the page (-1: decoration).
    QByteArray mark(int part);
    /// The operators behind the last item.
    QByteArray endPage() const;

    /// A number in the parent tree for an annotation, its /StructParent.
    int reserveAnnotation();
    /// The annotation `object` on the page `page` (an object) is of the part with the key `part` of
    /// the text that was begun last: inside an element of its own of type `type`, or, where that is
    /// empty, inside the part's.
    void putAnnotation(int place, int object, int page, qint64 part, const QByteArray& type);

    /// Puts everything and returns the tree's root. `order` as for PdfBook::finish().
    int write(const QList<int>& order);

private:
    struct Element {
        QByteArray type;
        QByteArray entries; ///< of its dictionary, beside /S, /P, /Pg and /K
        int object = 0;
        int parent = -1; ///< among the elements; -1: the document
        int page = 0; ///< the object of the page that numbers among its kids are of
        QByteArray kids;
        PageRole last = PageRole::Decoration; ///< what the kid that was put last is, and which
        int lastKid = -1;
    };
    struct Text {
        int object = 0; ///< its element's
        int page = 0; ///< it begins with
    };

    int add(int parent, const QByteArray& type, PageRole role, const QByteArray& entries = {});
    int wrapped(int parent, PageRole role, const QByteArray& group, const QByteArray& item);
    int make(const PagePart& part);
    int elementOf(int part);
    int contentElement(int part);
    void endText();

    PdfWriter& m_writer;
    int m_document;
    std::vector<Text> m_texts;
    std::vector<Element> m_elements; ///< of the text that was begun last, as what follows
    QHash<qint64, int> m_byKey;
    int m_text = -1; ///< the element of the text that was begun last
    int m_top = -1; ///< the element that parts of the page go into
    QString m_language; ///< of the section that `m_top` is, if it is one

    const std::vector<PagePart>* m_parts = nullptr; ///< of the page that is drawn
    std::vector<int> m_made; ///< its parts' elements
    int m_page = 0;
    static constexpr int decoration = -1;
    static constexpr int nothing = -2;
    int m_marked = nothing; ///< the element that is drawn now, or one of these
    /// The parent tree: of a page the elements of its marks, of an annotation its element; as
    /// objects.
    struct Place {
        QList<int> marks;
        int object = 0;
    };
    std::vector<Place> m_places;
    int m_firstPlace = 0; ///< the number of the first of them
    std::size_t m_pagePlace = 0; ///< of the page that is drawn, among them
    QList<int> m_leaves; ///< what was put of the tree
};

} // namespace assay
