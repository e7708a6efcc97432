// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/pagepart.h"
#include "views/paper/review.h"

#include <QTextLayout>

#include <memory>
#include <vector>

namespace assay {

/// Measures of a page, in points. Lines stand on a grid of half the body's pitch.
struct PageMeasures {
    static constexpr qreal pitch = 16.5; ///< of the body's lines
    static constexpr qreal grid = pitch / 2;

    qreal width = 0, height = 0;
    qreal top = 54, bottom = 66; ///< margins; the foot line stands in the lower one
    qreal left = 68; ///< where the text starts
    qreal gutter = 50; ///< where the tag letters start
    qreal textWidth = 352; ///< 62 to 68 characters a line
    qreal notesLeft = 440, notesWidth = 112;

    static PageMeasures of(QPageSize::PageSizeId size);
    QSizeF size() const { return { width, height }; }
    /// Where the last line ends.
    qreal end() const { return top + std::floor((height - bottom - top) / grid) * grid; }
    qreal right() const { return notesLeft + notesWidth; }
};

/// Keys of the parts of an article's pages (PagePart::key): its blocks, its notes by number less
/// one, rows of pages in front by their number.
constexpr qint64 blockKey(qsizetype block)
{
    return block;
}
constexpr qint64 noteKey(qsizetype note)
{
    return (qint64(1) << 32) + note;
}
constexpr qint64 rowKey(qsizetype row)
{
    return (qint64(2) << 32) + row;
}

/// A block of the article laid out for paper.
struct PaperBlock {
    UnitKind kind = UnitKind::Sentence;
    BlockForm form = BlockForm::Plain;
    quint8 level = 0; ///< of a heading
    qint32 start = 0; ///< of its text in the article, UTF-16
    qsizetype firstUnit = 0, lastUnit = 0;
    qreal indent = 0; ///< points, from the text's left edge
    qreal narrower = 0; ///< points, at the right
    qreal pitch = PageMeasures::pitch;
    bool hasBullet = false; ///< a list item whose text brings no marker
    QString text;
    std::shared_ptr<QTextLayout> layout;

    bool isHeading() const { return kind == UnitKind::Heading; }
    bool isTableRow() const { return form == BlockForm::TableRow; }
    PageRole role() const;
};

/// Line `line` of block `block` stands on a page with its top at `y`.
struct PlacedLine {
    qsizetype block = 0;
    int line = 0;
    qreal y = 0;
};

/// A numbered note: what a reviewer wrote of a unit.
struct PaperNote {
    qsizetype unit = 0;
    int voice = 0;
    QString text;
    std::shared_ptr<QTextLayout> layout;
    int page = 0; ///< of the article's pages, where the unit begins
    qreal y = 0; ///< there
    int ownPage = 0; ///< where the note itself begins: on a later page where there is no room
    qreal ownY = 0;
};

/// A line of a note in the margin.
struct PlacedNote {
    qsizetype note = 0; ///< its number less one
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
    QList<PaperNote> notes; ///< in the order of the text
    QHash<qsizetype, QList<int>> noteNumbers; ///< unit → numbers of its notes, from 1

    /// Lays the review out. Headings stay with what follows; no paragraph leaves one line alone at
    /// the end or the beginning of a page.
    static PagePlan of(const PaperReview& review, const PaperOptions& options);
    /// The block that a unit stands in.
    qsizetype blockOf(qsizetype unit) const;
    /// Width that the numbers of a unit's notes take behind it, in points; 0 without any.
    qreal numbersWidth(qsizetype unit) const;
    /// The numbers, as they are shown.
    QString numbersText(qsizetype unit) const;

    static constexpr qreal notePitch = 10;
};

} // namespace assay
