// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/blocklayout.h"

#include "views/paper/typeset.h"
#include "views/theme/theme.h"

#include <QFontMetricsF>
#include <QRegularExpression>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Formats = QList<QTextLayout::FormatRange>;

constexpr QLatin1StringView cellBreak(" | ");

/// Widens the letter at `at` by `points`.
QTextLayout::FormatRange gapAt(int at, qreal points)
{
    QTextLayout::FormatRange gap;
    gap.start = at;
    gap.length = 1;
    gap.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    gap.format.setFontLetterSpacing(points * paperUnit);
    return gap;
}

class Blocks {
public:
    Blocks(const PaperReview& review, const PagePlan& plan, const PaperOptions& options)
        : m_review(review)
        , m_plan(plan)
        , m_options(options)
    {
    }

    std::vector<PaperBlock> make()
    {
        const QList<Unit>& units = m_review.units;
        for (qsizetype i = 0; i < units.size();) {
            qsizetype last = i;
            while (last + 1 < units.size() && units[last + 1].block == units[i].block
                && (units[last + 1].kind == UnitKind::Furniture)
                    == (units[i].kind == UnitKind::Furniture))
                ++last;
            if (units[i].kind != UnitKind::Furniture || m_options.furniture)
                add(i, last);
            i = last + 1;
        }
        alignTables();
        for (size_t i = 0; i < m_blocks.size(); ++i) {
            m_blocks[i].layout->setFormats(m_formats[i]);
            m_blocks[i].layout->setCacheEnabled(true);
        }
        return std::move(m_blocks);
    }

private:
    void add(qsizetype first, qsizetype last)
    {
        const QList<Unit>& units = m_review.units;
        const Unit& unit = units[first];
        PaperBlock block{ unit.kind, unit.form, unit.level, unit.range.start, first, last, 0, 0,
            PageMeasures::pitch, false, {}, nullptr };
        block.text = m_review.text.sliced(block.start, units[last].range.end - block.start);
        block.text.replace(u'\n', u' ');
        QFont font = paperFont(serifFont(10), 10.5);
        if (unit.kind == UnitKind::Furniture) {
            font = paperFont(sansFont(8), 7.5);
            block.pitch = 11;
        } else if (block.isHeading() && unit.level <= 1) {
            font = paperFont(sansFont(10, QFont::DemiBold), 15);
            block.pitch = 19;
        } else if (block.isHeading()) {
            font = paperFont(sansFont(10, QFont::DemiBold), unit.level == 2 ? 12 : 10.5);
        } else if (block.isTableRow()) {
            font = paperFont(sansFont(9), 8.5);
        } else if (block.form == BlockForm::Caption) {
            font = paperFont(sansFont(9), 8.5);
            block.pitch = 12.4;
        } else if (block.form == BlockForm::Quote) {
            block.indent = 18;
            block.narrower = 10;
        } else if (block.kind == UnitKind::ListItem) {
            block.indent = 8;
        }
        if (block.text.isRightToLeft())
            std::swap(block.indent, block.narrower);
        block.layout = std::make_shared<QTextLayout>(block.text, font);
        m_formats.push_back(numberGaps(block));
        m_blocks.push_back(std::move(block));
    }

    /// Room for the notes' numbers behind the last letter of their unit; the numbers are no text.
    Formats numberGaps(const PaperBlock& block) const
    {
        Formats gaps;
        for (qsizetype i = block.firstUnit; i <= block.lastUnit; ++i) {
            const qreal width = m_plan.numbersWidth(i);
            if (width <= 0)
                continue;
            // From right to left room is made on the right of a letter, so the one after takes it.
            const bool fromRight = block.text.isRightToLeft();
            const int at = m_review.units[i].range.end - block.start - (fromRight ? 0 : 1);
            if (at >= block.text.size())
                continue;
            const QChar letter = block.text[at];
            // A format of its own would tear joined letters apart.
            if (letter.direction() != QChar::DirAL && !letter.isSurrogate())
                gaps.append(gapAt(at, width));
        }
        return gaps;
    }

    void alignTables()
    {
        for (size_t first = 0; first < m_blocks.size(); ++first) {
            if (!m_blocks[first].isTableRow())
                continue;
            size_t last = first;
            while (last + 1 < m_blocks.size() && m_blocks[last + 1].isTableRow())
                ++last;
            alignTable(first, last);
            first = last;
        }
    }

    /// Puts the cells of rows [first, last] below each other where all of them fit.
    void alignTable(size_t first, size_t last)
    {
        const QFontMetricsF metrics(m_blocks[first].layout->font());
        const auto cellsOf = [this](size_t i) { return m_blocks[i].text.split(cellBreak); };
        QList<qreal> widths;
        for (size_t i = first; i <= last; ++i) {
            const QStringList cells = cellsOf(i);
            if (cells.size() < 2 || (i > first && cells.size() != widths.size()))
                return;
            widths.resize(cells.size());
            for (qsizetype k = 0; k < cells.size(); ++k)
                widths[k] = std::max(widths[k], metrics.horizontalAdvance(cells[k]) / paperUnit);
        }
        qreal sum = metrics.horizontalAdvance(cellBreak) / paperUnit
            * static_cast<qreal>(widths.size() - 1);
        for (const qreal width : std::as_const(widths))
            sum += width;
        if (sum > m_plan.measures.textWidth)
            return;
        for (size_t i = first; i <= last; ++i) {
            const QStringList cells = cellsOf(i);
            qsizetype at = 0;
            for (qsizetype k = 0; k + 1 < cells.size(); ++k) {
                at += cells[k].size();
                const qreal missing = widths[k] - metrics.horizontalAdvance(cells[k]) / paperUnit;
                if (missing > 0.1)
                    m_formats[i].append(gapAt(static_cast<int>(at), missing));
                at += cellBreak.size();
            }
        }
    }

    const PaperReview& m_review;
    const PagePlan& m_plan;
    const PaperOptions& m_options;
    std::vector<PaperBlock> m_blocks;
    std::vector<Formats> m_formats;
};

} // namespace

std::vector<PaperBlock> paperBlocks(
    const PaperReview& review, const PagePlan& plan, const PaperOptions& options)
{
    return Blocks(review, plan, options).make();
}

void breakBlock(PaperBlock& block, qreal width)
{
    // The marker of a list item hangs out to the left of its lines.
    static const QRegularExpression marker(u"^([-*+–—•·▪◦‣○●■□✓✔]|\\(?[0-9a-zA-Z]{1,3}[.)])\\s+"_s,
        QRegularExpression::UseUnicodePropertiesOption); // no-break spaces, too
    qreal hanging = 0;
    if (block.kind == UnitKind::ListItem) {
        const QRegularExpressionMatch match = marker.match(block.text);
        block.hasBullet = !match.hasMatch();
        if (match.hasMatch())
            hanging = std::min(40.0, Typesetter::width(match.captured(0), block.layout->font()));
    }
    breakLines(*block.layout, width - block.indent - block.narrower, block.pitch, hanging);
}

} // namespace assay
