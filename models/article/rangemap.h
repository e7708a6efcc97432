// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/article.h"

#include <optional>

namespace assay {

/// Where stretches of one text stand in another: what carries tags from one save of an article to
/// the next. Offsets are UTF-16 code units.
class RangeMap {
public:
    struct Pair {
        TextRange from;
        TextRange to;

        bool operator==(const Pair&) const = default;
    };

    RangeMap() = default;
    explicit RangeMap(QList<Pair> pairs);

    /// Maps unit by unit: the longest common sequence of units with the same words, so that order
    /// is kept and a repeated sentence meets its own counterpart; between these, units that share
    /// most of their words.
    static RangeMap between(
        QStringView oldText, const Layout& oldLayout, QStringView newText, const Layout& newLayout);

    /// Where `range` of the first text stands in the second: nothing when less than all of it was
    /// kept.
    std::optional<TextRange> forward(TextRange range) const { return mapped(m_pairs, range); }
    /// The same from the second to the first.
    std::optional<TextRange> backward(TextRange range) const { return mapped(m_reverse, range); }

    const QList<Pair>& pairs() const { return m_pairs; }
    bool operator==(const RangeMap& other) const { return m_pairs == other.m_pairs; }

private:
    static std::optional<TextRange> mapped(const QList<Pair>& pairs, TextRange range);

    QList<Pair> m_pairs; ///< by from
    QList<Pair> m_reverse; ///< the other way round, by (what was) to
};

/// What became of an article's units in a newer save of it.
struct UnitChanges {
    qsizetype unchanged = 0;
    qsizetype edited = 0; ///< most of their words are the same
    qsizetype added = 0;
    qsizetype vanished = 0;
};

UnitChanges compareUnits(const RangeMap& map, QStringView oldText, const QList<Unit>& oldUnits,
    QStringView newText, const QList<Unit>& newUnits);

} // namespace assay
