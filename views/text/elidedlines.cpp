// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/elidedlines.h"

#include <QFontMetricsF>
#include <QTextLayout>

namespace assay {

/// Where the text begins that has no room; -1 where all of it has.
static int layOut(QTextLayout& layout, double width, int most)
{
    int last = 0;
    int past = 0;
    double y = 0;
    layout.beginLayout();
    for (int i = 0; i < most; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({ 0, y });
        y += line.height();
        last = line.textStart();
        past = last + line.textLength();
    }
    layout.endLayout();
    return past < layout.text().size() ? last : -1;
}

void layOutElided(QTextLayout& layout, double width, int most)
{
    const int last = layOut(layout, width, most);
    if (last < 0)
        return;
    const QString text = layout.text();
    const auto formats = layout.formats();
    layout.setText(text.first(last)
        + QFontMetricsF(layout.font()).elidedText(text.sliced(last), Qt::ElideRight, width - 1));
    layout.setFormats(formats);
    layOut(layout, width, most);
}

} // namespace assay
