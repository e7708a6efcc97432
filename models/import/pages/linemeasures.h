// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/pages/pagewords.h"

#include <QHash>

namespace assay {

/// What is usual in a document, to tell headings, indents and gaps by. All in points.
class LineMeasures {
public:
    explicit LineMeasures(const QList<PageLine>& lines);

    /// The edges of a region.
    struct Sides {
        double left = 0;
        double right = 0;

        double width() const { return right - left; }
    };

    /// Height of the body's lines.
    double height() const { return m_height; }
    /// From a line of the page to the next.
    double pitch(int page) const { return m_pitches.value(page, m_usualPitch); }
    Sides sides(int region) const { return m_sides.value(region); }

    /// Whether a line's size is that of running text, not of a heading or a label.
    bool isText(const PageLine& line) const;
    bool sameSize(const PageLine& a, const PageLine& b) const;
    /// Whether a line ends about where lines of its region end.
    bool isFull(const PageLine& line) const;

private:
    QHash<int, Sides> m_sides;
    QHash<int, double> m_pitches; ///< of pages with enough lines to go by
    double m_usualPitch = 13;
    double m_height = 10;
};

} // namespace assay
