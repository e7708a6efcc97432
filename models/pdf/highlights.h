// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/kinds.h"

#include <QByteArray>
#include <QColor>
#include <QDateTime>
#include <QList>
#include <QPolygonF>
#include <QRectF>

namespace assay {

class PdfWriter;

/// The corners of a stretch of a line, in points of the page's own space: y upwards, before any
/// rotation of the page. "Left" and "top" are the reader's.
struct PdfQuad {
    QPointF topLeft, topRight, bottomLeft, bottomRight;

    /// Of an upright box on a page `pageHeight` points high, y downwards from the page's top.
    static PdfQuad of(const QRectF& box, qreal pageHeight);
    QRectF bounds() const;
    bool operator==(const PdfQuad&) const = default;
};

/// What another reviewer said of a highlighted unit.
struct PdfReply {
    QString reviewer;
    QString subject; ///< the tag in English
    QString note;

    bool operator==(const PdfReply&) const = default;
};

/// One highlight annotation: the part of one tagged unit that stands on one page. Without a tag it
/// is a note: an annotation that colours nothing.
struct PdfHighlight {
    QList<PdfQuad> quads; ///< one a line
    Tag tag = Tag::Evidence;
    QColor line;
    QColor tint; ///< opaque
    QString unit; ///< the same for the parts of one unit on several pages
    QString reviewer;
    QString note;
    QString subject; ///< the tag in English
    QDateTime time; ///< UTC
    QList<PdfReply> replies; ///< on the unit's first part only
    bool hasIcon = false; ///< of a note: the page does not show it otherwise
    qint64 part = -1; ///< key of the page's part that it lies on

    bool isNote() const { return tag == Tag::None || tag == Tag::Untagged; }
    bool operator==(const PdfHighlight&) const = default;
};

/// Puts highlight annotations with what belongs to them: an appearance each, so that they look
/// alike everywhere, a window for the note, other reviewers' replies. Their names (/NM) are unique
/// in the file.
class PdfAnnotations {
public:
    explicit PdfAnnotations(PdfWriter& writer)
        : m_writer(writer)
    {
    }

    /// `highlight` has quads. Returns the numbers of the objects that the page `page` (an object)
    /// is to name, the annotation itself first. `structure` is its number in the file's parent
    /// tree; -1: it is in none.
    QList<int> put(const PdfHighlight& highlight, int page, int structure = -1);

    /// The key that tells our annotations from those of others.
    static constexpr const char* ownKey = "/AssayUnit";

private:
    QByteArray appearance(const PdfHighlight& highlight, const QRectF& bounds);
    QByteArray icon(const PdfHighlight& highlight, const QRectF& box);
    QByteArray form(const QRectF& bounds, const QByteArray& content);
    int reply(const PdfHighlight& highlight, const PdfReply& reply, int parent, const QRectF& at);
    QByteArray common(const QString& reviewer, const QString& subject, const QString& note,
        const QDateTime& time);

    PdfWriter& m_writer;
    int m_resources = 0;
    int m_count = 0;
};

} // namespace assay
