// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pdf/highlights.h"

#include "models/pdf/pdfsyntax.h"
#include "models/pdf/pdfwriter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

PdfQuad PdfQuad::of(const QRectF& box, qreal pageHeight)
{
    const qreal top = pageHeight - box.top();
    const qreal bottom = pageHeight - box.bottom();
    return { { box.left(), top }, { box.right(), top }, { box.left(), bottom },
        { box.right(), bottom } };
}

QRectF PdfQuad::bounds() const
{
    return QPolygonF({ topLeft, topRight, bottomLeft, bottomRight }).boundingRect();
}

static QRectF boundsOf(const PdfHighlight& highlight)
{
    QRectF all;
    for (const PdfQuad& quad : highlight.quads)
        all |= quad.bounds();
    return all.adjusted(-2, -2, 2, 2); // the line below the words and its round ends
}

QByteArray PdfAnnotations::common(
    const QString& reviewer, const QString& subject, const QString& note, const QDateTime& time)
{
    const QString contents = (u"[%1] "_s.arg(subject.toUpper()) + note).trimmed();
    const QByteArray date = pdf::date(time);
    const QByteArray tags = QJsonDocument(QJsonArray{ subject }).toJson(QJsonDocument::Compact);
    return " /T " + pdf::text(reviewer) + " /Subj " + pdf::text(subject) + " /Contents "
        + pdf::text(contents) + " /M " + date + " /CreationDate " + date + " /Zotero:AuthorName "
        + pdf::text(reviewer) + " /Zotero:Tags " + pdf::literal(tags);
}

/// Where a note's sign stands: raised behind the unit's last word.
static QRectF iconBox(const PdfQuad& last)
{
    return { last.topRight.x() - 1, last.topRight.y() - 3, 5.4, 4.8 };
}

QList<int> PdfAnnotations::put(const PdfHighlight& highlight, int page, int structure)
{
    const QByteArray name = highlight.unit.toLatin1() + '-' + QByteArray::number(++m_count);
    QRectF bounds;
    QByteArray kind;
    QByteArray drawn;
    if (highlight.isNote()) {
        bounds = highlight.hasIcon ? iconBox(highlight.quads.last())
                                   : highlight.quads.first().bounds();
        kind = "/Text /Name /Comment";
        drawn = icon(highlight, bounds);
    } else {
        bounds = boundsOf(highlight);
        kind = "/Highlight /QuadPoints [";
        for (const PdfQuad& quad : highlight.quads) {
            // Top left, top right, bottom left, bottom right: what viewers expect, unlike the
            // specification's order.
            for (const QPointF& corner :
                { quad.topLeft, quad.topRight, quad.bottomLeft, quad.bottomRight })
                pdf::append(kind, { corner.x(), corner.y() });
        }
        kind += ']';
        drawn = appearance(highlight, bounds);
    }
    const int object = m_writer.reserve();
    const int popup = m_writer.reserve();
    m_writer.put(object,
        "<< /Type /Annot /Subtype " + kind + " /Rect " + pdf::rectangle(bounds) + " /C ["
            + pdf::colour(highlight.tint) + "] /F 4 /NM " + pdf::literal(name)
            + common(highlight.reviewer, highlight.subject, highlight.note, highlight.time) + ' '
            + ownKey + ' ' + pdf::literal(highlight.unit.toLatin1()) + " /AP << /N " + drawn
            + " >> /P " + pdf::reference(page) + " /Popup " + pdf::reference(popup)
            + (structure < 0 ? QByteArray() : " /StructParent " + QByteArray::number(structure))
            + " >>");
    const QRectF window(bounds.right(), bounds.top() - 90, 180, 90);
    m_writer.put(popup,
        "<< /Type /Annot /Subtype /Popup /Rect " + pdf::rectangle(window) + " /Parent "
            + pdf::reference(object) + " /Open false /F 28 /P " + pdf::reference(page) + " >>");
    QList<int> objects{ object, popup };
    for (const PdfReply& other : highlight.replies)
        objects.append(reply(highlight, other, object, bounds));
    return objects;
}

/// Viewers list a reply below the highlight; it shows nothing on the page.
int PdfAnnotations::reply(
    const PdfHighlight& highlight, const PdfReply& reply, int parent, const QRectF& at)
{
    const QByteArray empty = pdf::reference(m_writer.putStream(
        "/Type /XObject /Subtype /Form /BBox [0 0 0 0] /Resources << >>", QByteArray()));
    return m_writer.put("<< /Type /Annot /Subtype /Text /Rect "
        + pdf::rectangle({ at.right(), at.bottom() - 12, 12, 12 }) + " /IRT "
        + pdf::reference(parent) + " /RT /R /F 30 /Name /Comment /C [" + pdf::colour(highlight.tint)
        + "] /NM "
        + pdf::literal(highlight.unit.toLatin1() + "-reply-" + QByteArray::number(++m_count))
        + common(reply.reviewer, reply.subject, reply.note, highlight.time) + ' ' + ownKey + ' '
        + pdf::literal(highlight.unit.toLatin1()) + " /AP << /N " + empty + " >> >>");
}

/// What is drawn, over what lies below it, darker only.
QByteArray PdfAnnotations::form(const QRectF& bounds, const QByteArray& content)
{
    if (m_resources == 0) {
        const int state = m_writer.put("<< /Type /ExtGState /BM /Multiply >>");
        m_resources = m_writer.put("<< /ExtGState << /G " + pdf::reference(state) + " >> >>");
    }
    return pdf::reference(
        m_writer.putStream("/Type /XObject /Subtype /Form /BBox " + pdf::rectangle(bounds)
                + " /Resources " + pdf::reference(m_resources) + " /Group << /S /Transparency >>",
            content));
}

/// A small sheet with two lines; nothing where the page shows the note itself.
QByteArray PdfAnnotations::icon(const PdfHighlight& highlight, const QRectF& box)
{
    QByteArray content;
    if (highlight.hasIcon) {
        const auto line = [&content, &box](qreal height) {
            pdf::append(content, { box.left() + 1.3, box.top() + height });
            content += "m ";
            pdf::append(content, { box.right() - 1.3, box.top() + height });
            content += "l ";
        };
        content = "/G gs\n" + pdf::colour(highlight.tint) + "rg " + pdf::colour(highlight.line)
            + "RG .5 w\n";
        pdf::append(
            content, { box.left() + 0.3, box.top() + 0.3, box.width() - 0.6, box.height() - 0.6 });
        content += "re B\n";
        line(1.8);
        line(3);
        content += "S\n";
    }
    return form(box, content);
}

/// The tint under the words and the tag's line below them: solid, dashed or dotted. One path each,
/// so that lines that touch are not darker where they do.
QByteArray PdfAnnotations::appearance(const PdfHighlight& highlight, const QRectF& bounds)
{
    QByteArray content = "/G gs\n" + pdf::colour(highlight.tint) + "rg\n";
    for (const PdfQuad& quad : highlight.quads) {
        pdf::append(content, { quad.topLeft.x(), quad.topLeft.y() });
        content += "m ";
        for (const QPointF& corner : { quad.topRight, quad.bottomRight, quad.bottomLeft }) {
            pdf::append(content, { corner.x(), corner.y() });
            content += "l ";
        }
        content += "h\n";
    }
    content += "f\n" + pdf::colour(highlight.line) + "RG 1.1 w\n";
    if (highlight.tag == Tag::Marketing)
        content += "[3.6 2] 0 d\n";
    else if (highlight.tag == Tag::Caveat)
        content += "1 J [0 2.2] 0 d\n";
    for (const PdfQuad& quad : highlight.quads) {
        pdf::append(content, { quad.bottomLeft.x(), quad.bottomLeft.y() });
        content += "m ";
        pdf::append(content, { quad.bottomRight.x(), quad.bottomRight.y() });
        content += "l S\n";
    }
    return form(bounds, content);
}

} // namespace assay
