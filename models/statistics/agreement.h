// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/kinds.h"

#include <QList>

#include <array>
#include <optional>

namespace assay {

/// How often two or more reviewers gave units the same tag. Only units to which at least two of
/// them gave a tag (`none` is one) are compared: what somebody has not read yet is no disagreement.
struct Agreement {
    qsizetype units = 0; ///< that were compared
    qsizetype same = 0; ///< of these, tagged alike by all who tagged them
    /// Chance-corrected; 1: perfect, 0: as by chance. Nothing where no two units could differ: with
    /// one single tag in use, chance alone agrees always.
    std::optional<double> kappa; ///< Cohen 1960, for exactly two reviewers
    std::optional<double> alpha; ///< Krippendorff's, nominal; for any number, with gaps
    /// How often the row's tag met the column's, in the order of allTags; for exactly two.
    std::array<std::array<qsizetype, 4>, 4> met{};

    double share() const
    {
        return units == 0 ? 0 : static_cast<double>(same) / static_cast<double>(units);
    }
};

/// `tags`: a list for each reviewer, one tag a unit, the same units in all. Units that are
/// Untagged by a reviewer are left out for that reviewer.
///
/// Kappa: (p - e) / (1 - e), where p is the observed share of equal pairs and e the one that the
/// two reviewers' own frequencies would give by chance (Cohen, Educational and Psychological
/// Measurement 20, 1960). Alpha: 1 - observed / expected disagreement over all pairable values
/// (Krippendorff, Content Analysis, 4th edition, chapter 12).
Agreement agreementOf(const QList<QList<Tag>>& tags);

} // namespace assay
