// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/background.h"
#include "models/base/id.h"
#include "models/cues/cuescanner.h"

#include <QObject>

#include <array>
#include <atomic>
#include <map>

namespace assay {

/// The cues of the articles that are looked at, found on a thread of its own and kept while the
/// article's text and units stay as they are.
class CueFinder : public QObject {
    Q_OBJECT

public:
    /// `ownFolder` as in CueScanner.
    explicit CueFinder(const QString& ownFolder, QObject* parent = nullptr);
    ~CueFinder() override;

    /// The kinds there are; empty until the first cues were found.
    const QList<CueKind>& kinds() const { return m_kinds; }
    const QList<Issue>& problems() const { return m_problems; }

    /// The article's cues in order, or null while they are not known for these units; then they
    /// are being looked for, and found() follows. `text` is shared, not copied.
    /// `revision` tells texts of one article apart.
    const QList<Cue>* cues(ArticleId article, const QByteArray& revision, const QString& text,
        const QList<Unit>& units);
    /// Reads all definitions anew: a person changed theirs. found() follows for what is asked
    /// again.
    void reload();
    /// Forgets the articles of the project that was open.
    void clear();

signals:
    void found(assay::ArticleId article);
    void kindsChanged(); ///< kinds() or problems() are others

private:
    struct Entry {
        QByteArray revision;
        QList<Unit> units;
        QList<Cue> cues;
        bool waiting = true;
        quint64 used = 0;
        quint64 number = 0; ///< of the search that fills it
    };
    QList<Cue> scan(const QString& text, const QList<Unit>& units);
    void look(ArticleId article, const QString& text, Entry entry);
    void forgetOldest();

    QString m_ownFolder;
    BackgroundPool m_pool; ///< one thread
    std::array<std::unique_ptr<CueScanner>, 2> m_scanners; ///< used by that thread's tasks only
    std::map<ArticleId, Entry> m_entries;
    QList<CueKind> m_kinds;
    QList<Issue> m_problems;
    quint64 m_clock = 0;
    /// The latest search for each article: earlier ones are dropped.
    std::map<ArticleId, std::shared_ptr<std::atomic<quint64>>> m_latest;
    std::atomic<bool> m_stale = false; ///< the definitions are to be read again
};

} // namespace assay
