// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/article/kinds.h"

#include <array>

namespace assay {

/// How many units carry each tag. Furniture never counts; headings count once they are tagged.
struct Composition {
    std::array<qsizetype, 5>
        counts{}; ///< indexed by Tag; [Untagged] counts units that are still to do
    qsizetype unsure = 0;

    qsizetype of(Tag tag) const { return counts[static_cast<size_t>(tag)]; }
    qsizetype& of(Tag tag) { return counts[static_cast<size_t>(tag)]; }
    /// Units with a decision, `none` among them.
    qsizetype tagged() const { return total() - of(Tag::Untagged); }
    /// Units that ask for a decision or have one.
    qsizetype total() const
    {
        qsizetype sum = 0;
        for (const qsizetype count : counts)
            sum += count;
        return sum;
    }

    /// Adds (`by` = 1) or takes away (-1) a unit of `kind` that carries `tag`.
    void count(UnitKind kind, Tag tag, bool isUnsure, int by)
    {
        if (kind == UnitKind::Furniture || (kind == UnitKind::Heading && tag == Tag::Untagged))
            return;
        of(tag) += by;
        unsure += isUnsure ? by : 0;
    }

    Composition& operator+=(const Composition& other)
    {
        for (size_t i = 0; i < counts.size(); ++i)
            counts[i] += other.counts[i];
        unsure += other.unsure;
        return *this;
    }
    bool operator==(const Composition&) const = default;
};

} // namespace assay
