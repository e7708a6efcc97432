// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"

#include <QByteArray>
#include <QRectF>

namespace assay {

/// A word of a PDF, where a viewer shows it: points from the top left corner of the page as it is
/// seen, turned and cropped.
struct PlacedWord {
    int page = 0; ///< from 0
    QRectF box;
    QString text;

    bool operator==(const PlacedWord&) const = default;
};

/// A PDF's words in reading order.
struct PlacedWords {
    int pages = 0; ///< of the PDF
    QList<PlacedWord> words;
};

/// Words on their way from one process to the other.
QByteArray encodeWords(const PlacedWords& words);
Expected<PlacedWords> decodeWords(const QByteArray& frame);

/// A stretch of a line.
struct LinePlace {
    int page = 0;
    QRectF box;

    bool operator==(const LinePlace&) const = default;
};

/// Where the units of an article's text stand among the words it was made of: compares letters and
/// digits alone, so that hyphens at line ends and blanks do not matter. A list of lines for each
/// unit; empty where it is not found.
QList<QList<LinePlace>> unitPlaces(
    QStringView text, const QList<Unit>& units, const QList<PlacedWord>& words);

} // namespace assay
