// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/highlights.h"
#include "models/pdf/pagedrawing.h"
#include "models/pdf/pdffonts.h"
#include "models/pdf/pdfstructure.h"
#include "models/pdf/pdfwriter.h"

namespace assay {

/// A stretch of a page that leads to another one.
struct PdfLink {
    QRectF box; ///< points from the page's top left corner
    int page = 0; ///< from 0
    qreal top = 0; ///< points from that page's top
    QString words; ///< where it leads, for those who do not see it
    qint64 part = -1; ///< key of the page's part that it is
};

/// Everything that stands on a new page.
struct PdfPage {
    QSizeF size; ///< points
    PageDrawing drawing;
    QList<PdfHighlight> highlights;
    QList<PdfLink> links;
    QString language; ///< ISO 639 of what is ours on it; empty: as the text it belongs to
};

struct PdfOutlineEntry {
    QString title;
    int page = 0; ///< from 0
    qreal top = 0; ///< points from the top of the page
    int level = 0; ///< one more than the entry it belongs to has
    bool open = true; ///< whether what belongs to it shows at first
};

/// A file inside the PDF.
struct PdfAttachment {
    QString name;
    QByteArray type; ///< "application/json"
    QString description;
    QByteArray bytes;
};

/// What the PDF says of itself.
struct PdfInformation {
    QString title;
    QString author;
    QString subject;
    QString language; ///< ISO 639; may be empty
    QDateTime created; ///< UTC
    QList<PdfOutlineEntry> outline;
};

/// Puts a file and returns its name and the number of the object that names it, as a catalog's
/// /Names /EmbeddedFiles holds them.
std::pair<QByteArray, int> putAttachment(
    PdfWriter& writer, const PdfAttachment& file, const QDateTime& time);
/// Puts the information as XMP and returns the stream's number.
int putMetadata(PdfWriter& writer, const PdfInformation& information);
/// The entries of an information dictionary.
QByteArray informationEntries(const PdfInformation& information);

/// Writes a PDF of new pages, a few at a time, so that memory does not grow with them.
class PdfBook {
public:
    explicit PdfBook(QIODevice& out);

    /// A text of its own begins with the next page, written in `language` (ISO 639; may be empty).
    void beginText(const QString& language);
    /// Adds pages behind those that are there; packs them on all cores.
    void addPages(const std::vector<PdfPage>& pages);
    int pages() const { return m_count; }
    void attach(const PdfAttachment& file, const QDateTime& time);
    /// Letters that no font on this computer has.
    const QString& missingLetters() const { return m_fonts.missing(); }
    /// `order` puts pages into another order: their numbers, as added. Empty: as added.
    Expected<void> finish(const PdfInformation& information, const QList<int>& order = {});

private:
    int pageObject(int page);
    QByteArray contentOf(const PdfPage& page);
    void putPage(const PdfPage& page, const QByteArray& packed);
    QByteArray destination(int page, qreal top);
    int putOutline(const QList<PdfOutlineEntry>& outline);

    PdfWriter m_writer;
    PdfFonts m_fonts;
    PdfAnnotations m_annotations;
    PdfStructure m_structure;
    int m_root;
    int m_tree;
    int m_resources;
    int m_count = 0;
    std::vector<int> m_objects; ///< of pages, also of some that are only spoken of yet
    std::vector<float> m_heights;
    std::vector<int> m_structures; ///< of pages: their numbers in the parent tree
    QList<std::pair<QByteArray, int>> m_attachments;
};

} // namespace assay
