// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTextDocumentLayout>

#include <vector>

namespace assay {

/// Lays out a document lazily: only blocks that are asked for get their lines, all others have an
/// estimated height, so that a text of any length opens, resizes and jumps to its end at once.
/// Blocks stand below each other in one centred column. Coordinates are pixels from the top left of
/// the document.
class ReaderLayout : public QAbstractTextDocumentLayout {
    Q_OBJECT

public:
    explicit ReaderLayout(QTextDocument* document);

    /// Widest column of text, and the least room left of it, in pixels, but on narrow pages; line
    /// pitch over the font's own line height.
    void setColumn(qreal maximumWidth, qreal gutter, qreal leading);
    qreal columnLeft() const { return m_left; }
    qreal columnWidth() const { return m_width; }

    /// Folds runs of blocks: for each block 0, the number of blocks that its one line stands for,
    /// or -1 when it is folded away. To be called before blocks are laid out.
    void setFolds(std::vector<int> folds);
    /// Blocks that the line of block `number` stands for; 0 for an ordinary one, -1 for a hidden
    /// one.
    int foldOf(int number) const;

    /// The first block that reaches below `y`.
    QTextBlock blockAt(qreal y) const;
    /// Top of the block with its margin.
    qreal blockTop(int number) const;
    /// Gives lines to some blocks that have none, until `milliseconds` are over. False when all
    /// have theirs.
    bool layOutMore(qint64 milliseconds);
    /// Gives lines to every block that touches [top, bottom).
    void layOutBetween(qreal top, qreal bottom);

    void draw(QPainter* painter, const PaintContext& context) override;
    int hitTest(const QPointF& point, Qt::HitTestAccuracy accuracy) const override;
    int pageCount() const override { return 1; }
    QSizeF documentSize() const override;
    QRectF frameBoundingRect(QTextFrame* frame) const override;
    QRectF blockBoundingRect(const QTextBlock& block) const override;

signals:
    /// The heights above `y` grew by `by` pixels: who looks at what is below should scroll along.
    void grew(qreal y, qreal by);

protected:
    void documentChanged(int from, int removed, int added) override;

private:
    void measure();
    qreal estimate(const QTextBlock& block) const;
    void layOut(const QTextBlock& block);
    void setHeight(int number, qreal height);
    qreal sum(int count) const;

    qreal m_maximumWidth = 640;
    qreal m_gutter = 48;
    qreal m_leading = 1.18;
    qreal m_left = 48;
    qreal m_width = 640;
    qreal m_pageWidth = -1;
    qreal m_padding = 24; ///< above the first block and below the last
    std::vector<qreal> m_heights; ///< with margins, by block number
    std::vector<qreal> m_tree; ///< Fenwick tree over m_heights
    std::vector<bool> m_laidOut;
    std::vector<int> m_folds;
    int m_next = 0; ///< where layOutMore() goes on
};

} // namespace assay
