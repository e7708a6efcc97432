// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paper/review.h"

#include <QPageSize>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace assay {

/// Measures of a page, in device units of 1/1200 inch.
struct PageMeasures {
    static constexpr int dpi = 1200;
    static constexpr qreal unit = dpi / 72.0; ///< device units a point

    qreal width = 0, height = 0;
    qreal top = 54 * unit, bottom = 66 * unit; ///< margins; the foot line stands in the lower one
    qreal left = 68 * unit; ///< where the text starts
    qreal gutter = 50 * unit; ///< where the tag letters start
    qreal textWidth = 352 * unit; ///< 62 to 68 characters a line
    qreal notesLeft = 440 * unit, notesWidth = 112 * unit;
    qreal pitch = 16.5 * unit; ///< of the body's baseline grid

    static PageMeasures of(const QPageSize& size);
    qreal lastLine() const { return height - bottom; }
};

/// A font for layout at 1200 dpi: sized in device units, ligatures off (they lose letters when
/// copied).
QFont paperFont(QFont font, qreal points);

/// A block of the article laid out for paper.
struct PaperBlock {
    UnitKind kind = UnitKind::Sentence;
    qint32 start = 0; ///< of its text in the article, UTF-16
    qsizetype firstUnit = 0, lastUnit = 0;
    qreal indent = 0;
    std::unique_ptr<QTextLayout> layout;
};

/// Line `line` of block `block` stands on a page with its top at `y`.
struct PlacedLine {
    qsizetype block = 0;
    int line = 0;
    qreal y = 0;
};

/// A line of a numbered note in the margin.
struct PlacedNote {
    qsizetype unit = 0;
    int line = 0; ///< of the note's layout
    qreal y = 0;
};

/// Which lines and notes stand where on which page; the article's pages only, without a cover.
struct PagePlan {
    struct Page {
        std::vector<PlacedLine> lines;
        std::vector<PlacedNote> notes;
    };
    PageMeasures measures;
    std::vector<PaperBlock> blocks;
    std::vector<Page> pages;
    QHash<qsizetype, int> noteNumbers; ///< unit → number of its note, from 1
    QHash<qsizetype, std::shared_ptr<QTextLayout>> noteLayouts;
    QHash<qsizetype, int> firstPage; ///< unit with a note or heading → page, from 0

    /// Lays the review out. Headings stay with what follows; no paragraph leaves one line alone on
    /// a page.
    static PagePlan of(const PaperReview& review, const PageMeasures& measures);
};

} // namespace assay
