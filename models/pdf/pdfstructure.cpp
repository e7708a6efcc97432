// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/pdfstructure.h"

#include "models/pdf/pdfsyntax.h"
#include "models/pdf/pdfwriter.h"

#include <algorithm>

namespace assay {

PdfStructure::PdfStructure(PdfWriter& writer)
    : m_writer(writer)
    , m_document(writer.reserve())
{
}

/// Makes an element, the last kid of `parent`.
int PdfStructure::add(int parent, const QByteArray& type, PageRole role, const QByteArray& entries)
{
    const auto number = static_cast<int>(m_elements.size());
    m_elements.push_back({ type, entries, m_writer.reserve(), parent, 0, {} });
    if (parent >= 0) {
        Element& above = m_elements[static_cast<std::size_t>(parent)];
        above.kids += pdf::reference(m_elements.back().object) + ' ';
        above.last = role;
        above.lastKid = number;
    }
    return number;
}

/// An element of type `item` inside one of type `group`, which neighbours share.
int PdfStructure::wrapped(
    int parent, PageRole role, const QByteArray& group, const QByteArray& item)
{
    const Element& above = m_elements[static_cast<std::size_t>(parent)];
    const int around = above.last == role ? above.lastKid : add(parent, group, role);
    return add(around, item, PageRole::Paragraph);
}

/// Puts the elements of the text that was begun last and what the parent tree says of its pages:
/// a leaf of that number tree (7.9.7).
void PdfStructure::endText()
{
    if (m_texts.empty())
        return;
    for (const Element& element : m_elements) {
        const int parent = element.parent < 0
            ? m_document
            : m_elements[static_cast<std::size_t>(element.parent)].object;
        m_writer.put(element.object,
            "<< /S /" + element.type + " /P " + pdf::reference(parent) + element.entries
                + (element.page == 0 ? QByteArray() : " /Pg " + pdf::reference(element.page))
                + " /K [" + element.kids + "] >>");
    }
    QByteArray numbers;
    int number = m_firstPlace;
    for (const Place& place : m_places) {
        numbers += QByteArray::number(number++) + ' '
            + (place.object != 0 ? pdf::reference(place.object) : pdf::array(place.marks)) + ' ';
    }
    if (number > m_firstPlace)
        m_leaves.append(m_writer.put("<< /Limits [" + QByteArray::number(m_firstPlace) + ' '
            + QByteArray::number(number - 1) + "] /Nums [" + numbers + "] >>"));
    m_firstPlace = number;
    m_places.clear();
    m_elements.clear();
}

void PdfStructure::beginText(const QString& language)
{
    endText();
    m_byKey.clear();
    m_language.clear();
    m_top = add(-1, "Art", PageRole::Paragraph,
        language.isEmpty() ? QByteArray() : " /Lang " + pdf::text(language));
    m_text = m_top;
    m_texts.push_back({ m_elements.back().object, -1 });
}

int PdfStructure::beginPage(
    int number, int object, const std::vector<PagePart>& parts, const QString& language)
{
    if (m_texts.empty())
        beginText({});
    Text& text = m_texts.back();
    if (text.page < 0)
        text.page = number;
    if (language != m_language) {
        m_language = language;
        m_top = language.isEmpty()
            ? m_text
            : add(m_text, "Sect", PageRole::Paragraph, " /Lang " + pdf::text(language));
    }
    m_parts = &parts;
    m_made.assign(parts.size(), -1);
    m_page = object;
    m_marked = nothing;
    m_pagePlace = m_places.size();
    m_places.emplace_back();
    return m_firstPlace + static_cast<int>(m_pagePlace);
}

int PdfStructure::make(const PagePart& part)
{
    int parent = part.parent < 0 ? m_top : elementOf(part.parent);
    switch (part.role) {
    case PageRole::Heading:
        return add(parent, 'H' + QByteArray::number(std::clamp<int>(part.level, 1, 6)), part.role);
    case PageRole::ListItem: {
        const int item = wrapped(parent, part.role, "L", "LI");
        return add(item, "LBody", PageRole::Paragraph);
    }
    case PageRole::Quote:
        return wrapped(parent, part.role, "BlockQuote", "P");
    case PageRole::Note:
        parent = m_byKey.value(part.within, parent);
        return add(parent, "Note", part.role);
    case PageRole::Figure:
        return add(parent, "Figure", part.role, " /Alt " + pdf::text(part.words));
    case PageRole::Link:
        return add(parent, "Link", part.role);
    case PageRole::Table:
        return add(parent, "Table", part.role);
    case PageRole::Row:
        return add(parent, "TR", part.role);
    case PageRole::HeadCell:
        return add(parent, "TH", part.role, " /A << /O /Table /Scope /Column >>");
    case PageRole::Cell:
        return add(parent, "TD", part.role);
    case PageRole::Paragraph:
    case PageRole::Decoration:
        break;
    }
    return add(parent, "P", part.role);
}

/// The element of a part of the page that is drawn.
int PdfStructure::elementOf(int part)
{
    const auto at = static_cast<std::size_t>(part);
    if (m_made[at] >= 0)
        return m_made[at];
    const PagePart& wanted = (*m_parts)[at];
    const int known = wanted.key < 0 ? -1 : m_byKey.value(wanted.key, -1);
    const int element = known >= 0 ? known : make(wanted);
    m_made[at] = element;
    if (wanted.key >= 0)
        m_byKey.insert(wanted.key, element);
    return element;
}

/// The element that what is drawn in a part of the page belongs to, or `decoration`.
int PdfStructure::contentElement(int part)
{
    switch ((*m_parts)[static_cast<std::size_t>(part)].role) {
    case PageRole::Decoration:
    case PageRole::Table: // rules and bars between the cells
    case PageRole::Row:
        return decoration;
    default:
        return elementOf(part);
    }
}

QByteArray PdfStructure::mark(int part)
{
    const int wanted = part < 0 ? decoration : contentElement(part);
    if (wanted == m_marked)
        return {};
    const QByteArray end = endPage();
    m_marked = wanted;
    if (wanted == decoration)
        return end + "/Artifact BMC\n";
    Element& element = m_elements[static_cast<std::size_t>(wanted)];
    QList<int>& marks = m_places[m_pagePlace].marks;
    const auto number = QByteArray::number(marks.size());
    marks.append(element.object);
    if (element.page == 0)
        element.page = m_page;
    element.kids += element.page == m_page
        ? number + ' '
        : "<</Type/MCR/Pg " + pdf::reference(m_page) + "/MCID " + number + ">> ";
    return end + '/' + element.type + "<</MCID " + number + ">>BDC\n";
}

QByteArray PdfStructure::endPage() const
{
    return m_marked == nothing ? QByteArray() : QByteArray("EMC\n");
}

int PdfStructure::reserveAnnotation()
{
    m_places.emplace_back();
    return m_firstPlace + static_cast<int>(m_places.size()) - 1;
}

void PdfStructure::putAnnotation(
    int place, int object, int page, qint64 part, const QByteArray& type)
{
    int element = m_byKey.value(part, m_top);
    if (!type.isEmpty())
        element = add(element, type, PageRole::Link);
    Element& owner = m_elements[static_cast<std::size_t>(element)];
    owner.kids
        += "<</Type/OBJR/Obj " + pdf::reference(object) + "/Pg " + pdf::reference(page) + ">> ";
    m_places[static_cast<std::size_t>(place - m_firstPlace)].object = owner.object;
}

int PdfStructure::write(const QList<int>& order)
{
    const int root = m_writer.reserve();
    endText();
    // Texts are read as their pages stand: contents that are known last stand first.
    const auto placeOf = [&order](const Text& text) {
        return order.isEmpty() ? text.page : static_cast<int>(order.indexOf(text.page));
    };
    std::ranges::stable_sort(m_texts, {}, placeOf);
    QList<int> texts;
    for (const Text& text : m_texts)
        texts.append(text.object);
    m_writer.put(m_document,
        "<< /S /Document /P " + pdf::reference(root) + " /K " + pdf::array(texts) + " >>");
    const int tree = m_writer.put("<< /Kids " + pdf::array(m_leaves) + " >>");
    m_writer.put(root,
        "<< /Type /StructTreeRoot /K [" + pdf::reference(m_document) + "] /ParentTree "
            + pdf::reference(tree) + " /ParentTreeNextKey " + QByteArray::number(m_firstPlace)
            + " >>");
    return root;
}

} // namespace assay
