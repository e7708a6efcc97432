// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/eventwriter.h"
#include "models/project/history.h"
#include "models/project/state.h"
#include "models/storage/storagethread.h"

#include <QObject>
#include <QTimer>

#include <deque>

namespace assay {

/// The document: the one door through which a project changes. Edits apply in memory at once and
/// are committed by the storage thread; nothing is called saved before it is on the disk.
class Project : public QObject {
    Q_OBJECT

public:
    explicit Project(QObject* parent = nullptr);
    ~Project() override;

    /// Opens or makes the project file; opened() or openFailed() follows. Call once.
    void open(const QString& path, Database::Mode mode = Database::Mode::Existing);
    /// The same for programs without a window: waits, and loads the whole history.
    Expected<void> openNow(const QString& path, Database::Mode mode = Database::Mode::Existing);

    const QString& path() const { return m_path; }
    const QString& uuid() const { return m_uuid; } ///< the same in every copy of the project
    /// Articles that could not be read at opening, for people.
    const QStringList& problems() const { return m_problems; }
    bool isOpen() const { return m_open; }
    /// Why edits are refused, for people; empty when they are not.
    const QString& readOnlyReason() const { return m_readOnly; }
    const ProjectState& state() const { return m_state; }
    ReviewerId reviewer() const { return m_reviewer; } ///< in whose name edits are made
    QString reviewerName() const { return m_reviewerName; }
    void setReviewer(ReviewerId id, const QString& name);

    /// Applies `changes` as one edit, undoable in one step. Changes that change nothing are left
    /// out; an edit of nothing is no edit. With `group` of the latest edit, extends that edit.
    /// Returns the group's id (null for no edit). Fails, changing nothing, when the project is
    /// read-only or a change is not valid.
    Expected<GroupId> edit(const QList<Change>& changes, GroupId group = {});
    /// Adds articles as one edit and returns their ids.
    Expected<QList<ArticleId>> addArticles(const QList<ImportedArticle>& articles);
    /// Takes in what reviewers said of an article elsewhere, each in their own name, as one edit of
    /// mine; with `group` of the latest edit, extends that. `file` is what brought it. Returns the
    /// group (null when nothing changes). Fails as edit() does.
    Expected<GroupId> takeReviews(ArticleId article, const QString& file,
        const QList<ReviewerChanges>& reviewers, GroupId group = {});
    /// Gives an article a newer text as one edit: what was said of sentences that both texts have
    /// is carried over.
    Expected<GroupId> reviseArticle(ArticleId id, const ImportedArticle& article);
    /// An earlier text of the article (see ArticleState::earlierRevisions()) as something that
    /// readers show: no part of the project, and not to be edited.
    ArticleId earlierVersion(ArticleId id, RevisionKey revision);
    /// Undoes these groups, whoever made them, as one edit of mine that can be undone.
    Expected<GroupId> revokeAll(const QList<GroupId>& groups);
    /// Articles that were erased in another copy, and that wait here for somebody to say so.
    QList<WaitingErasure> waitingErasures() const;
    /// Erases them for good in this file, and what this computer keeps beside it. No event speaks
    /// of it: other copies are for others to say.
    Expected<void> acceptErasures(const QList<ArticleId>& articles);
    /// Shows them again, as an edit of mine that can be undone.
    Expected<GroupId> refuseErasures(const QList<ArticleId>& articles);
    /// Why nothing is saved: the file was put back to an older state (filestate.h).
    const std::optional<Error>& olderState() const { return m_older; }
    // For programs without a window:
    void catchUp(); ///< takes in what others have written by now, and waits for it
    void abandon(); ///< forgets what waits to be saved
    /// Takes in everything the plan found; with `undoable`, as an edit of mine. received() and
    /// changed() follow.
    Expected<void> merge(const MergePreview& preview, bool undoable);
    /// The present article made of the same bytes, or a null id.
    ArticleId articleWithBytes(const QByteArray& sha256) const;
    /// The present article that came from the same address or place, or from a file of that name
    /// with the same title or sentences; a null id for none, and for several. May wait for a text.
    ArticleId olderSaveOf(const ImportedArticle& article);

    bool canUndo() const { return m_historyReady && m_history.canUndo(); }
    bool canRedo() const { return m_historyReady && m_history.canRedo(); }
    bool isHistoryReady() const { return m_historyReady; }
    const History& history() const { return m_history; }
    const Fold& fold() const { return m_fold; }
    /// Undoes my latest edit and returns where it was; nothing when there is none.
    std::optional<Place> undo();
    std::optional<Place> redo();
    /// Where undo() would change something.
    std::optional<Place> undoPlace() const;
    std::optional<Place> redoPlace() const;

    /// The article's text, or nothing while it is not loaded.
    std::optional<QString> text(ArticleId id) const;
    /// Loads the text; textLoaded() follows, or textFailed().
    void requestText(ArticleId id);
    /// Loads the text and waits for it: for programs without a window and background export.
    Expected<QString> textNow(ArticleId id);
    /// Reads the text when called, while the project lives, on any thread but the storage thread.
    using TextSource = std::function<Expected<QString>()>;
    TextSource textSource(ArticleId id);
    /// The bytes of that hash from the project file. Waits.
    Expected<QByteArray> contentNow(const QByteArray& sha256);

    /// Edits that are not yet on the disk, and why, when committing failed.
    qsizetype unsaved() const { return m_unsaved; }
    const std::optional<Error>& saveError() const { return m_saveError; }
    void retrySaving() { m_storage.retry(); }
    /// Waits until everything is on the disk. Fails when it cannot be.
    Expected<void> flush();

    /// Writes the project and everything that waits to be saved to another file, in the place of
    /// what is there.
    void saveCopy(const QString& path, std::function<void(const Expected<void>&)> then);

    StorageThread& storage() { return m_storage; }

signals:
    void opened();
    void openFailed(const assay::Error& error);
    void changed(const assay::ChangeSet& changes);
    void historyChanged(); ///< what can be undone or redone
    void saveStateChanged();
    /// Others' events came in, from another process or a merge; changed() told of them before.
    void received(const QList<assay::Event>& events);
    void fileMoved(bool away);
    void erasuresChanged(); ///< others wait than did
    void wentBack(); ///< olderState() is another one
    void notReached(const QStringList& files); ///< StorageThread::notReached()
    void textLoaded(assay::ArticleId article);
    void textFailed(assay::ArticleId article, const assay::Error& error);

private:
    void take(LoadedProject loaded);
    void takeHistory(std::shared_ptr<Fold> fold);
    void loadHistory();
    void scanHistory(std::shared_ptr<Fold> fold, std::pair<ReplicaId, qint64> from);
    void receiveSome();
    Expected<QList<Change>> validated(const QList<Change>& changes) const;
    Expected<void> validate(const Change& change) const;
    bool changesSomething(const Change& change) const;
    void introduceReviewer();
    void introduce(ReviewerId id, const QString& name);
    Group makeGroup(const QList<Change>& changes, GroupId group);
    Group makeGroupOf(ReviewerId reviewer, const QList<Change>& changes, GroupId group);
    void commit(Group group);
    Event makeEvent(const Change& change, ReviewerId reviewer, GroupId group);
    std::optional<Place> revoke(std::optional<History::Step> step, bool undoing);
    std::optional<Place> placeOf(const std::optional<History::Step>& step) const;
    QByteArray revisionOf(ArticleId article) const;
    bool isTextShared(ArticleId article) const;

    QString m_path;
    QString m_uuid;
    bool m_open = false;
    QString m_readOnly;
    QStringList m_problems;
    QList<WaitingErasure> m_waiting;
    std::optional<Error> m_older;
    ProjectState m_state;
    Fold m_fold;
    History m_history;
    bool m_historyReady = false;
    QList<Event> m_recent; ///< made or received until the history is loaded
    std::deque<std::shared_ptr<Incoming>> m_incoming; ///< taken in a little at a time
    qsizetype m_taken = 0; ///< events of the first
    QTimer m_receiving;
    bool m_receivedMine = false;
    ReviewerId m_reviewer;
    QString m_reviewerName;
    EventWriter m_writer;
    QHash<QByteArray, QString> m_texts; ///< by revision; what is not on the disk yet is here
    qsizetype m_unsaved = 0;
    std::optional<Error> m_saveError;
    StorageThread m_storage; ///< last: its thread ends first
};

} // namespace assay
