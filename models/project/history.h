// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/fold.h"

#include <optional>

namespace assay {

/// One reviewer's edits in the order they were made, and which of them are undone.
class History {
public:
    struct Step {
        GroupId edit;
        GroupId revoke; ///< the group that undid it, when it is undone

        bool operator==(const Step&) const = default;
    };

    /// Reads the reviewer's steps out of a folded log.
    static History of(const Fold& fold, ReviewerId reviewer);

    bool canUndo() const { return !m_done.isEmpty(); }
    bool canRedo() const { return !m_undone.isEmpty(); }
    std::optional<Step> latest() const
    {
        return canUndo() ? std::optional(m_done.last()) : std::nullopt;
    }
    std::optional<Step> latestUndone() const
    {
        return canRedo() ? std::optional(m_undone.last()) : std::nullopt;
    }

    const QList<Step>& done() const { return m_done; } ///< the oldest first
    const QList<Step>& undone() const { return m_undone; } ///< the next to redo last

    /// An edit was made (or the latest one extended): what was undone cannot be redone any more.
    void add(GroupId edit);
    /// The group `by` revoked `revoked`: an edit (undo), or the revoke of one (redo).
    void revoke(GroupId revoked, GroupId by);

private:
    QList<Step> m_done;
    QList<Step> m_undone;
};

} // namespace assay
