// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

namespace assay {

/// A word of a printed page. Places are points from the page's top left corner.
struct PageWord {
    QRectF box;
    QString text;
    bool spaceAfter = true;
};

/// A line of a column, its words in order.
struct PageLine {
    QRectF box;
    QString text;
    int page = 0;
    int region = 0; ///< lines of one column or block share it; unique in the document
    bool isRow = false; ///< of a table
    QList<PageWord> words;
};

/// Brings a page's words into the order in which a person reads them: the page is split at its
/// widest gaps, down and across, until only columns of lines are left (a recursive XY-cut, after
/// Nagy and Seth 1984). Numbers regions from `firstRegion` on.
QList<PageLine> linesInOrder(const QList<PageWord>& words, int page, int firstRegion);

/// Middle height of words: the measure for gaps. 10 for none.
double middleHeight(const QList<PageWord>& words);

} // namespace assay
