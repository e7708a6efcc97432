// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statistics/agreement.h"

#include <algorithm>

namespace assay {

using Counts = std::array<double, 4>;

static size_t indexOf(Tag tag)
{
    return static_cast<size_t>(std::find(allTags.begin(), allTags.end(), tag) - allTags.begin());
}

static double sum(const Counts& counts)
{
    double all = 0;
    for (const double count : counts)
        all += count;
    return all;
}

/// 1 - (n - 1) * (sum of unequal pairs within units / (values in the unit - 1)) / unequal pairs of
/// all values.
static std::optional<double> alphaOf(const QList<Counts>& units)
{
    Counts values{};
    double observed = 0;
    for (const Counts& unit : units) {
        const double many = sum(unit);
        for (size_t c = 0; c < 4; ++c) {
            values[c] += unit[c];
            observed += unit[c] * (many - unit[c]) / (many - 1);
        }
    }
    const double all = sum(values);
    double expected = 0;
    for (const double count : values)
        expected += count * (all - count);
    if (expected <= 0)
        return {};
    return 1 - (all - 1) * observed / expected;
}

static std::optional<double> kappaOf(
    const std::array<std::array<qsizetype, 4>, 4>& met, qsizetype units)
{
    const auto all = static_cast<double>(units);
    double observed = 0;
    double chance = 0;
    for (size_t i = 0; i < 4; ++i) {
        double row = 0;
        double column = 0;
        for (size_t j = 0; j < 4; ++j) {
            row += static_cast<double>(met[i][j]);
            column += static_cast<double>(met[j][i]);
        }
        observed += static_cast<double>(met[i][i]) / all;
        chance += row / all * column / all;
    }
    if (units == 0 || chance >= 1)
        return {};
    return (observed - chance) / (1 - chance);
}

Agreement agreementOf(const QList<QList<Tag>>& tags)
{
    Agreement agreement;
    if (tags.size() < 2)
        return agreement;
    QList<Counts> pairable;
    for (qsizetype unit = 0; unit < tags.first().size(); ++unit) {
        Counts counts{};
        for (const QList<Tag>& own : tags) {
            if (own[unit] != Tag::Untagged)
                counts[indexOf(own[unit])] += 1;
        }
        const double many = sum(counts);
        if (many < 2)
            continue;
        pairable.append(counts);
        ++agreement.units;
        agreement.same += std::any_of(
            counts.begin(), counts.end(), [&](double count) { return count == many; });
        if (tags.size() == 2)
            ++agreement.met[indexOf(tags[0][unit])][indexOf(tags[1][unit])];
    }
    if (tags.size() == 2)
        agreement.kappa = kappaOf(agreement.met, agreement.units);
    agreement.alpha = alphaOf(pairable);
    return agreement;
}

} // namespace assay
