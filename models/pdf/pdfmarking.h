// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/import/document.h"
#include "models/pdf/activecontent.h"
#include "models/pdf/highlights.h"

namespace assay {

/// A highlight for an existing page: its boxes are as a viewer shows the page, in points from the
/// top left corner of what is seen of it, turned and cropped.
struct PlacedHighlight {
    int page = 0; ///< from 0
    QList<QRectF> boxes; ///< one a line
    PdfHighlight highlight; ///< without quads
};

/// What is to be laid onto the pages of an existing PDF.
struct PdfMarking {
    QList<PlacedHighlight> highlights;
    QByteArray review; ///< JSON, attached as "review.json"
    QByteArray summary; ///< a PDF whose pages follow the others; may be empty
    QDateTime time; ///< UTC
    bool rewrite = false; ///< a damaged or encrypted file may be written anew
};

QByteArray encodeMarking(const PdfMarking& marking);
PdfMarking decodeMarking(const QByteArray& frame);

/// What came of it.
struct MarkedPdf {
    QByteArray bytes; ///< to be put behind the original's, or in their place
    bool isAppended = true;
    bool isSigned = false; ///< so neither the review nor the summary could go in
    QStringList findings; ///< what the original's pages bring along, for people
};

Expected<MarkedPdf> unpackMarked(const QByteArray& frame);

/// Marks `file`: to be run in the import program, since the file can be anything. New objects are
/// appended; no byte that is there changes (ISO 32000-1, 7.5.6), so signatures stay valid and other
/// people's annotations stay. Marks that Assay made before are replaced. The answer is for
/// unpackMarked(); a damaged or encrypted file is refused unless it may be rewritten.
QByteArray markPdf(const SourceFile& file);

/// What people and Assay left in a PDF.
struct PdfContents {
    QByteArray review; ///< the attached one, as it is; empty: none
    QList<SourceMark> marks; ///< highlights and underlines that are not Assay's
    ActiveContent active;
    int reviewsOfBook = 0; ///< attached to a PDF of many articles, which are not taken apart again
};

/// What markPdf() finds of a file that it marks only if it may write it anew.
inline constexpr const char* encryptedFinding = QT_TRANSLATE_NOOP(
    "Import", "It is encrypted, so it cannot be marked without writing it anew.");
inline constexpr const char* damagedFinding
    = QT_TRANSLATE_NOOP("Import", "It is damaged, so it cannot be marked without writing it anew.");
/// Whether an error says one of these, in the person's language.
bool wantsRewriting(const Error& error);

/// Reads what there is; of a damaged file, what can be read. To be run in the import program.
PdfContents readPdfContents(const QByteArray& bytes);

} // namespace assay
