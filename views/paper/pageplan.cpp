// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/pageplan.h"

#include "views/theme/theme.h"

#include <QtConcurrentMap>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

PageMeasures PageMeasures::of(const QPageSize& size)
{
    PageMeasures measures;
    measures.width = size.size(QPageSize::Point).width() * unit;
    measures.height = size.size(QPageSize::Point).height() * unit;
    return measures;
}

QFont paperFont(QFont font, qreal points)
{
    font.setPixelSize(static_cast<int>(points * PageMeasures::unit + 0.5));
    font.setFeature("liga", 0);
    font.setFeature("clig", 0);
    font.setFeature("calt", 0);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

static void layOut(QTextLayout& layout, qreal width, qreal pitch)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({ 0, y });
        y += pitch;
    }
    layout.endLayout();
}

namespace {

/// Makes a plan: blocks first, in parallel, then pages.
class Planner {
public:
    Planner(const PaperReview& review, const PageMeasures& measures)
        : m_review(review)
    {
        m_plan.measures = measures;
    }

    PagePlan plan()
    {
        number();
        makeBlocks();
        QtConcurrent::blockingMap(m_plan.blocks, [this](PaperBlock& block) {
            layOut(*block.layout, m_plan.measures.textWidth - block.indent,
                block.kind == UnitKind::Heading ? m_plan.measures.pitch * 1.12
                                                : m_plan.measures.pitch);
        });
        place();
        placeNotes();
        return std::move(m_plan);
    }

private:
    const PageMeasures& measures() const { return m_plan.measures; }

    void number()
    {
        int count = 0;
        for (qsizetype i = 0; i < m_review.marks.size(); ++i) {
            if (m_review.units[i].kind != UnitKind::Furniture && !m_review.marks[i].note.isEmpty())
                m_plan.noteNumbers.insert(i, ++count);
        }
    }

    void makeBlocks()
    {
        const QFont serif = paperFont(serifFont(10), 10.5);
        const QFont heading = paperFont(sansFont(10, QFont::DemiBold), 12);
        const QFont title = paperFont(sansFont(10, QFont::DemiBold), 15);
        const QList<Unit>& units = m_review.units;
        for (qsizetype i = 0; i < units.size();) {
            qsizetype last = i;
            while (last + 1 < units.size() && units[last + 1].block == units[i].block
                && units[last + 1].kind != UnitKind::Furniture)
                ++last;
            if (units[i].kind == UnitKind::Furniture) {
                ++i;
                continue;
            }
            PaperBlock block{ units[i].kind, units[i].range.start, i, last, 0, nullptr };
            if (block.kind == UnitKind::ListItem)
                block.indent = 14 * PageMeasures::unit;
            QString text = m_review.text.sliced(block.start, units[last].range.end - block.start);
            text.replace(u'\n', u' ');
            const bool isHeading = block.kind == UnitKind::Heading;
            block.layout = std::make_unique<QTextLayout>(
                text, isHeading ? (units[i].level == 1 ? title : heading) : serif);
            block.layout->setFormats(noteGaps(block));
            block.layout->setCacheEnabled(true);
            m_plan.blocks.push_back(std::move(block));
            i = last + 1;
        }
    }

    /// Room for the note's number behind the last letter of its unit; the number itself is no text.
    QList<QTextLayout::FormatRange> noteGaps(const PaperBlock& block) const
    {
        QList<QTextLayout::FormatRange> gaps;
        for (qsizetype i = block.firstUnit; i <= block.lastUnit; ++i) {
            const int number = m_plan.noteNumbers.value(i);
            if (number == 0)
                continue;
            QTextLayout::FormatRange gap;
            gap.start = m_review.units[i].range.end - block.start - 1;
            gap.length = 1;
            gap.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            gap.format.setFontLetterSpacing(PageMeasures::unit * 4.2
                * (number < 10         ? 1
                        : number < 100 ? 2
                                       : 3));
            gaps.append(gap);
        }
        return gaps;
    }

    /// Blank space above a block, before its first line.
    qreal spaceAbove(size_t i) const
    {
        const PaperBlock& block = m_plan.blocks[i];
        if (block.kind == UnitKind::Heading)
            return measures().pitch * 1.1;
        const bool list = i > 0 && block.kind == UnitKind::ListItem
            && m_plan.blocks[i - 1].kind == UnitKind::ListItem;
        if (i > 0 && m_plan.blocks[i - 1].kind == UnitKind::Heading)
            return measures().pitch * 0.3;
        return measures().pitch * (list ? 0.25 : 0.6);
    }

    qreal pitchOf(const PaperBlock& block) const
    {
        return block.kind == UnitKind::Heading ? measures().pitch * 1.12 : measures().pitch;
    }

    void newPage()
    {
        m_plan.pages.emplace_back();
        m_y = measures().top;
    }

    /// Height that must fit below a heading: itself, what follows up to two lines.
    qreal keptWith(size_t i) const
    {
        qreal height = 0;
        for (; i < m_plan.blocks.size(); ++i) {
            const PaperBlock& block = m_plan.blocks[i];
            const int lines = block.layout->lineCount();
            const bool heading = block.kind == UnitKind::Heading;
            height += pitchOf(block) * (heading ? lines : std::min(lines, 2));
            if (!heading)
                break;
            if (i + 1 < m_plan.blocks.size())
                height += spaceAbove(i + 1);
        }
        return height;
    }

    void place()
    {
        newPage();
        const qreal end = measures().lastLine();
        for (size_t i = 0; i < m_plan.blocks.size(); ++i) {
            PaperBlock& block = m_plan.blocks[i];
            const qreal pitch = pitchOf(block);
            const int lines = block.layout->lineCount();
            bool fresh = m_y <= measures().top;
            m_y += fresh ? 0 : spaceAbove(i);
            if (!fresh && m_y + keptWith(i) > end && keptWith(i) < end - measures().top)
                newPage();
            for (int line = 0; line < lines; ++line) {
                const int left = lines - line;
                const bool full = m_y + pitch > end;
                // Two lines left and room for one: both go over, so that none stands alone.
                const bool widow = left == 2 && lines > 2 && m_y + 2 * pitch > end;
                fresh = m_y <= measures().top;
                if ((full || widow) && !fresh)
                    newPage();
                m_plan.pages.back().lines.push_back({ static_cast<qsizetype>(i), line, m_y });
                m_y += pitch;
            }
        }
        if (m_plan.pages.size() > 1 && m_plan.pages.back().lines.empty())
            m_plan.pages.pop_back();
    }

    /// Notes stand beside the first line of their unit or below the one before; what does not fit
    /// goes over.
    void placeNotes()
    {
        const QFont font = paperFont(sansFont(8), 7.4);
        const qreal pitch = 10 * PageMeasures::unit;
        int page = -1;
        qreal free = 0; ///< where the next note may start on `page`
        const auto toPage = [&](int wanted) {
            if (wanted > page) {
                page = wanted;
                free = measures().top;
            }
            while (static_cast<size_t>(page) >= m_plan.pages.size())
                m_plan.pages.emplace_back();
        };
        for (size_t p = 0; p < m_plan.pages.size(); ++p) {
            for (const PlacedLine placed : std::vector(m_plan.pages[p].lines)) {
                const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
                const QTextLine line = block.layout->lineAt(placed.line);
                for (qsizetype unit = block.firstUnit; unit <= block.lastUnit; ++unit) {
                    const int at = m_review.units[unit].range.start - block.start;
                    if (at < line.textStart() || at >= line.textStart() + line.textLength())
                        continue;
                    m_plan.firstPage.insert(unit, static_cast<int>(p));
                    const int number = m_plan.noteNumbers.value(unit);
                    if (number == 0)
                        continue;
                    QString text = QString::number(number) + u"  "_s + m_review.marks[unit].note;
                    text.replace(u'\n', QChar::LineSeparator);
                    const auto layout = std::make_shared<QTextLayout>(text, font);
                    layout->setCacheEnabled(true);
                    layOut(*layout, measures().notesWidth - 8 * PageMeasures::unit, pitch);
                    m_plan.noteLayouts.insert(unit, layout);
                    toPage(static_cast<int>(p));
                    qreal y = page == static_cast<int>(p)
                        ? std::max(free, placed.y + 3 * PageMeasures::unit)
                        : free;
                    for (int i = 0; i < layout->lineCount(); ++i) {
                        if (y + pitch > measures().lastLine()) {
                            toPage(page + 1);
                            y = measures().top;
                        }
                        m_plan.pages[static_cast<size_t>(page)].notes.push_back({ unit, i, y });
                        y += pitch;
                    }
                    free = y + 5 * PageMeasures::unit;
                }
            }
        }
    }

    const PaperReview& m_review;
    PagePlan m_plan;
    qreal m_y = 0;
};

} // namespace

PagePlan PagePlan::of(const PaperReview& review, const PageMeasures& measures)
{
    return Planner(review, measures).plan();
}

} // namespace assay
