// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/pagepainter.h"

#include "views/paper/annotations.h"
#include "views/paper/tagshapes.h"
#include "views/paper/typeset.h"
#include "views/text/linespan.h"

#include <algorithm>
#include <map>

namespace assay {

using namespace Qt::StringLiterals;

void drawFoot(PageDrawing& page, const Theme& theme, const PageMeasures& measures,
    const QString& left, PageNumber number)
{
    const qreal y = measures.height - 42;
    const qreal right = measures.right();
    const PartScope part(page, { PageRole::Decoration });
    page.addBox({ measures.gutter, y, right - measures.gutter, 0.5 }, theme.line);
    const QFont font = paperFont(sansFont(8), 7.4);
    Typesetter type(page);
    type.line(measures.gutter, y + 14, left, font, theme.muted, Typesetter::Side::Left,
        right - measures.gutter - 80);
    const QString numbers = number.total > 0 ? u"%1 / %2"_s.arg(number.number).arg(number.total)
                                             : QString::number(number.number);
    type.line(right, y + 14, numbers, font, theme.muted, Typesetter::Side::Right);
}

PagePainter::PagePainter(const PaperReview& review, const PagePlan& plan,
    const PaperOptions& options, const Theme& theme)
    : m_review(review)
    , m_plan(plan)
    , m_options(options)
    , m_theme(theme)
{
}

PageDrawing PagePainter::draw(size_t page, PageNumber number) const
{
    PageDrawing drawing;
    const PagePlan::Page& plan = m_plan.pages[page];
    if (m_options.flattened)
        drawHighlights(drawing, highlights(page));
    drawLines(drawing, plan);
    for (const PlacedLine& placed : plan.lines) {
        drawNumbers(drawing, placed);
        drawLetters(drawing, placed);
    }
    drawNotes(drawing, plan);
    drawFoot(drawing, m_theme, m_plan.measures, headingAbove(page), number);
    return drawing;
}

void PagePainter::drawLines(PageDrawing& page, const PagePlan::Page& plan) const
{
    const qreal left = m_plan.measures.left;
    for (size_t i = 0; i < plan.lines.size(); ++i) {
        const PlacedLine& placed = plan.lines[i];
        const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
        const QTextLine line = block.layout->lineAt(placed.line);
        const PartScope part(page, { block.role(), block.level, blockKey(placed.block) });
        const bool soft = block.kind == UnitKind::Furniture || block.form == BlockForm::Caption;
        page.addLine(line, { (left + block.indent) * paperUnit, placed.y * paperUnit - line.y() },
            *block.layout, soft ? m_theme.muted : m_theme.ink, paperUnit);
        if (block.form == BlockForm::Quote) {
            const qreal x = block.text.isRightToLeft() ? m_plan.measures.textWidth - 5.4 : 4;
            page.addBox({ left + x, placed.y, 1.4, block.pitch }, m_theme.line);
        }
        if (block.hasBullet && placed.line == 0) {
            const qreal x = block.text.isRightToLeft() ? m_plan.measures.textWidth - 4 : 3;
            QPainterPath bullet;
            bullet.addEllipse(
                QPointF(left + x, placed.y + (line.ascent() - 0.24 * line.height()) / paperUnit),
                1.6, 1.6);
            page.addPath(bullet, m_theme.ink);
        }
        const bool ends = placed.line + 1 == block.layout->lineCount();
        if (block.isTableRow() && ends)
            page.addBox({ left, placed.y + block.pitch - 1.5, m_plan.measures.textWidth, 0.4 },
                m_theme.line);
    }
}

/// Letters stand at the first line of their unit; several of one line side by side, at most three,
/// then "+". Where other reviewers say otherwise theirs stand on the text's other side, hollow.
void PagePainter::drawLetters(PageDrawing& page, const PlacedLine& placed) const
{
    const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
    const QTextLine line = block.layout->lineAt(placed.line);
    QList<Tag> own;
    QList<Tag> others;
    bool unsure = false;
    for (qsizetype unit = block.firstUnit; unit <= block.lastUnit; ++unit) {
        const int at = m_review.units[unit].range.start - block.start;
        if (at < line.textStart() || at >= line.textStart() + line.textLength())
            continue;
        const Tag first = m_review.mark(unit).tag;
        if (isShown(first))
            own.append(first);
        unsure = unsure || m_review.mark(unit).unsure;
        for (qsizetype voice = 1; voice < m_review.voices.size(); ++voice) {
            const Tag tag = m_review.voices[voice].marks[unit].tag;
            if (tag != first && (isShown(tag) || (tag == Tag::None && isShown(first))))
                others.append(tag);
        }
    }
    const qreal middle = placed.y + 0.47 * block.pitch;
    const QFont more = paperFont(sansFont(7, QFont::DemiBold), 7);
    const qsizetype shown = std::min<qsizetype>(own.size(), 3);
    for (qsizetype i = 0; i < shown; ++i)
        drawBadge(page, m_theme,
            { m_plan.measures.gutter - static_cast<qreal>(shown - 1 - i) * 12.5, middle - 5.5 },
            own[i], 11, false);
    // Behind "+" there is no room left in the margin.
    if (unsure && own.size() == shown) {
        const qreal left = shown > 0 ? -static_cast<qreal>(shown - 1) * 12.5 - 5 : 5.5;
        Typesetter(page).shape({ m_plan.measures.gutter + left, middle }, u"?"_s,
            paperFont(sansFont(8, QFont::Bold), 8), m_theme.ink);
    }
    if (own.size() > shown)
        Typesetter(page).shape(
            { m_plan.measures.gutter - 30, middle }, u"+"_s, more, m_theme.muted);
    const qreal right = m_plan.measures.left + m_plan.measures.textWidth + 2.5;
    for (qsizetype i = 0; i < std::min<qsizetype>(others.size(), 2); ++i) {
        if (i == 1 && others.size() > 2)
            Typesetter(page).shape({ right + 12, middle }, u"+"_s, more, m_theme.muted);
        else
            drawBadge(page, m_theme, { right + static_cast<qreal>(i) * 9, middle - 4 }, others[i],
                8, true);
    }
}

void PagePainter::drawNumbers(PageDrawing& page, const PlacedLine& placed) const
{
    const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
    const QTextLine line = block.layout->lineAt(placed.line);
    for (qsizetype unit = block.firstUnit; unit <= block.lastUnit; ++unit) {
        const qreal width = m_plan.numbersWidth(unit);
        const int end = m_review.units[unit].range.end - block.start;
        if (width <= 0 || end <= line.textStart() || end > line.textStart() + line.textLength())
            continue;
        const qreal right = m_plan.measures.left + block.indent + line.cursorToX(end) / paperUnit;
        Typesetter(page).shape(
            { right - width / 2 + 0.2, placed.y + line.ascent() / paperUnit - 6.6 },
            m_plan.numbersText(unit), paperFont(sansFont(7, QFont::DemiBold), 6.4), m_theme.ink);
    }
}

void PagePainter::drawNotes(PageDrawing& page, const PagePlan::Page& plan) const
{
    const qreal left = m_plan.measures.notesLeft;
    std::map<qsizetype, std::pair<qreal, qreal>> bars;
    for (const PlacedNote& placed : plan.notes) {
        const PaperNote& note = m_plan.notes[placed.note];
        const QTextLine line = note.layout->lineAt(placed.line);
        const PartScope part(
            page, { PageRole::Note, 0, noteKey(placed.note), blockKey(m_plan.blockOf(note.unit)) });
        page.addLine(line, { (left + 7) * paperUnit, placed.y * paperUnit - line.y() },
            *note.layout, m_theme.ink, paperUnit);
        const auto bar = bars.try_emplace(placed.note, placed.y, placed.y).first;
        bar->second.second = placed.y + PagePlan::notePitch;
    }
    for (const auto& [index, range] : bars) {
        const PaperNote& note = m_plan.notes[index];
        const Tag tag = m_review.voices[note.voice].marks[note.unit].tag;
        page.addBox({ left, range.first, 1.4, range.second - range.first }, m_theme.of(tag).line);
    }
}

/// The heading that the page's first line stands under, or the title.
QString PagePainter::headingAbove(size_t page) const
{
    const auto& lines = m_plan.pages[page].lines;
    for (qsizetype i = lines.empty() ? -1 : lines.front().block; i >= 0; --i) {
        const PaperBlock& block = m_plan.blocks[static_cast<size_t>(i)];
        if (block.isHeading())
            return block.text;
    }
    return m_review.facts.title;
}

/// Boxes of the part of a unit that stands on a line, in points from the page's top left corner.
/// Their height is 0.92 of the ascent and 0.85 of the descent: neighbouring lines do not overlap.
QList<QRectF> PagePainter::boxesOf(const PlacedLine& placed, qsizetype unit) const
{
    const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
    const QTextLine line = block.layout->lineAt(placed.line);
    const TextRange range = m_review.units[unit].range;
    const int from = std::max(range.start - block.start, line.textStart());
    const int to = std::min(range.end - block.start, line.textStart() + line.textLength());
    QList<QRectF> boxes;
    if (from >= to)
        return boxes;
    const qreal baseline = placed.y + line.ascent() / paperUnit;
    const qreal top = baseline - std::min(0.92 * line.ascent() / paperUnit, 11.2);
    const qreal bottom = baseline + std::min(0.85 * line.descent() / paperUnit, 3.4);
    const qreal left = m_plan.measures.left + block.indent;
    const bool hasGap = to == range.end - block.start && !block.text.isRightToLeft();
    const qreal gap = hasGap ? m_plan.numbersWidth(unit) : 0;
    for (const LineSpan& span : lineSpans(*block.layout, block.text, from, to)) {
        if (span.line == placed.line)
            boxes.append(QRectF(QPointF(left + span.left / paperUnit, top),
                QPointF(left + span.right / paperUnit - gap, bottom)));
    }
    return boxes;
}

QList<PdfHighlight> PagePainter::highlights(size_t page) const
{
    std::map<qsizetype, QList<PdfQuad>> quads;
    std::map<qsizetype, bool> begins;
    for (const PlacedLine& placed : m_plan.pages[page].lines) {
        const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
        for (qsizetype unit = block.firstUnit; unit <= block.lastUnit; ++unit) {
            if (!hasAnnotation(m_review, m_options, unit))
                continue;
            const QList<QRectF> boxes = boxesOf(placed, unit);
            for (const QRectF& box : boxes)
                quads[unit].append(PdfQuad::of(box, m_plan.measures.height));
            const QTextLine line = block.layout->lineAt(placed.line);
            begins[unit] = begins[unit]
                || m_review.units[unit].range.start - block.start >= line.textStart();
        }
    }
    QList<PdfHighlight> highlights;
    for (const auto& [unit, places] : quads) {
        if (places.isEmpty())
            continue;
        PdfHighlight highlight
            = highlightOf(m_review, m_options, m_theme, unit, places, begins[unit]);
        highlight.part = blockKey(m_plan.blockOf(unit));
        if (!highlight.isNote() || begins[unit])
            highlights.append(highlight);
    }
    return highlights;
}

void PagePainter::drawHighlights(PageDrawing& page, const QList<PdfHighlight>& highlights) const
{
    for (const PdfHighlight& highlight : highlights) {
        if (highlight.tag == Tag::None)
            continue; // its note has a number
        QPainterPath tint;
        QPainterPath lines;
        for (const PdfQuad& quad : highlight.quads) {
            const QRectF up = quad.bounds();
            const QRectF box(
                up.left(), m_plan.measures.height - up.bottom(), up.width(), up.height());
            tint.addRect(box);
            const qreal dash = highlight.tag == Tag::Marketing ? 3.6 : 1.1;
            const qreal step = highlight.tag == Tag::Marketing ? 5.6 : 2.2;
            if (highlight.tag == Tag::Evidence) {
                lines.addRect(box.left(), box.bottom() - 0.55, box.width(), 1.1);
                continue;
            }
            for (qreal x = box.left(); x < box.right(); x += step) {
                const QRectF mark(x, box.bottom() - 0.55, std::min(dash, box.right() - x), 1.1);
                if (highlight.tag == Tag::Caveat)
                    lines.addEllipse(mark);
                else
                    lines.addRect(mark);
            }
        }
        tint.setFillRule(Qt::WindingFill);
        page.addPath(tint, highlight.tint);
        page.addPath(lines, highlight.line);
    }
}

} // namespace assay
