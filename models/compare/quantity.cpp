// SPDX-License-Identifier: GPL-3.0-or-later
// When two figures say the same, and when both may be true.
#include "models/compare/quantity.h"

#include <cmath>
#include <limits>

namespace assay {

/// Twelve weeks are three months, four of them one month: less than one part in twelve between.
static constexpr double otherUnitSlack = 0.085;

/// Whether two stretches of time are given in different units; 15 and 16 years are not the same.
static bool inOtherUnits(const Quantity& a, const Quantity& b)
{
    return a.dimension == Dimension::Time && (a.unit < b.unit || a.unit > b.unit);
}

/// What a quantity may be: [low, high], with rounding.
static std::pair<double, double> interval(const Quantity& quantity, bool strictly, bool otherUnit)
{
    // Each end has its own: that of "days" is no reason to take "hours" for minutes.
    const auto slackOf = [&](double end) {
        double slack = strictly && quantity.rounded ? 0 : quantity.slack;
        const double size = std::abs(end);
        if (quantity.bound == Bound::About)
            slack = std::max(slack, size * 0.1);
        if (otherUnit) // a month is 30 days, or four weeks
            slack = std::max(slack, size * otherUnitSlack / 2);
        return slack + size * 1e-9;
    };
    const double low = quantity.low - slackOf(quantity.low);
    const double high = quantity.high + slackOf(quantity.high);
    switch (quantity.bound) {
    case Bound::AtMost:
        return { 0, high };
    case Bound::AtLeast:
        return { low, std::numeric_limits<double>::infinity() };
    default:
        return { low, high };
    }
}

bool isSame(const Quantity& a, const Quantity& b, bool strictly)
{
    if (a.dimension != b.dimension)
        return false;
    const double size = std::max(std::abs(a.high), std::abs(b.high));
    const auto slackOf = [&](const Quantity& quantity) {
        return strictly && quantity.rounded ? 0 : quantity.slack;
    };
    double slack = std::max(slackOf(a), slackOf(b)) + size * 1e-9;
    if (a.bound == Bound::About || b.bound == Bound::About || a.wordy || b.wordy)
        slack = std::max(slack, size * (a.wordy == b.wordy ? 0.001 : 0.1));
    if (inOtherUnits(a, b))
        slack = std::max(slack, size * otherUnitSlack);
    return std::abs(a.low - b.low) <= slack && std::abs(a.high - b.high) <= slack;
}

bool agrees(const Quantity& a, const Quantity& b, bool strictly)
{
    if (isSame(a, b, strictly))
        return true;
    // Two upper limits contradict one another unless they are the same; so do two lower ones.
    if (a.bound == b.bound && (a.bound == Bound::AtMost || a.bound == Bound::AtLeast))
        return false;
    const bool otherUnit = inOtherUnits(a, b);
    const auto [lowA, highA] = interval(a, strictly, otherUnit);
    const auto [lowB, highB] = interval(b, strictly, otherUnit);
    return lowA <= highB && lowB <= highA;
}

} // namespace assay
