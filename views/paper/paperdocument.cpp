// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/paperdocument.h"

#include "models/base/parallel.h"

#include <QCoreApplication>
#include <QPainter>
#include <QThread>

#include <algorithm>
#include <iterator>

namespace assay {

using namespace Qt::StringLiterals;

Expected<std::shared_ptr<const PaperDocument>> PaperDocument::of(
    PaperReview review, const PaperOptions& options)
{
    Expected<Theme> theme = Theme::load(u"paper"_s);
    if (!theme)
        return std::unexpected(theme.error());
    return std::shared_ptr<const PaperDocument>(
        new PaperDocument(std::move(review), options, std::move(*theme)));
}

PaperDocument::PaperDocument(PaperReview review, const PaperOptions& options, Theme theme)
    : m_review(std::move(review))
    , m_options(options)
    , m_theme(std::move(theme))
    , m_plan(PagePlan::of(m_review, m_options))
    , m_painter(m_review, m_plan, m_options, m_theme)
    , m_coverPages(cover().count())
{
}

CoverPages PaperDocument::cover() const
{
    QList<CoverNote> notes;
    for (qsizetype i = 0; i < m_plan.notes.size(); ++i) {
        const PaperNote& note = m_plan.notes[i];
        notes.append({ static_cast<int>(i) + 1, m_review.voices[note.voice].marks[note.unit].tag,
            note.text.section(u"  "_s, 1), note.ownPage, note.ownY, note.page });
    }
    return CoverPages(m_review, m_options, notes, m_theme);
}

/// Cuts the article's pages [from, to) into as many runs as there are cores, for a thread each. A
/// layout may be used by one thread at a time, so no block or note reaches from one run into the
/// next.
QList<std::pair<int, int>> PaperDocument::runsOf(int from, int to) const
{
    const auto joined = [this](int page) {
        const PagePlan::Page& above = m_plan.pages[static_cast<size_t>(page) - 1];
        const PagePlan::Page& below = m_plan.pages[static_cast<size_t>(page)];
        return (!above.lines.empty() && !below.lines.empty()
                   && above.lines.back().block == below.lines.front().block)
            || (!above.notes.empty() && !below.notes.empty()
                && above.notes.back().note == below.notes.front().note);
    };
    QList<std::pair<int, int>> runs;
    const int wanted = std::max(1, (to - from) / std::max(1, QThread::idealThreadCount()));
    for (int begin = from; begin < to;) {
        int end = std::min(to, begin + wanted);
        while (end < to && joined(end))
            ++end;
        runs.append({ begin, end });
        begin = end;
    }
    return runs;
}

std::vector<PdfPage> PaperDocument::draw(int from, int to, const PaperPosition& position) const
{
    std::vector<PdfPage> pages;
    if (from < m_coverPages) {
        pages = cover().draw(position, position.before + m_coverPages);
        pages.erase(pages.begin(), pages.begin() + from);
        pages.resize(static_cast<size_t>(std::min(to, m_coverPages) - from));
    }
    const int first = std::max(from, m_coverPages);
    std::vector<PdfPage> made(static_cast<size_t>(std::max(0, to - first)));
    QList<std::pair<int, int>> runs = runsOf(first - m_coverPages, to - m_coverPages);
    inParallel(runs, [&](const std::pair<int, int>& run) {
        for (int index = run.first; index < run.second; ++index) {
            const auto at = static_cast<size_t>(index);
            const int number = m_coverPages + index;
            PdfPage& page = made[static_cast<size_t>(number - first)];
            page.size = pageSize();
            page.drawing = m_painter.draw(at, position.number(position.before + number));
            if (!m_options.flattened)
                page.highlights = m_painter.highlights(at);
        }
    });
    std::move(made.begin(), made.end(), std::back_inserter(pages));
    return pages;
}

QList<PdfOutlineEntry> PaperDocument::outline(int before, int level) const
{
    QList<PdfOutlineEntry> outline{ { m_review.facts.title, before, 0, level } };
    std::array<QList<PdfOutlineEntry>, 5> tagged;
    for (size_t page = 0; page < m_plan.pages.size(); ++page) {
        const int number = before + m_coverPages + static_cast<int>(page);
        for (const PlacedLine& placed : m_plan.pages[page].lines) {
            const PaperBlock& block = m_plan.blocks[static_cast<size_t>(placed.block)];
            if (block.isHeading() && placed.line == 0)
                outline.append({ block.text, number, placed.y,
                    level + std::max(1, static_cast<int>(block.level)) });
            const QTextLine line = block.layout->lineAt(placed.line);
            for (qsizetype unit = block.firstUnit; unit <= block.lastUnit; ++unit) {
                const Tag tag = m_review.mark(unit).tag;
                const TextRange range = m_review.units[unit].range;
                const int at = range.start - block.start;
                if (!m_options.tags.contains(tag) || at < line.textStart()
                    || at >= line.textStart() + line.textLength())
                    continue;
                QString words = m_review.text.sliced(range.start, std::min(range.length(), 60));
                if (range.length() > 60)
                    words = words.first(std::max<qsizetype>(20, words.lastIndexOf(u' '))) + u'…';
                tagged[static_cast<size_t>(tag)].append(
                    { words.simplified(), number, placed.y, level + 2 });
            }
        }
    }
    for (const Tag tag : { Tag::Evidence, Tag::Marketing, Tag::Caveat, Tag::None }) {
        const auto& entries = tagged[static_cast<size_t>(tag)];
        if (entries.isEmpty())
            continue;
        outline.append({ u"%1 (%2)"_s.arg(tagTitle(tag)).arg(entries.size()), entries.first().page,
            entries.first().top, level + 1, false });
        outline += entries;
    }
    return outline;
}

QString PaperDocument::missingLetters() const
{
    constexpr int mostPages = 40;
    QString missing;
    for (const PdfPage& page : draw(0, std::min(pages(), mostPages), {})) {
        for (const auto& item : page.drawing.items()) {
            const auto* text = std::get_if<DrawnText>(&item);
            if (!text)
                continue;
            for (const DrawnGlyph& glyph : text->glyphs) {
                const QStringView letters
                    = QStringView(text->letters).sliced(glyph.from, glyph.length);
                if (glyph.index == 0 && !missing.contains(letters))
                    missing += letters;
            }
        }
    }
    return missing;
}

void PaperDocument::paint(QPainter& painter, int page, int behind) const
{
    if (page < 0 || page >= pages())
        return;
    if (page >= m_coverPages && !m_options.flattened) {
        PageDrawing tints;
        m_painter.drawHighlights(
            tints, m_painter.highlights(static_cast<size_t>(page - m_coverPages)));
        tints.paint(painter);
    }
    for (const PdfPage& drawn : draw(page, page + 1, { 0, 0, pages() + behind }))
        drawn.drawing.paint(painter);
}

} // namespace assay
