// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/placememory.h"
#include "models/storage/recovery.h"

#include <chrono>

namespace assay {

/// Keeps what lies beside an open project in a folder of the person's own: the journal, the
/// snapshots, and what this computer has seen of it at its place. Belongs to the storage thread. A
/// copy that cannot be kept is reported, never a reason to refuse an edit.
class CopyKeeper {
public:
    /// Where copies of projects are kept, by their uuid; to be called before open(). Without it,
    /// nothing is kept. With `snapshots`, one is made in leave() and after rests, see rest().
    void keepAt(const QString& root, bool snapshots);

    /// Begins to keep copies of the project that `store` opened at `path`, and ends a purge of them
    /// that was cut off.
    void open(Store& store, const QString& path);
    /// How many events the file lacks that this computer knows to have been in it at its place; 0
    /// as far as is known. Asked again at every opening until remember() or what was missing is in.
    qint64 missing() const { return m_missing; }
    /// Asks anew what the file lacks of what was in it at its place.
    Expected<qint64> lookForMissing(Store& store);
    /// Takes the file as it is for what it should be.
    void remember(Store& store);
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
    /// Notes that words of these articles are about to be erased, so that a purge that is cut off
    /// is ended when the project is opened again.
    void announcePurge(const QSet<ArticleId>& articles);
    /// Takes every copy away that may hold what was erased from the project, and makes a new one;
    /// to be called once the erasure is on the disk.
    Expected<void> purge(Store& store);
    /// Files beside the project, or where it lay before, that a repair set aside: they may hold
    /// what is erased, and no purge reaches them.
    QStringList setAside() const;

private:
    void comeIn();
    void endPurge(Store& store);

    QString m_root;
    bool m_snapshots = false;
    std::optional<Journal> m_journal;
    std::optional<PlaceMemory> m_memory;
    qsizetype m_journaled = 0; ///< waiting groups that stand in the journal already
    bool m_fresh = false; ///< something was written since the last snapshot
    bool m_first = false; ///< there is no snapshot yet
    bool m_endedByForce = false;
    qint64 m_missing = 0;
    QString m_path; ///< of the project
    std::chrono::steady_clock::time_point m_opened{};
    std::chrono::steady_clock::time_point m_lastCommit{};
};

} // namespace assay
