// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

namespace assay {

/// The way a word runs on the page.
enum class Run : quint8 { Across, Up, Down };

/// A word of a printed page. Places are points from the page's top left corner.
struct PageWord {
    QRectF box;
    QString text;
    bool spaceAfter = true;
    Run run = Run::Across;
};

/// A line of a column, its words in order.
struct PageLine {
    QRectF box; ///< of a line that runs up or down as if the page were turned to read it
    QString text;
    int page = 0;
    int region = 0; ///< lines of one column or block share it; unique in the document
    bool isRow = false; ///< of a table
    bool aside = false; ///< runs up or down in the page's margin, or slantwise
    QList<PageWord> words; ///< where they stand on the page

    Run run() const { return words.isEmpty() ? Run::Across : words.constFirst().run; }
};

/// Brings a page's words into the order in which a person reads them: the page is split at its
/// widest gaps, down and across, until only columns of lines are left (a recursive XY-cut, after
/// Nagy and Seth 1984). Words that run up or down come after those that run across, as if the page
/// were turned, and slanted ones last. `width` is the page's, in points. Numbers regions from
/// `firstRegion` on.
QList<PageLine> linesInOrder(const QList<PageWord>& words, double width, int page, int firstRegion);

/// Middle height of words: the measure for gaps. 10 for none.
double middleHeight(const QList<PageWord>& words);

} // namespace assay
