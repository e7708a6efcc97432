// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/kinds.h"
#include "models/base/error.h"

#include <QByteArray>
#include <QColor>
#include <QDateTime>
#include <QList>
#include <QRectF>

namespace assay {

/// One highlight annotation: the part of one tagged unit that stands on one page.
struct PdfHighlight {
    int page = 0; ///< from 0
    QList<QRectF> boxes; ///< a line each, in points, y downwards from the top of the page
    Tag tag = Tag::Evidence;
    QColor line;
    QColor tint; ///< opaque
    QString unit; ///< the same for the parts of one unit on several pages
    QString reviewer;
    QString note;
    QString subject; ///< the tag in English
    QDateTime time; ///< UTC

    bool operator==(const PdfHighlight&) const = default;
};

struct PdfOutlineEntry {
    QString title;
    int page = 0;
    qreal top = 0; ///< points from the top of the page
    int level = 0;
};

/// Pages and what is laid over them.
struct PdfDocument {
    QByteArray pages; ///< a PDF file
    qreal pageHeight = 0; ///< points
    QList<PdfHighlight> highlights;
    QList<PdfOutlineEntry> outline;
    QString title;
    QString author;
    QByteArray review; ///< JSON, attached as "review.json"; empty: none
};

/// Writes `document` to a temporary file beside `path`, then moves it there, so that a failure
/// leaves what was there. Repairs the text layer, adds real highlight annotations with appearances,
/// outline and metadata.
Expected<void> writeAnnotatedPdf(const PdfDocument& document, const QString& path);

} // namespace assay
