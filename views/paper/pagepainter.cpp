// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/pagepainter.h"

#include "views/text/linespan.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <map>

namespace assay {

using namespace Qt::StringLiterals;

static constexpr qreal pt = PageMeasures::unit;

PagePainter::PagePainter(const PaperReview& review, const PagePlan& plan, const Theme& theme)
    : m_review(review)
    , m_plan(plan)
    , m_theme(theme)
{
}

void PagePainter::draw(QPainter& painter, size_t page, int number, int total)
{
    painter.setPen(m_theme.ink);
    for (const PlacedLine& placed : m_plan.pages[page].lines) {
        const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
        const QTextLine line = block.layout->lineAt(placed.line);
        line.draw(
            &painter, { m_plan.measures.left + block.indent - line.x(), placed.y - line.y() });
        drawNoteNumbers(painter, placed);
    }
    drawLetters(painter, page);
    drawNotes(painter, page);
    drawFoot(painter, headingAbove(page), number, total);
}

void PagePainter::drawBadge(QPainter& painter, QPointF topLeft, Tag tag) const
{
    const Theme::TagColours& colours = m_theme.of(tag);
    const QRectF box(topLeft, QSizeF(11 * pt, 11 * pt));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.line);
    painter.drawRoundedRect(box, 2.2 * pt, 2.2 * pt);
    const QFont font = paperFont(sansFont(7, QFont::DemiBold), 7);
    QPainterPath letter;
    letter.addText({ 0, 0 }, font, tagLetter(tag));
    letter.translate(box.center() - letter.boundingRect().center());
    painter.fillPath(letter, colours.onLine);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(m_theme.ink);
}

/// Letters stand at the first line of their unit; several of one line side by side, at most three,
/// then "+".
void PagePainter::drawLetters(QPainter& painter, size_t page)
{
    for (const PlacedLine& placed : m_plan.pages[page].lines) {
        const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
        const QTextLine line = block.layout->lineAt(placed.line);
        QList<Tag> tags;
        for (qsizetype unit = block.firstUnit; unit <= block.lastUnit; ++unit) {
            const int at = m_review.units[unit].range.start - block.start;
            const Tag tag = m_review.marks[unit].tag;
            if (at >= line.textStart() && at < line.textStart() + line.textLength()
                && tag != Tag::Untagged && tag != Tag::None)
                tags.append(tag);
        }
        const qsizetype shown = std::min<qsizetype>(tags.size(), 3);
        for (qsizetype i = 0; i < shown; ++i)
            drawBadge(painter,
                { m_plan.measures.gutter - static_cast<qreal>(shown - 1 - i) * 12.5 * pt,
                    placed.y + 2.2 * pt },
                tags[i]);
        if (tags.size() > shown) {
            QPainterPath more;
            more.addText(m_plan.measures.gutter - 32 * pt, placed.y + 10.5 * pt,
                paperFont(sansFont(7, QFont::DemiBold), 7), u"+"_s);
            painter.fillPath(more, m_theme.muted);
        }
    }
}

void PagePainter::drawNoteNumbers(QPainter& painter, const PlacedLine& placed) const
{
    const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
    const QTextLine line = block.layout->lineAt(placed.line);
    for (qsizetype unit = block.firstUnit; unit <= block.lastUnit; ++unit) {
        const int number = m_plan.noteNumbers.value(unit);
        const int end = m_review.units[unit].range.end - block.start;
        if (number == 0 || end <= line.textStart() || end > line.textStart() + line.textLength())
            continue;
        const qreal gap = 4.2 * pt * (number < 10 ? 1 : number < 100 ? 2 : 3);
        QPainterPath digits;
        digits.addText(
            { 0, 0 }, paperFont(sansFont(7, QFont::DemiBold), 6.4), QString::number(number));
        const qreal right = m_plan.measures.left + block.indent + line.cursorToX(end);
        digits.translate(right - gap + 0.4 * pt, placed.y + line.ascent() - 4.4 * pt);
        painter.fillPath(digits, m_theme.ink);
    }
}

void PagePainter::drawNotes(QPainter& painter, size_t page) const
{
    std::map<qsizetype, std::pair<qreal, qreal>> bars;
    for (const PlacedNote& note : m_plan.pages[page].notes) {
        const QTextLine line = m_plan.noteLayouts[note.unit]->lineAt(note.line);
        painter.setPen(m_theme.ink);
        line.draw(&painter, { m_plan.measures.notesLeft + 7 * pt - line.x(), note.y - line.y() });
        const auto it = bars.try_emplace(note.unit, note.y, note.y).first;
        it->second.second = note.y + 10 * pt;
    }
    for (const auto& [unit, range] : bars)
        painter.fillRect(
            QRectF(m_plan.measures.notesLeft, range.first, 1.4 * pt, range.second - range.first),
            m_theme.of(m_review.marks[unit].tag).line);
}

/// The heading that the page's first line stands under, or the title.
QString PagePainter::headingAbove(size_t page) const
{
    const auto& lines = m_plan.pages[page].lines;
    for (qsizetype i = lines.empty() ? -1 : lines.front().block; i >= 0; --i) {
        const PaperBlock& block = m_plan.blocks[static_cast<size_t>(i)];
        if (block.kind == UnitKind::Heading)
            return block.layout->text();
    }
    return m_review.facts.title;
}

void PagePainter::drawFoot(QPainter& painter, const QString& left, int number, int total) const
{
    const PageMeasures& page = m_plan.measures;
    const qreal y = page.height - 42 * pt;
    const qreal right = page.notesLeft + page.notesWidth;
    painter.fillRect(QRectF(page.gutter, y, right - page.gutter, 0.5 * pt), m_theme.line);
    const QFont font = paperFont(sansFont(8), 7.4);
    painter.setFont(font);
    painter.setPen(m_theme.muted);
    const QFontMetricsF metrics(font);
    painter.drawText(QPointF(page.gutter, y + 14 * pt),
        metrics.elidedText(left, Qt::ElideRight, right - page.gutter - 80 * pt));
    const QString numbers = u"%1 / %2"_s.arg(number).arg(total);
    painter.drawText(QPointF(right - metrics.horizontalAdvance(numbers), y + 14 * pt), numbers);
}

QList<PdfHighlight> PagePainter::highlights(size_t page, int pdfPage) const
{
    std::map<qsizetype, QList<QRectF>> boxes;
    for (const PlacedLine& placed : m_plan.pages[page].lines) {
        const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
        const QTextLine line = block.layout->lineAt(placed.line);
        const QString text = block.layout->text();
        for (qsizetype unit = block.firstUnit; unit <= block.lastUnit; ++unit) {
            const Tag tag = m_review.marks[unit].tag;
            const TextRange range = m_review.units[unit].range;
            if (tag == Tag::Untagged || tag == Tag::None
                || range.start - block.start >= line.textStart() + line.textLength()
                || range.end - block.start <= line.textStart())
                continue;
            const int from = std::max(range.start - block.start, line.textStart());
            const int to = std::min(range.end - block.start, line.textStart() + line.textLength());
            for (const LineSpan& span : lineSpans(*block.layout, text, from, to)) {
                // 0.92 of the ascent and 0.85 of the descent: boxes of neighbouring lines do not
                // overlap.
                const qreal baseline = placed.y + line.ascent();
                const qreal top = baseline - std::min(0.92 * line.ascent(), 11.2 * pt);
                const qreal bottom = baseline + std::min(0.85 * line.descent(), 3.4 * pt);
                const qreal left = m_plan.measures.left + block.indent - line.x();
                const int number = m_plan.noteNumbers.value(unit);
                const bool ends = to == range.end - block.start;
                const qreal gap = number > 0 && ends ? 4.2 * pt
                        * (number < 10         ? 1
                                : number < 100 ? 2
                                               : 3)
                                                     : 0;
                boxes[unit].append(QRectF(QPointF(left + span.left, top) / pt,
                    QPointF(left + span.right - gap, bottom) / pt));
            }
        }
    }
    QList<PdfHighlight> highlights;
    for (const auto& [unit, rects] : boxes) {
        const Mark& mark = m_review.marks[unit];
        highlights.append({ pdfPage, rects, mark.tag, m_theme.of(mark.tag).line,
            m_theme.of(mark.tag).tint, u"unit-%1"_s.arg(unit), m_review.reviewer, mark.note,
            tagName(mark.tag), m_review.time });
    }
    return highlights;
}

} // namespace assay
