// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statistics/tagstrip.h"

#include <algorithm>

namespace assay {

TagStrip tagStrip(const QList<Unit>& units, const QList<Tag>& tags, int cells)
{
    TagStrip strip;
    strip.cells.assign(static_cast<size_t>(std::max(1, cells)), Tag::Untagged);
    const auto counts = [](const Unit& unit) { return unit.kind != UnitKind::Furniture; };
    double length = 0;
    for (const Unit& unit : units)
        length += counts(unit) ? unit.range.length() : 0;
    if (length <= 0)
        return strip;
    std::vector<std::array<double, 5>> held(strip.cells.size());
    const double scale = static_cast<double>(strip.cells.size()) / length;
    double at = 0;
    for (qsizetype i = 0; i < units.size(); ++i) {
        const Unit& unit = units[i];
        if (!counts(unit))
            continue;
        const auto tag = static_cast<size_t>(tags[i]);
        if (strip.first[tag] < 0)
            strip.first[tag] = at / length;
        const double from = at * scale;
        at += unit.range.length();
        const double to = at * scale;
        for (auto cell = static_cast<size_t>(from);
            cell < held.size() && static_cast<double>(cell) < to; ++cell) {
            const auto left = static_cast<double>(cell);
            held[cell][tag] += std::min(to, left + 1) - std::max(from, left);
        }
    }
    for (size_t cell = 0; cell < held.size(); ++cell) {
        // A caveat is what one looks for: it shows wherever it is, however short.
        const auto& share = held[cell];
        const auto most = std::max_element(share.begin(), share.end()) - share.begin();
        strip.cells[cell]
            = share[static_cast<size_t>(Tag::Caveat)] > 0 ? Tag::Caveat : static_cast<Tag>(most);
    }
    return strip;
}

UnitPosition positionOf(const QList<Unit>& units, qsizetype unit)
{
    UnitPosition position;
    for (qsizetype i = 0; i < units.size(); ++i) {
        if (units[i].kind == UnitKind::Furniture || units[i].kind == UnitKind::Heading)
            continue;
        ++position.total;
        if (i == unit)
            position.number = position.total;
    }
    return position;
}

Composition wordComposition(const QList<Unit>& units, const QList<Tag>& tags, QStringView text)
{
    Composition words;
    for (qsizetype i = 0; i < units.size(); ++i) {
        const Unit& unit = units[i];
        const Tag tag = tags[i];
        if (unit.kind == UnitKind::Furniture || unit.range.end > text.size()
            || (unit.kind == UnitKind::Heading && tag == Tag::Untagged))
            continue;
        words.of(tag) += wordCount(text.sliced(unit.range.start, unit.range.length()));
    }
    return words;
}

} // namespace assay
