// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/recovery.h"

#include <chrono>

namespace assay {

inline bool isErasure(const Event& event)
{
    return event.change.kind == EventKind::ArticleErased;
}

/// Keeps what lies beside an open project in a folder of the person's own: the journal, the
/// snapshots, and what this computer has seen of it. Belongs to the storage thread. A copy that
/// cannot be kept is reported, never a reason to refuse an edit.
class CopyKeeper {
public:
    /// Where copies of projects are kept, by their uuid; to be called before open(). Without it,
    /// nothing is kept. With `snapshots`, one is made in leave() and after rests, see rest().
    void keepAt(const QString& root, bool snapshots);

    /// Begins to keep copies of the project that `store` opened at `path`.
    void open(const Store& store, const QString& path);
    /// Makes the last snapshot, and notes what is in the file, so that unseen() can tell the rest.
    void leave(Store& store);

    /// Null where no copies are kept.
    const Journal* journal() const { return m_journal ? &*m_journal : nullptr; }
    /// The folder of the open project's copies; empty without one.
    QString folder() const { return m_journal ? m_journal->folder() : QString(); }
    /// A window on this computer had the file open and never left it.
    bool endedByForce() const { return m_endedByForce; }
    /// What came into the file since it was last left by a window here; nothing the first time.
    QList<Event> unseen(Store& store) const;

    /// Fails where no copies are kept, or the disk does not take them.
    Expected<Snapshot> makeSnapshot(Store& store);
    /// Makes a snapshot where something was written since the last and five minutes passed, or soon
    /// after opening where there is none yet: what others did before is in no copy here.
    Expected<void> rest(Store& store);
    /// Writes the groups that the journal does not have yet; to be called after they were
    /// committed, and by a window also where that failed: then they are at least there. `groups`
    /// begins with the first that is not committed.
    Expected<void> record(const QList<Group>& groups, bool committed);
    /// Writes what others did, which came in from the file or with a merge: this computer may be
    /// the only one that still has it when the file is gone. Where they erased an article, the
    /// copies here go: they may be of another computer than the eraser's.
    Expected<void> recordOthers(Store& store, const QList<Event>& events);
    /// Takes away every copy, before what they hold is erased from the project.
    void forget();

private:
    void comeIn();

    QString m_root;
    bool m_snapshots = false;
    std::optional<Journal> m_journal;
    qsizetype m_journaled = 0; ///< waiting groups that stand in the journal already
    bool m_fresh = false; ///< something was written since the last snapshot
    bool m_first = false; ///< there is no snapshot yet
    bool m_endedByForce = false;
    std::chrono::steady_clock::time_point m_opened{};
    std::chrono::steady_clock::time_point m_lastCommit{};
};

} // namespace assay
