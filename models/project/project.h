// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/history.h"
#include "models/project/state.h"
#include "models/storage/storagethread.h"

#include <QObject>

namespace assay {

/// Where in the project something happened.
struct Place {
    ArticleId article;
    TextRange range;

    bool operator==(const Place&) const = default;
};

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
    bool isOpen() const { return m_open; }
    /// Why edits are refused, for people; empty when they are not.
    const QString& readOnlyReason() const { return m_readOnly; }
    const ProjectState& state() const { return m_state; }

    /// In whose name edits are made.
    ReviewerId reviewer() const { return m_reviewer; }
    QString reviewerName() const { return m_reviewerName; }
    void setReviewer(ReviewerId id, const QString& name);

    /// Applies `changes` as one edit, undoable in one step. Changes that change nothing are left
    /// out; an edit of nothing is no edit. With `group` of the latest edit, extends that edit.
    /// Returns the group's id (null for no edit). Fails, changing nothing, when the project is
    /// read-only or a change is not valid.
    Expected<GroupId> edit(const QList<Change>& changes, GroupId group = {});
    /// Adds articles as one edit and returns their ids.
    Expected<QList<ArticleId>> addArticles(const QList<ImportedArticle>& articles);
    /// The present article made of the same bytes, or a null id.
    ArticleId articleWithBytes(const QByteArray& sha256) const;

    bool canUndo() const { return m_historyReady && m_history.canUndo(); }
    bool canRedo() const { return m_historyReady && m_history.canRedo(); }
    bool isHistoryReady() const { return m_historyReady; }
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
    /// Reads the text when called, on any thread but the storage thread, as long as the project
    /// lives.
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

    StorageThread& storage() { return m_storage; }

signals:
    void opened();
    void openFailed(const assay::Error& error);
    void changed(const assay::ChangeSet& changes);
    void historyChanged(); ///< what can be undone or redone
    void saveStateChanged();
    void textLoaded(assay::ArticleId article);
    void textFailed(assay::ArticleId article, const assay::Error& error);

private:
    void take(LoadedProject loaded);
    void takeHistory(std::shared_ptr<QList<Event>> events, std::shared_ptr<Fold> fold);
    void loadHistory();
    Expected<QList<Change>> validated(const QList<Change>& changes) const;
    bool changesSomething(const Change& change) const;
    void introduceReviewer();
    void record(const QList<Change>& changes, GroupId group, QList<Content> content);
    Event makeEvent(const Change& change, GroupId group);
    std::optional<Place> revoke(std::optional<History::Step> step, bool undoing);
    std::optional<Place> placeOf(const std::optional<History::Step>& step) const;

    QString m_path;
    bool m_open = false;
    QString m_readOnly;
    ProjectState m_state;
    Fold m_fold;
    History m_history;
    bool m_historyReady = false;
    QList<Event> m_ownEvents; ///< of this session, until the history is loaded
    ReviewerId m_reviewer;
    QString m_reviewerName;
    ReplicaId m_replica; ///< this writing session; null until the first edit
    qint64 m_n = 0;
    qint64 m_lamport = 0;
    QByteArray m_chain;
    QList<Head> m_heads; ///< of other sessions' chains, as found at opening
    QHash<ArticleId, QString> m_texts;
    qsizetype m_unsaved = 0;
    std::optional<Error> m_saveError;
    StorageThread m_storage; ///< last: its thread ends first
};

} // namespace assay
