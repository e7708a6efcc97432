// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/pdfbook.h"

#include "models/base/parallel.h"
#include "models/pdf/fontface.h"
#include "models/pdf/pdfsyntax.h"

#include <QCryptographicHash>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

PdfBook::PdfBook(QIODevice& out)
    : m_writer(out)
    , m_annotations(m_writer)
    , m_structure(m_writer)
    , m_root(m_writer.reserve())
    , m_tree(m_writer.reserve())
    , m_resources(m_writer.reserve())
{
}

int PdfBook::pageObject(int page)
{
    while (static_cast<int>(m_objects.size()) <= page)
        m_objects.push_back(m_writer.reserve());
    return m_objects[static_cast<size_t>(page)];
}

void PdfBook::beginText(const QString& language)
{
    m_structure.beginText(language);
}

QByteArray PdfBook::contentOf(const PdfPage& page)
{
    QByteArray content;
    const qreal height = page.size.height();
    const QTransform upwards(1, 0, 0, -1, 0, height);
    const auto number = static_cast<int>(m_structures.size());
    m_structures.push_back(
        m_structure.beginPage(number, pageObject(number), page.drawing.parts(), page.language));
    for (size_t i = 0; i < page.drawing.items().size(); ++i) {
        const auto& item = page.drawing.items()[i];
        content += m_structure.mark(page.drawing.partOf(i));
        if (const auto* text = std::get_if<DrawnText>(&item)) {
            m_fonts.draw(content, *text, height);
            continue;
        }
        const auto& shape = std::get<DrawnPath>(item);
        content += pdf::colour(shape.colour) + "rg\n" + pathOperators(upwards.map(shape.path))
            + (shape.path.fillRule() == Qt::OddEvenFill ? "f*\n" : "f\n");
    }
    return content + m_structure.endPage();
}

void PdfBook::addPages(const std::vector<PdfPage>& pages)
{
    // Codes of glyphs are given one page after the other, so that the same pages make the same
    // file; packing is what takes time.
    QList<QByteArray> contents;
    contents.reserve(static_cast<qsizetype>(pages.size()));
    for (const PdfPage& page : pages)
        contents.append(contentOf(page));
    inParallel(contents, [](QByteArray& content) { content = deflated(content); });
    for (size_t i = 0; i < pages.size(); ++i)
        putPage(pages[i], contents[static_cast<qsizetype>(i)]);
}

void PdfBook::putPage(const PdfPage& page, const QByteArray& packed)
{
    const auto structure = QByteArray::number(m_structures[static_cast<size_t>(m_count)]);
    const int object = pageObject(m_count++);
    m_heights.push_back(static_cast<float>(page.size.height()));
    QList<int> annotations;
    for (const PdfHighlight& highlight : page.highlights) {
        const int place = m_structure.reserveAnnotation();
        const QList<int> objects = m_annotations.put(highlight, object, place);
        m_structure.putAnnotation(place, objects.first(), object, highlight.part, "Annot");
        annotations += objects;
    }
    for (const PdfLink& link : page.links) {
        const QRectF& box = link.box;
        const int place = m_structure.reserveAnnotation();
        annotations.append(m_writer.put("<< /Type /Annot /Subtype /Link /Rect "
            + pdf::rectangle(
                { box.left(), page.size.height() - box.bottom(), box.width(), box.height() })
            + " /Border [0 0 0] /F 4 /Dest [" + pdf::reference(pageObject(link.page))
            + " /XYZ null " + pdf::number(page.size.height() - link.top) + " null] /Contents "
            + pdf::text(link.words) + " /StructParent " + QByteArray::number(place) + " >>"));
        m_structure.putAnnotation(place, annotations.last(), object, link.part, {});
    }
    const int content = m_writer.putStream({}, packed, PdfWriter::Packing::Before);
    m_writer.put(object,
        "<< /Type /Page /Parent " + pdf::reference(m_tree) + " /MediaBox "
            + pdf::rectangle({ {}, page.size }) + " /Resources " + pdf::reference(m_resources)
            + " /Contents " + pdf::reference(content) + " /StructParents " + structure + " /Tabs /S"
            + (annotations.isEmpty()
                    ? QByteArray()
                    : " /Annots " + pdf::reference(m_writer.put(pdf::array(annotations))))
            + " >>");
}

void PdfBook::attach(const PdfAttachment& file, const QDateTime& time)
{
    m_attachments.append(putAttachment(m_writer, file, time));
}

QByteArray PdfBook::destination(int page, qreal top)
{
    page = std::clamp(page, 0, m_count - 1);
    const auto index = static_cast<size_t>(page);
    return '[' + pdf::reference(m_objects[index]) + " /XYZ null "
        + pdf::number(static_cast<qreal>(m_heights[index]) - top) + " null]";
}

/// The outline as a tree: entries of one parent are chained (ISO 32000-1, 12.3.3).
int PdfBook::putOutline(const QList<PdfOutlineEntry>& outline)
{
    struct Item {
        int object = 0, parent = -1, first = -1, last = -1, previous = -1, next = -1;
        int shown = 0; ///< entries below it that show when it is open
    };
    const int root = m_writer.reserve();
    std::vector<Item> items(static_cast<size_t>(outline.size()));
    Item top;
    std::vector<int> path; // from the top to the latest entry; levels may be left out
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        Item& item = items[static_cast<size_t>(i)];
        item.object = m_writer.reserve();
        while (!path.empty() && outline[path.back()].level >= outline[i].level)
            path.pop_back();
        item.parent = path.empty() ? -1 : path.back();
        Item& parent = item.parent < 0 ? top : items[static_cast<size_t>(item.parent)];
        item.previous = parent.last;
        if (parent.last >= 0)
            items[static_cast<size_t>(parent.last)].next = i;
        else
            parent.first = i;
        parent.last = i;
        path.push_back(i);
    }
    for (int i = static_cast<int>(items.size()) - 1; i >= 0; --i) {
        const Item& item = items[static_cast<size_t>(i)];
        Item& parent = item.parent < 0 ? top : items[static_cast<size_t>(item.parent)];
        parent.shown += 1 + (outline[i].open ? item.shown : 0);
    }
    const auto link = [&items](const char* key, int at) {
        return at < 0 ? QByteArray() : key + pdf::reference(items[static_cast<size_t>(at)].object);
    };
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const Item& item = items[static_cast<size_t>(i)];
        const int parent = item.parent < 0 ? root : items[static_cast<size_t>(item.parent)].object;
        m_writer.put(item.object,
            "<< /Title " + pdf::text(outline[i].title) + " /Parent " + pdf::reference(parent)
                + " /Dest " + destination(outline[i].page, outline[i].top)
                + link(" /Prev ", item.previous) + link(" /Next ", item.next)
                + link(" /First ", item.first) + link(" /Last ", item.last)
                + (item.first < 0 ? QByteArray()
                                  : " /Count "
                            + QByteArray::number(outline[i].open ? item.shown : -item.shown))
                + " >>");
    }
    m_writer.put(root,
        "<< /Type /Outlines" + link(" /First ", top.first) + link(" /Last ", top.last) + " /Count "
            + QByteArray::number(top.shown) + " >>");
    return root;
}

Expected<void> PdfBook::finish(const PdfInformation& information, const QList<int>& order)
{
    m_writer.put(m_resources, "<< /Font " + pdf::reference(m_fonts.dictionary(m_writer)) + " >>");
    m_fonts.write(m_writer);
    QList<int> kids;
    for (int i = 0; i < m_count; ++i)
        kids.append(pageObject(order.isEmpty() ? i : order[i]));
    m_writer.put(m_tree,
        "<< /Type /Pages /Count " + QByteArray::number(m_count) + " /Kids " + pdf::array(kids)
            + " >>");
    QByteArray catalog = "<< /Type /Catalog /Pages " + pdf::reference(m_tree)
        + " /MarkInfo << /Marked true >> /StructTreeRoot "
        + pdf::reference(m_structure.write(order))
        + " /ViewerPreferences << /DisplayDocTitle true >> /Metadata "
        + pdf::reference(putMetadata(m_writer, information));
    if (!information.language.isEmpty())
        catalog += " /Lang " + pdf::text(information.language);
    if (!information.outline.isEmpty())
        catalog += " /Outlines " + pdf::reference(putOutline(information.outline));
    QByteArray names;
    std::sort(m_attachments.begin(), m_attachments.end()); // a name tree is in order
    for (const auto& [name, object] : std::as_const(m_attachments))
        names += name + ' ' + pdf::reference(object) + ' ';
    if (!names.isEmpty())
        catalog += " /Names << /EmbeddedFiles << /Names [" + names + "] >> >>";
    m_writer.put(m_root, catalog + " >>");
    const int info = m_writer.put("<<" + informationEntries(information) + " >>");
    const QByteArray id = '<'
        + QCryptographicHash::hash(
            information.title.toUtf8() + pdf::date(information.created), QCryptographicHash::Md5)
              .toHex()
        + '>';
    return m_writer.finish("/Root " + pdf::reference(m_root) + " /Info " + pdf::reference(info)
        + " /ID [" + id + id + ']');
}

} // namespace assay
