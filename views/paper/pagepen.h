// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pdf/pdfbook.h"
#include "views/paper/pageplan.h"
#include "views/paper/typeset.h"
#include "views/theme/theme.h"

namespace assay {

/// Where the next thing goes on pages that are filled from top to bottom; takes a new page when one
/// is full. Everything is in points from the top left corner.
class PagePen {
public:
    /// Starts on a first page. `measures` must outlive the pen.
    explicit PagePen(const PageMeasures& measures);

    PageDrawing& page() { return pages.back().drawing; }
    Typesetter type() { return Typesetter(page()); }
    qreal width() const { return right - left; }
    void newPage();
    /// Makes sure that `height` fits below.
    void need(qreal height);
    /// A heading that stays together with what follows, `with` high; below the page's title.
    void heading(const QString& text, const Theme& theme, qreal with);

    qreal left, right; ///< of the column
    qreal y = 0; ///< where the next thing goes
    std::vector<PdfPage> pages;

private:
    const PageMeasures& m_measures;
};

} // namespace assay
