// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/pageplan.h"

#include "models/base/parallel.h"
#include "views/paper/blocklayout.h"
#include "views/paper/typeset.h"
#include "views/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

PageMeasures PageMeasures::of(QPageSize::PageSizeId size)
{
    const QSizeF points = QPageSize(size).size(QPageSize::Point);
    PageMeasures measures;
    measures.width = points.width();
    measures.height = points.height();
    // A wider page gets wider margins: a line keeps its length.
    const qreal shift = std::max(0.0, (measures.width - 595) / 2);
    measures.left += shift;
    measures.gutter += shift;
    measures.notesLeft += shift;
    return measures;
}

QString PagePlan::numbersText(qsizetype unit) const
{
    QStringList numbers;
    for (const int number : noteNumbers.value(unit))
        numbers.append(QString::number(number));
    return numbers.join(u',');
}

qreal PagePlan::numbersWidth(qsizetype unit) const
{
    return 4.2 * static_cast<qreal>(numbersText(unit).size());
}

namespace {

/// Makes a plan: blocks first, in parallel, then pages.
class Planner {
public:
    Planner(const PaperReview& review, const PaperOptions& options)
        : m_review(review)
        , m_options(options)
    {
        m_plan.measures = PageMeasures::of(options.size);
    }

    PagePlan plan()
    {
        if (m_options.notes)
            findNotes();
        m_plan.blocks = paperBlocks(m_review, m_plan, m_options);
        inParallel(m_plan.blocks,
            [this](PaperBlock& block) { breakBlock(block, m_plan.measures.textWidth); });
        const QFont font = paperFont(sansFont(8), 7.4);
        inParallel(m_plan.notes, [this, &font](PaperNote& note) {
            note.layout = std::make_shared<QTextLayout>(note.text, font);
            note.layout->setCacheEnabled(true);
            breakLines(*note.layout, m_plan.measures.notesWidth - 8, PagePlan::notePitch);
        });
        place();
        placeNotes();
        return std::move(m_plan);
    }

private:
    void findNotes()
    {
        for (qsizetype i = 0; i < m_review.units.size(); ++i) {
            if (m_review.units[i].kind == UnitKind::Furniture && !m_options.furniture)
                continue;
            for (int voice = 0; voice < m_review.voices.size(); ++voice) {
                const QStringList parts = m_review.notes(voice, i, m_options);
                if (parts.isEmpty())
                    continue;
                QString text = parts.join(u'\n');
                if (m_review.voices.size() > 1)
                    text.prepend(m_review.voices[voice].name + u": "_s);
                text.prepend(QString::number(m_plan.notes.size() + 1) + u"  "_s);
                text.replace(u'\n', QChar::LineSeparator);
                m_plan.notes.append({ i, voice, text, nullptr });
                m_plan.noteNumbers[i].append(static_cast<int>(m_plan.notes.size()));
            }
        }
    }

    /// Blank space above a block, in points: whole steps of the grid.
    qreal spaceAbove(size_t i) const
    {
        if (i == 0)
            return 0;
        const PaperBlock& block = m_plan.blocks[i];
        const PaperBlock& above = m_plan.blocks[i - 1];
        if (block.isHeading())
            return above.isHeading() ? PageMeasures::grid : 2 * PageMeasures::grid;
        if (above.isHeading())
            return above.level == 1 ? PageMeasures::grid : 0;
        const bool joined = (block.kind == UnitKind::ListItem && above.kind == UnitKind::ListItem)
            || (block.isTableRow() && above.isTableRow());
        return joined ? 0 : PageMeasures::grid;
    }

    /// Lines of a block that must stand together at its beginning.
    static int fewest(const PaperBlock& block)
    {
        const int lines = block.layout->lineCount();
        return block.isHeading() || block.isTableRow() || lines <= 3 ? lines : 2;
    }

    /// Height that must fit below: of a heading with the beginning of what follows it.
    qreal keptTogether(size_t i) const
    {
        qreal height = 0;
        for (; i < m_plan.blocks.size(); ++i) {
            const PaperBlock& block = m_plan.blocks[i];
            height += block.pitch * fewest(block);
            if (!block.isHeading())
                break;
            if (i + 1 < m_plan.blocks.size())
                height += spaceAbove(i + 1);
        }
        return height;
    }

    void newPage()
    {
        m_plan.pages.emplace_back();
        m_y = m_plan.measures.top;
    }
    bool atTop() const { return m_y <= m_plan.measures.top; }

    void place()
    {
        newPage();
        const qreal end = m_plan.measures.end();
        const qreal whole = end - m_plan.measures.top;
        for (size_t i = 0; i < m_plan.blocks.size(); ++i) {
            const qreal kept = keptTogether(i);
            if (!atTop())
                m_y += spaceAbove(i);
            if (!atTop() && m_y + kept > end + 0.01 && kept <= whole)
                newPage();
            placeLines(i);
            // Back onto the grid, whatever the pitch was.
            const qreal steps = (m_y - m_plan.measures.top) / PageMeasures::grid;
            m_y = m_plan.measures.top + std::ceil(steps - 0.01) * PageMeasures::grid;
        }
        if (m_plan.pages.size() > 1 && m_plan.pages.back().lines.empty())
            m_plan.pages.pop_back();
    }

    void placeLines(size_t i)
    {
        const PaperBlock& block = m_plan.blocks[i];
        const int lines = block.layout->lineCount();
        for (int line = 0; line < lines;) {
            const int room = static_cast<int>((m_plan.measures.end() - m_y + 0.01) / block.pitch);
            int here = std::min(room, lines - line);
            if (here < lines - line) {
                if (lines - line - here == 1)
                    --here; // none stands alone at the top of the next page
                if (line == 0 && here < fewest(block))
                    here = 0; // nor at the bottom of this one
            }
            if (here <= 0 && atTop())
                here = std::max(1, std::min(room, lines - line));
            for (const int last = line + std::max(0, here); line < last; ++line) {
                m_plan.pages.back().lines.push_back({ static_cast<qsizetype>(i), line, m_y });
                m_y += block.pitch;
            }
            if (line < lines)
                newPage();
        }
    }

    /// Notes stand beside the first line of their unit or below the one before; what does not fit
    /// goes over to the next page, and to pages of notes alone behind the last one.
    void placeNotes()
    {
        qsizetype next = 0;
        m_notesPage = 0;
        m_notesY = m_plan.measures.top;
        for (size_t page = 0; page < m_plan.pages.size() && next < m_plan.notes.size(); ++page) {
            const std::vector<PlacedLine> lines = m_plan.pages[page].lines;
            for (const PlacedLine& placed : lines) {
                const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
                const QTextLine line = block.layout->lineAt(placed.line);
                const int end = block.start + line.textStart() + line.textLength();
                for (; next < m_plan.notes.size()
                    && m_review.units[m_plan.notes[next].unit].range.start < end
                    && m_plan.notes[next].unit <= block.lastUnit;
                    ++next)
                    placeNote(next, page, placed.y);
            }
        }
    }

    void placeNote(qsizetype index, size_t page, qreal lineTop)
    {
        PaperNote& note = m_plan.notes[index];
        note.page = static_cast<int>(page);
        note.y = lineTop;
        if (m_notesPage < page) {
            m_notesPage = page;
            m_notesY = m_plan.measures.top;
        }
        if (m_notesPage == page)
            m_notesY = std::max(m_notesY, lineTop + 3);
        const int lines = note.layout->lineCount();
        for (int line = 0, left = 0; line < lines; ++line, --left) {
            if (left == 0) {
                left = linesOfNoteThatFit(lines - line);
                if (left == 0) {
                    m_notesY = m_plan.measures.top;
                    if (++m_notesPage == m_plan.pages.size())
                        m_plan.pages.emplace_back();
                    left = std::max(1, linesOfNoteThatFit(lines - line));
                }
            }
            if (line == 0) {
                note.ownPage = static_cast<int>(m_notesPage);
                note.ownY = m_notesY;
            }
            m_plan.pages[m_notesPage].notes.push_back({ index, line, m_notesY });
            m_notesY += PagePlan::notePitch;
        }
        m_notesY += 5;
    }

    /// Of `lines` more of a note, those for the rest of this page: a short note stays whole, and of
    /// a long one no line stands alone.
    int linesOfNoteThatFit(int lines) const
    {
        constexpr int wholeUpTo = 3;
        const int room = std::max(
            0, static_cast<int>((m_plan.measures.end() - m_notesY + 0.01) / PagePlan::notePitch));
        if (room >= lines)
            return lines;
        const int here = std::min(room, lines - 2);
        return lines <= wholeUpTo || here < 2 ? 0 : here;
    }

    const PaperReview& m_review;
    const PaperOptions& m_options;
    PagePlan m_plan;
    qreal m_y = 0;
    size_t m_notesPage = 0;
    qreal m_notesY = 0;
};

} // namespace

PageRole PaperBlock::role() const
{
    return isHeading()               ? PageRole::Heading
        : kind == UnitKind::ListItem ? PageRole::ListItem
        : form == BlockForm::Quote   ? PageRole::Quote
                                     : PageRole::Paragraph;
}

qsizetype PagePlan::blockOf(qsizetype unit) const
{
    const auto before = [unit](const PaperBlock& block) { return block.lastUnit < unit; };
    return std::ranges::partition_point(blocks, before) - blocks.begin();
}

PagePlan PagePlan::of(const PaperReview& review, const PaperOptions& options)
{
    return Planner(review, options).plan();
}

} // namespace assay
