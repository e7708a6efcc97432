// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/pages/linemeasures.h"

#include <algorithm>
#include <cmath>

namespace assay {

/// The value that a share of the others is smaller than.
static double quantile(QList<double> values, double share, double otherwise)
{
    if (values.isEmpty())
        return otherwise;
    std::sort(values.begin(), values.end());
    return values[static_cast<qsizetype>(share * static_cast<double>(values.size()))];
}

LineMeasures::LineMeasures(const QList<PageLine>& lines)
{
    constexpr qsizetype enough = 5; // lines of a page, to go by its own spacing
    QList<double> heights;
    QList<double> pitches;
    QHash<int, QList<double>> ofPage;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const PageLine& line = lines[i];
        if (line.aside)
            continue;
        // Long lines are text; weigh them so that captions and labels do not set the measure.
        for (qsizetype n = 0; n < 1 + line.text.size() / 20; ++n)
            heights.append(line.box.height());
        const auto sides = m_sides.find(line.region);
        if (sides == m_sides.end()) {
            m_sides[line.region] = { line.box.left(), line.box.right() };
            continue;
        }
        sides->left = std::min(sides->left, line.box.left());
        sides->right = std::max(sides->right, line.box.right());
        const double pitch = line.box.bottom() - lines[i - 1].box.bottom();
        if (lines[i - 1].region == line.region && pitch > 0 && !line.isRow) {
            pitches.append(pitch);
            ofPage[line.page].append(pitch);
        }
    }
    m_height = quantile(heights, 0.5, 10);
    m_usualPitch = quantile(pitches, 0.5, 1.3 * m_height);
    for (auto page = ofPage.cbegin(); page != ofPage.cend(); ++page) {
        // Gaps between paragraphs may be the more on a page of short ones.
        if (page->size() >= enough)
            m_pitches[page.key()] = quantile(*page, 0.25, m_usualPitch);
    }
}

bool LineMeasures::isText(const PageLine& line) const
{
    return std::abs(line.box.height() - m_height) < 0.2 * m_height;
}

bool LineMeasures::sameSize(const PageLine& a, const PageLine& b) const
{
    return std::abs(a.box.height() - b.box.height()) < 0.16 * m_height;
}

bool LineMeasures::isFull(const PageLine& line) const
{
    const Sides own = sides(line.region);
    return line.box.right() > own.right - 0.2 * own.width();
}

} // namespace assay
