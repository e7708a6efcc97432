// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/document.h"
#include "models/import/pages/pagewords.h"

#include <expected>
#include <memory>

namespace Poppler {
class Document;
}

namespace assay {

/// Opens a PDF. Refuses one that is damaged beyond reading, or locked.
std::expected<std::unique_ptr<Poppler::Document>, Finding> openPdf(const QByteArray& bytes);

/// The lines of all pages in reading order; appends the pages' heights in points.
QList<PageLine> pdfLines(const Poppler::Document& pdf, QList<double>& heights);

/// The places of all words, as encodeWords() packs them, or a finding.
QByteArray pdfWords(const QByteArray& bytes);

/// Fills in the words that lie under marks on the pages, in reading order.
void findWordsUnder(QList<SourceMark>& marks, const QByteArray& bytes);

} // namespace assay
