// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/contentspages.h"

#include "views/library/compositionbar.h"
#include "views/paper/coverpages.h"
#include "views/paper/tagshapes.h"
#include "views/paper/typeset.h"

#include <QCoreApplication>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static constexpr qreal rowHeight = 22;
static constexpr qreal headHeight = 56; ///< of the first page's title

static QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("Cover", text, nullptr, n);
}

static int rowsOn(int page, const PageMeasures& measures)
{
    return static_cast<int>(
        (measures.end() - measures.top - (page == 0 ? headHeight : 0)) / rowHeight);
}

int ContentsPages::count(qsizetype entries, const PaperOptions& options)
{
    const PageMeasures measures = PageMeasures::of(options.size);
    const qsizetype rest = std::max<qsizetype>(0, entries - rowsOn(0, measures));
    const int each = rowsOn(1, measures);
    return 1 + static_cast<int>((rest + each - 1) / each);
}

Expected<std::vector<PdfPage>> ContentsPages::draw(
    const QString& title, const QList<ContentsEntry>& entries, const PaperOptions& options)
{
    const Expected<Theme> theme = Theme::load(u"paper"_s);
    if (!theme)
        return std::unexpected(theme.error());
    const PageMeasures measures = PageMeasures::of(options.size);
    const qreal left = measures.gutter;
    const qreal right = measures.width - measures.gutter;
    const QFont font = plainFont();
    const QFont small = paperFont(sansFont(8), 7.4);
    const PaperPosition position{ 0, count(entries.size(), options), 0 };
    std::vector<PdfPage> pages(static_cast<size_t>(position.front));
    qsizetype next = 0;
    for (int number = 0; number < position.front; ++number) {
        PdfPage& page = pages[static_cast<size_t>(number)];
        page.size = measures.size();
        Typesetter type(page.drawing);
        qreal y = measures.top + 14;
        page.language = ownLanguage();
        if (number == 0) {
            std::optional<PartScope> head;
            head.emplace(page.drawing, PagePart{ PageRole::Heading, 1 });
            type.line(
                left, y + 6, title, boldFont(20), theme->ink, Typesetter::Side::Left, right - left);
            head.reset();
            type.line(left, y + 26, say("%n article(s)", static_cast<int>(entries.size())), font,
                theme->muted);
            y += headHeight;
        }
        for (int row = rowsOn(number, measures); row > 0 && next < entries.size(); --row, ++next) {
            const ContentsEntry& entry = entries[next];
            const qint64 key = rowKey(1 + next);
            const PartScope table(page.drawing, { PageRole::Table, 0, rowKey(0) });
            const PartScope tableRow(page.drawing, { PageRole::Row });
            const auto cell = [&](PagePart part, const auto& draw) {
                const PartScope around(page.drawing, { PageRole::Cell });
                const PartScope inside(page.drawing, std::move(part));
                draw();
            };
            cell({ PageRole::Link, 0, key }, [&] {
                type.line(left, y, entry.title, font, theme->ink, Typesetter::Side::Left, 280);
            });
            cell({ PageRole::Paragraph }, [&] {
                type.line(
                    left, y + 9, entry.reviewers, small, theme->muted, Typesetter::Side::Left, 280);
            });
            cell({ PageRole::Figure, 0, -1, -1, compositionText(entry.composition) }, [&] {
                drawBar(page.drawing, *theme, { left + 300, y - 7, right - left - 340, 10 },
                    entry.composition);
            });
            cell({ PageRole::Paragraph }, [&] {
                type.line(right, y, QString::number(position.number(entry.page).number), font,
                    theme->accent, Typesetter::Side::Right);
            });
            page.drawing.addBox({ left, y + 13, right - left, 0.4 }, theme->line);
            page.links.append(
                { { left, y - 9, right - left, rowHeight }, entry.page, 0, entry.title, key });
            y += rowHeight;
        }
        drawFoot(page.drawing, *theme, measures, title, { number + 1, 0 });
    }
    return pages;
}

} // namespace assay
