// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/store.h"

namespace assay {

/// A second, independent record of what was done on this computer, and of what others did and was
/// seen here: one JSON line an event, appended and synced, in a folder of the person's own. What a
/// destroyed project file lost is brought back from it. Texts too large for a line lie beside it,
/// once each, named by their hash.
class Journal {
public:
    /// Nothing is made until something is written; a folder that cannot be made is no failure of
    /// the edit.
    explicit Journal(const QString& folder);

    const QString& folder() const { return m_folder; }
    /// Appends the groups' events and syncs them. Fails when the disk does not take them.
    Expected<void> append(const QList<Group>& groups) const;
    /// Begins a new part, now that a snapshot of `store` was made. The one before is kept; of older
    /// ones only what is not in `store` is: what another copy of the project has, or what an older
    /// state lacks.
    void turnOver(Store& store) const;
    /// Takes away everything that was written, but content that is in `store` all the same.
    void forget(Store& store) const;

    struct Record {
        QList<Event> events; ///< in the order they were written; an event may stand twice
        QHash<QByteArray, QByteArray> texts; ///< by hash
    };
    /// All that was written. A line cut short by a crash is left out.
    Record read() const;
    /// Keeps bytes beside the journal by their hash, once.
    Expected<void> keepContent(const QByteArray& sha256, const QByteArray& bytes) const;
    /// Bytes kept beside the journal.
    std::optional<QByteArray> content(const QByteArray& sha256) const;

private:
    QString contentPath(const QByteArray& sha256) const;

    QString m_folder;
};

/// The event as a JSON line; `texts` may hold content it names, which then stands in it.
QByteArray eventLine(const Event& event, const QHash<QByteArray, QByteArray>& texts = {});

/// Flushes what was renamed or made in the folder, as far as the system can. False when it cannot.
bool syncFolder(const QString& folder);

} // namespace assay
