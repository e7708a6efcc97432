// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reader/readerlayout.h"

#include <QElapsedTimer>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <bit>
#include <cmath>

namespace assay {

ReaderLayout::ReaderLayout(QTextDocument* document)
    : QAbstractTextDocumentLayout(document)
{
}

static constexpr qreal narrowPage = 240; // pixels
static constexpr qreal narrowGutter = 28;

void ReaderLayout::setColumn(qreal maximumWidth, qreal gutter, qreal leading)
{
    m_leading = leading;
    m_maximumWidth = maximumWidth;
    m_gutter = gutter;
    m_pageWidth = -1;
    documentChanged(0, 0, 0);
}

void ReaderLayout::documentChanged(int from, int removed, int added)
{
    const qreal width = document()->pageSize().width();
    const bool sameBlocks = static_cast<int>(m_heights.size()) == document()->blockCount();
    if (width == m_pageWidth && sameBlocks && removed == 0 && added == 0)
        return;
    if (width == m_pageWidth && sameBlocks && from == 0 && removed == 0
        && added >= document()->characterCount() - 1)
        return; // QTextDocument::setPageSize with the size it had
    m_pageWidth = width;
    // A narrow page has room for one letter beside the text.
    const bool narrow = width < narrowPage;
    const qreal gutter = narrow ? std::min(m_gutter, narrowGutter) : m_gutter;
    const qreal room = std::max(60.0, width - gutter - (narrow ? 8 : 20));
    m_width = std::min(m_maximumWidth, room);
    m_left = gutter + std::floor((room - m_width) / 2);
    measure();
    emit documentSizeChanged(documentSize());
    emit update();
}

/// Estimates every block anew.
void ReaderLayout::measure()
{
    const auto count = static_cast<size_t>(document()->blockCount());
    m_heights.assign(count, 0);
    m_tree.assign(count + 1, 0);
    m_laidOut.assign(count, false);
    m_next = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const auto i = static_cast<size_t>(block.blockNumber());
        m_heights[i] = estimate(block);
        block.layout()->clearLayout();
    }
    for (size_t i = 0; i < count; ++i)
        m_tree[i + 1] = m_heights[i];
    for (size_t i = 1; i <= count; ++i) {
        if (const size_t parent = i + (i & (~i + 1)); parent <= count)
            m_tree[parent] += m_tree[i];
    }
}

void ReaderLayout::setFolds(std::vector<int> folds)
{
    const auto isPlain = [](int fold) { return fold == 0; };
    if (std::all_of(folds.begin(), folds.end(), isPlain))
        folds.clear();
    if (folds == m_folds)
        return;
    m_folds = std::move(folds);
    measure();
    emit documentSizeChanged(documentSize());
}

int ReaderLayout::foldOf(int number) const
{
    const auto i = static_cast<size_t>(number);
    return i < m_folds.size() ? m_folds[i] : 0;
}

qreal ReaderLayout::estimate(const QTextBlock& block) const
{
    const QTextBlockFormat format = block.blockFormat();
    if (const int fold = foldOf(block.blockNumber()); fold != 0)
        return fold < 0 ? 0
                        : format.topMargin()
                + std::ceil(block.charFormat().font().pixelSize() * 1.362 * m_leading);
    // An average letter is half as wide as the font is high; QFontMetricsF for each block would
    // cost too much.
    const qreal size = block.charFormat().font().pixelSize();
    const qreal width = m_width - format.leftMargin();
    const qreal lines = std::max(1.0, std::ceil(block.length() * size * 0.5 / width));
    return format.topMargin() + lines * std::ceil(size * 1.362 * m_leading);
}

void ReaderLayout::layOut(const QTextBlock& block)
{
    const auto number = static_cast<size_t>(block.blockNumber());
    if (number >= m_laidOut.size() || m_laidOut[number])
        return;
    m_laidOut[number] = true;
    if (foldOf(static_cast<int>(number)) != 0) {
        setHeight(static_cast<int>(number), estimate(block));
        return;
    }
    QTextLayout* layout = block.layout();
    layout->setFont(block.charFormat().font());
    QTextOption option = document()->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    const qreal width = m_width - block.blockFormat().leftMargin();
    qreal y = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        const qreal pitch = std::ceil(line.height() * m_leading);
        line.setPosition({ 0, y + std::floor((pitch - line.height()) / 2) });
        y += pitch;
    }
    layout->endLayout();
    setHeight(static_cast<int>(number), block.blockFormat().topMargin() + y);
}

void ReaderLayout::setHeight(int number, qreal height)
{
    const qreal by = height - m_heights[static_cast<size_t>(number)];
    if (qFuzzyIsNull(by))
        return;
    const qreal top = blockTop(number);
    m_heights[static_cast<size_t>(number)] = height;
    for (size_t i = static_cast<size_t>(number) + 1; i < m_tree.size(); i += i & (~i + 1))
        m_tree[i] += by;
    emit grew(top, by);
}

qreal ReaderLayout::sum(int count) const
{
    qreal total = 0;
    for (auto i = static_cast<size_t>(count); i > 0; i -= i & (~i + 1))
        total += m_tree[i];
    return total;
}

qreal ReaderLayout::blockTop(int number) const
{
    return m_padding + sum(number);
}

QTextBlock ReaderLayout::blockAt(qreal y) const
{
    y -= m_padding;
    size_t at = 0;
    for (size_t step = std::bit_floor(std::max<size_t>(1, m_heights.size())); step > 0; step /= 2) {
        if (at + step < m_tree.size() && m_tree[at + step] <= y) {
            at += step;
            y -= m_tree[at];
        }
    }
    return document()->findBlockByNumber(
        static_cast<int>(std::min(at, m_heights.empty() ? 0 : m_heights.size() - 1)));
}

bool ReaderLayout::layOutMore(qint64 milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    const qreal before = documentSize().height();
    const int count = static_cast<int>(m_laidOut.size());
    QTextBlock block = document()->findBlockByNumber(m_next);
    for (; m_next < count && timer.elapsed() < milliseconds; ++m_next, block = block.next())
        layOut(block);
    if (!qFuzzyCompare(before, documentSize().height()))
        emit documentSizeChanged(documentSize());
    return m_next < count;
}

void ReaderLayout::layOutBetween(qreal top, qreal bottom)
{
    const qreal before = documentSize().height();
    for (QTextBlock block = blockAt(top); block.isValid() && blockTop(block.blockNumber()) < bottom;
        block = block.next())
        layOut(block);
    if (!qFuzzyCompare(before, documentSize().height()))
        emit documentSizeChanged(documentSize());
}

QSizeF ReaderLayout::documentSize() const
{
    return { std::max(m_pageWidth, 1.0), 2 * m_padding + sum(static_cast<int>(m_heights.size())) };
}

QRectF ReaderLayout::frameBoundingRect(QTextFrame*) const
{
    return { QPointF(0, 0), documentSize() };
}

QRectF ReaderLayout::blockBoundingRect(const QTextBlock& block) const
{
    if (!block.isValid() || block.blockNumber() >= static_cast<int>(m_heights.size()))
        return {};
    const_cast<ReaderLayout*>(this)->layOut(block);
    const QTextBlockFormat format = block.blockFormat();
    const int number = block.blockNumber();
    return { m_left + format.leftMargin(), blockTop(number) + format.topMargin(),
        m_width - format.leftMargin(),
        m_heights[static_cast<size_t>(number)] - format.topMargin() };
}

int ReaderLayout::hitTest(const QPointF& point, Qt::HitTestAccuracy accuracy) const
{
    const QTextBlock block = blockAt(point.y());
    const QRectF box = blockBoundingRect(block);
    if (accuracy == Qt::ExactHit && !box.contains(point))
        return -1;
    const QTextLayout* layout = block.layout();
    const qreal y = point.y() - box.top();
    if (y < 0 || foldOf(block.blockNumber()) != 0)
        return block.position();
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        const bool last = i + 1 == layout->lineCount();
        if (y < line.y() + line.height() || last) {
            if (accuracy == Qt::ExactHit && point.x() - box.left() > line.naturalTextWidth() + 4)
                return -1;
            return block.position()
                + line.xToCursor(point.x() - box.left(), QTextLine::CursorBetweenCharacters);
        }
    }
    return block.position();
}

void ReaderLayout::draw(QPainter* painter, const PaintContext& context)
{
    const QRectF clip = context.clip.isValid() ? context.clip : QRectF(QPointF(), documentSize());
    for (QTextBlock block = blockAt(clip.top()); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingRect(block);
        if (box.top() > clip.bottom())
            break;
        if (foldOf(block.blockNumber()) != 0)
            continue;
        QList<QTextLayout::FormatRange> selections;
        for (const Selection& selection : context.selections) {
            const int start = selection.cursor.selectionStart() - block.position();
            const int end = selection.cursor.selectionEnd() - block.position();
            if (start < block.length() && end > 0 && end > start)
                selections.append({ std::max(0, start),
                    std::min(end, block.length() - 1) - std::max(0, start), selection.format });
        }
        painter->setPen(context.palette.color(QPalette::Text));
        block.layout()->draw(painter, box.topLeft(), selections, clip);
    }
}

} // namespace assay
