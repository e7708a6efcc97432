// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/project.h"

#include "models/article/layoutcodec.h"

#include <QDateTime>

namespace assay {

Project::Project(QObject* parent)
    : QObject(parent)
{
    connect(&m_storage, &StorageThread::committed, this, [this](qsizetype groups) {
        m_unsaved -= groups;
        m_saveError.reset();
        emit saveStateChanged();
    });
    connect(&m_storage, &StorageThread::commitFailed, this, [this](const Error& error) {
        m_saveError = error;
        emit saveStateChanged();
    });
}

Project::~Project() = default;

void Project::open(const QString& path, Database::Mode mode)
{
    m_path = path;
    m_storage.open(path, mode, [this](Expected<LoadedProject> loaded) {
        if (!loaded) {
            emit openFailed(loaded.error());
            return;
        }
        take(std::move(*loaded));
        emit opened();
        loadHistory();
    });
}

Expected<void> Project::openNow(const QString& path, Database::Mode mode)
{
    m_path = path;
    Expected<LoadedProject> loaded;
    Expected<QList<Event>> events;
    m_storage.runNow([&, this](Store*) { loaded = m_storage.openHere(path, mode); });
    if (!loaded)
        return std::unexpected(loaded.error());
    m_storage.runNow([&](Store* store) { events = store->events(Store::Detail::Meaning); });
    if (!events)
        return std::unexpected(events.error());
    take(std::move(*loaded));
    auto fold = std::make_shared<Fold>();
    for (const Event& event : std::as_const(*events))
        fold->add(event);
    takeHistory(std::make_shared<QList<Event>>(std::move(*events)), fold);
    return {};
}

void Project::take(LoadedProject loaded)
{
    m_readOnly = loaded.readOnlyReason;
    m_lamport = loaded.lamport;
    m_heads = loaded.heads;
    for (const LoadedProject::LoadedArticle& article : std::as_const(loaded.articles))
        m_state.learn(article.id, article.facts, article.layout);
    ChangeSet changes;
    // Boundaries first: applying one looks at every mark again.
    for (const bool boundaries : { true, false }) {
        for (const CellRow& row : std::as_const(loaded.cells)) {
            if ((row.cell.field == Field::Boundary) == boundaries)
                m_state.apply(row, changes);
        }
    }
    for (const CellRow& row : std::as_const(loaded.cells))
        m_fold.seed(row);
    m_open = true;
}

void Project::loadHistory()
{
    m_storage.run([this](Store* store) {
        if (!store)
            return;
        Expected<QList<Event>> all = store->events(Store::Detail::Meaning);
        auto events = std::make_shared<QList<Event>>(all ? std::move(*all) : QList<Event>());
        auto fold = std::make_shared<Fold>();
        for (const Event& event : std::as_const(*events))
            fold->add(event);
        QMetaObject::invokeMethod(
            this, [this, events, fold] { takeHistory(events, fold); }, Qt::QueuedConnection);
    });
}

void Project::takeHistory(std::shared_ptr<QList<Event>> events, std::shared_ptr<Fold> fold)
{
    // What was done while the log was read stands in both or only here; adding twice changes
    // nothing.
    for (const Event& event : std::as_const(m_ownEvents)) {
        fold->add(event);
        events->append(event);
    }
    m_fold = std::move(*fold);
    m_history = History::of(*events, m_reviewer);
    m_ownEvents.clear();
    m_historyReady = true;
    emit historyChanged();
}

void Project::setReviewer(ReviewerId id, const QString& name)
{
    if (id == m_reviewer && name == m_reviewerName)
        return;
    m_reviewer = id;
    m_reviewerName = name;
    if (m_open && m_historyReady) {
        m_historyReady = false;
        loadHistory();
        emit historyChanged();
    }
}

Expected<QList<Change>> Project::validated(const QList<Change>& changes) const
{
    if (!m_open)
        return fail(tr("No project is open."));
    if (!m_readOnly.isEmpty())
        return fail(tr("%1: %2").arg(m_path, m_readOnly));
    QList<Change> effective;
    for (const Change& change : changes) {
        const ArticleState* article = m_state.article(change.article);
        const bool aboutUnit = change.kind == EventKind::Tag || change.kind == EventKind::Unsure
            || change.kind == EventKind::Note || change.kind == EventKind::Source;
        if (aboutUnit || change.kind == EventKind::ArticleRemoved
            || change.kind == EventKind::Boundary) {
            if (!article || !article->isPresent())
                return fail(tr("This article is not in the project."));
        }
        if (aboutUnit) {
            const qsizetype unit = article->unitWith(change.range);
            if (unit < 0)
                return fail(tr("There is no such sentence in “%1”.").arg(article->facts().title));
            if (article->units()[unit].kind == UnitKind::Furniture && change.kind == EventKind::Tag)
                return fail(tr("Page furniture is not tagged."));
        }
        if (changesSomething(change))
            effective.append(change);
    }
    return effective;
}

bool Project::changesSomething(const Change& change) const
{
    const ArticleState* article = m_state.article(change.article);
    if (!article)
        return true;
    const Mark mark = article->mark(m_reviewer, article->unitWith(change.range));
    switch (change.kind) {
    case EventKind::Tag:
        return mark.tag != change.tag;
    case EventKind::Unsure:
        return mark.unsure != change.flag;
    case EventKind::Note:
        return mark.note != change.text;
    case EventKind::Source:
        return mark.source != change.text;
    default:
        return true;
    }
}

Expected<GroupId> Project::edit(const QList<Change>& changes, GroupId group)
{
    const Expected<QList<Change>> effective = validated(changes);
    if (!effective)
        return std::unexpected(effective.error());
    if (effective->isEmpty())
        return GroupId();
    const std::optional<History::Step> latest = m_history.latest();
    if (group.isNull() || !latest || latest->edit != group)
        group = GroupId::create();
    introduceReviewer();
    QList<Content> content;
    for (const Change& change : *effective) {
        if (change.kind == EventKind::Note && !change.text.isEmpty())
            content.append({ contentHash(change.text.toUtf8()), change.text.toUtf8(), false });
    }
    record(*effective, group, content);
    m_history.add(group);
    emit historyChanged();
    return group;
}

Expected<QList<ArticleId>> Project::addArticles(const QList<ImportedArticle>& articles)
{
    if (const Expected<QList<Change>> allowed = validated({}); !allowed)
        return std::unexpected(allowed.error());
    QList<ArticleId> ids;
    QList<Change> changes;
    QList<Content> content;
    for (const ImportedArticle& article : articles) {
        const QByteArray text = article.text.toUtf8();
        const QByteArray layout = encodeLayout(article.layout);
        Change change;
        change.kind = EventKind::ArticleAdded;
        change.article = ArticleId::create();
        change.facts = { article.title, article.provenance, contentHash(text), contentHash(layout),
            static_cast<qint32>(article.text.size()) };
        content.append({ change.facts.revision, text, text.size() > 2048 });
        content.append({ change.facts.layout, layout, false });
        if (!article.original.isEmpty() && article.original != text)
            content.append({ article.provenance.sha256, article.original, true });
        m_state.learn(change.article, change.facts, article.layout);
        m_texts.insert(change.article, article.text);
        ids.append(change.article);
        changes.append(change);
    }
    if (changes.isEmpty())
        return ids;
    introduceReviewer();
    const GroupId group = GroupId::create();
    record(changes, group, content);
    m_history.add(group);
    emit historyChanged();
    return ids;
}

ArticleId Project::articleWithBytes(const QByteArray& sha256) const
{
    for (const ArticleId& id : m_state.articles()) {
        if (m_state.article(id)->facts().provenance.sha256 == sha256)
            return id;
    }
    return {};
}

/// A reviewer's name goes in by an edit of its own, which is never undone.
void Project::introduceReviewer()
{
    if (m_state.reviewerName(m_reviewer) == m_reviewerName || m_reviewer.isNull())
        return;
    Change change;
    change.kind = EventKind::Reviewer;
    change.text = m_reviewerName;
    record({ change }, GroupId::create(), {});
}

Event Project::makeEvent(const Change& change, GroupId group)
{
    QList<Head> heads;
    if (m_replica.isNull()) {
        m_replica = ReplicaId::create();
        heads = m_heads;
    }
    const ArticleState* article = m_state.article(change.article);
    Event event;
    event.stamp = { ++m_lamport, m_replica, ++m_n };
    event.reviewer = m_reviewer;
    event.time = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    event.group = group;
    event.kind = eventKindName(change.kind);
    event.payload
        = encodePayload(change, article ? article->facts().revision : QByteArray(), heads);
    event.chain = chainLink(event, m_chain);
    event.change = change;
    m_chain = event.chain;
    return event;
}

void Project::record(const QList<Change>& changes, GroupId group, QList<Content> content)
{
    Group commit;
    commit.content = std::move(content);
    QList<Cell> cells;
    QSet<Cell> seen;
    for (const Change& change : changes) {
        const Event event = makeEvent(change, group);
        commit.events.append(event);
        if (!m_historyReady)
            m_ownEvents.append(event);
        for (const Cell& cell : m_fold.add(event)) {
            if (!seen.contains(cell)) {
                seen.insert(cell);
                cells.append(cell);
            }
        }
    }
    ChangeSet changed;
    for (const Cell& cell : std::as_const(cells)) {
        const CellRow row{ cell, m_fold.value(cell) };
        m_state.apply(row, changed);
        commit.cells.append(row);
    }
    ++m_unsaved;
    m_storage.commit(std::move(commit));
    emit saveStateChanged();
    if (!changed.isEmpty())
        emit this->changed(changed);
}

std::optional<Place> Project::placeOf(const std::optional<History::Step>& step) const
{
    if (!step)
        return {};
    const QList<Cell> cells = m_fold.cellsOf(step->edit);
    if (cells.isEmpty())
        return Place{};
    return Place{ cells.first().article, cells.first().range };
}

std::optional<Place> Project::undoPlace() const
{
    return canUndo() ? placeOf(m_history.latest()) : std::nullopt;
}
std::optional<Place> Project::redoPlace() const
{
    return canRedo() ? placeOf(m_history.latestUndone()) : std::nullopt;
}

std::optional<Place> Project::revoke(std::optional<History::Step> step, bool undoing)
{
    if (!step || !m_readOnly.isEmpty())
        return {};
    const std::optional<Place> place = placeOf(step);
    Change change;
    change.kind = EventKind::Revoke;
    change.revoked = undoing ? step->edit : step->revoke;
    const GroupId group = GroupId::create();
    record({ change }, group, {});
    m_history.revoke(change.revoked, group);
    emit historyChanged();
    return place;
}

std::optional<Place> Project::undo()
{
    return canUndo() ? revoke(m_history.latest(), true) : std::nullopt;
}
std::optional<Place> Project::redo()
{
    return canRedo() ? revoke(m_history.latestUndone(), false) : std::nullopt;
}

std::optional<QString> Project::text(ArticleId id) const
{
    const auto it = m_texts.constFind(id);
    return it == m_texts.constEnd() ? std::nullopt : std::optional(*it);
}

static Expected<QString> readText(Store* store, const ArticleFacts& facts)
{
    if (!store)
        return fail(Project::tr("No project is open."));
    const Expected<QByteArray> bytes = store->content(facts.revision);
    if (!bytes)
        return std::unexpected(bytes.error());
    QString text = QString::fromUtf8(*bytes);
    if (text.size() != facts.length)
        return fail(Project::tr("The text of “%1” is damaged.").arg(facts.title));
    return text;
}

void Project::requestText(ArticleId id)
{
    const ArticleState* article = m_state.article(id);
    if (!article)
        return;
    if (m_texts.contains(id)) {
        QMetaObject::invokeMethod(this, [this, id] { emit textLoaded(id); }, Qt::QueuedConnection);
        return;
    }
    m_storage.run([this, id, facts = article->facts()](Store* store) {
        Expected<QString> text = readText(store, facts);
        QMetaObject::invokeMethod(
            this,
            [this, id, text = std::move(text)] {
                if (text) {
                    m_texts.insert(id, *text);
                    emit textLoaded(id);
                } else {
                    emit textFailed(id, text.error());
                }
            },
            Qt::QueuedConnection);
    });
}

Project::TextSource Project::textSource(ArticleId id)
{
    if (const std::optional<QString> have = text(id))
        return [have] { return Expected<QString>(*have); };
    const ArticleState* article = m_state.article(id);
    if (!article)
        return [] { return Expected<QString>(fail(tr("This article is not in the project."))); };
    return [this, facts = article->facts()] {
        Expected<QString> read;
        m_storage.runNow([&](Store* store) { read = readText(store, facts); });
        return read;
    };
}

Expected<QString> Project::textNow(ArticleId id)
{
    return textSource(id)();
}

Expected<QByteArray> Project::contentNow(const QByteArray& sha256)
{
    Expected<QByteArray> bytes;
    m_storage.runNow([&](Store* store) {
        bytes = store ? store->content(sha256) : fail(tr("No project is open."));
    });
    return bytes;
}

Expected<void> Project::flush()
{
    return m_storage.flush();
}

} // namespace assay
