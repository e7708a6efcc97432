// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/pagepen.h"

namespace assay {

PagePen::PagePen(const PageMeasures& measures)
    : left(measures.gutter)
    , right(measures.width - measures.gutter)
    , m_measures(measures)
{
    newPage();
}

void PagePen::newPage()
{
    pages.emplace_back();
    pages.back().size = m_measures.size();
    y = m_measures.top;
}

void PagePen::need(qreal height)
{
    if (y + height > m_measures.end() && y > m_measures.top)
        newPage();
}

void PagePen::heading(const QString& text, const Theme& theme, qreal with)
{
    need(20 + with);
    const QFont font = boldFont(10.5);
    const PartScope part(page(), { PageRole::Heading, 2 });
    y = type().paragraph(left, y, width(), text, font, theme.ink, 14) + 5;
}

} // namespace assay
