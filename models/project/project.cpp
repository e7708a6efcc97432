// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/project.h"

#include "models/project/bounds.h"

#include <QDateTime>

#include <algorithm>
#include <set>
#include <tuple>

namespace assay {

Project::~Project() = default;

void Project::setReviewer(ReviewerId id, const QString& name)
{
    if (id == m_reviewer && name == m_reviewerName)
        return;
    m_reviewer = id;
    m_reviewerName = boundedLine(name, longestName);
    if (m_historyReady) {
        m_history = History::of(m_fold, m_reviewer);
        emit historyChanged();
    }
    ChangeSet changes;
    changes.reviewers = true;
    if (m_open)
        emit changed(changes);
}

QByteArray Project::revisionOf(ArticleId id) const
{
    const ArticleState* article = m_state.article(id);
    return article ? article->facts().revision : QByteArray();
}

/// Whether another article of the project has the same text.
bool Project::isTextShared(ArticleId article) const
{
    return std::ranges::any_of(m_state.articles(), [&](const ArticleId& id) {
        return id != article && revisionOf(id) == revisionOf(article);
    });
}

ArticleId Project::earlierVersion(ArticleId id, RevisionKey revision)
{
    return m_state.learnEarlier(id, revision);
}

Expected<void> Project::validate(const Change& change) const
{
    const ArticleState* article = m_state.article(change.article);
    const auto present = [](const ArticleState* one) { return one && one->isPresent(); };
    switch (change.kind) {
    case EventKind::Tag:
    case EventKind::Unsure:
    case EventKind::Note:
    case EventKind::Source:
    case EventKind::BlockKind: {
        if (!present(article))
            break;
        const qsizetype unit = article->unitWith(change.range);
        if (unit < 0)
            return fail(tr("There is no such sentence in “%1”.").arg(article->facts().title));
        if (article->units()[unit].kind == UnitKind::Furniture && change.kind == EventKind::Tag)
            return fail(tr("Page furniture is not tagged."));
        return {};
    }
    case EventKind::Link:
    case EventKind::Refuse: {
        const ArticleState* other = m_state.article(change.other.article);
        if (!present(article) || !present(other))
            break;
        if (article->unitWith(change.range) < 0 || other->unitWith(change.other.range) < 0)
            return fail(tr("There is no such sentence in “%1”.").arg(article->facts().title));
        return {};
    }
    case EventKind::ArticleErased: // a removed one may be erased
        if (!article)
            break;
        return {};
    case EventKind::ArticleRemoved:
    case EventKind::Boundary:
    case EventKind::ArticleMeta:
    case EventKind::TextRevision:
        if (!present(article))
            break;
        return {};
    default:
        return {};
    }
    return fail(tr("This article is not in the project."));
}

Expected<QList<Change>> Project::validated(const QList<Change>& changes) const
{
    if (!m_open)
        return fail(tr("No project is open."));
    if (!m_readOnly.isEmpty())
        return fail(tr("%1: %2").arg(m_path, m_readOnly));
    QList<Change> effective;
    // What was changed earlier on in the list is no longer what the state says.
    std::set<std::tuple<ArticleId, EventKind, qint32, qint32, QString>> changed;
    for (const Change& change : changes) {
        if (const Expected<void> valid = validate(change); !valid)
            return std::unexpected(valid.error());
        const std::tuple what{ change.article, change.kind, change.range.start, change.range.end,
            change.field };
        if (!changed.contains(what) && !changesSomething(change))
            continue;
        changed.insert(what);
        effective.append(change);
        Change& last = effective.last();
        if (!last.text.isEmpty()) // what is stored comes back the same, and is found to be erased
            last.text = storableText(last.text);
    }
    return effective;
}

bool Project::changesSomething(const Change& change) const
{
    const ArticleState* article = m_state.article(change.article);
    if (!article)
        return true;
    const qsizetype unit = article->unitWith(change.range);
    const Mark& mark = article->mark(m_reviewer, unit);
    switch (change.kind) {
    case EventKind::Tag:
        return mark.tag != change.tag;
    case EventKind::Unsure:
        return mark.unsure != change.flag;
    case EventKind::Note:
        return mark.note != change.text;
    case EventKind::Source:
        return mark.source != change.text;
    case EventKind::BlockKind:
        return article->units()[unit].kind != change.unitKind;
    case EventKind::ArticleMeta:
        return change.text
            != (change.field == u"title" ? article->facts().title : article->meta(change.field));
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
    QList<ArticleId> erased;
    for (const Change& change : *effective) {
        if (change.kind == EventKind::ArticleErased && m_state.article(change.article))
            erased.append(change.article);
    }
    commit(makeGroup(*effective, group));
    for (const ArticleId& id : std::as_const(erased)) {
        if (!isTextShared(id))
            m_texts.remove(revisionOf(id));
    }
    if (effective->first().kind != EventKind::ArticleErased) // which nothing undoes
        m_history.add(group);
    emit historyChanged();
    return group;
}

void Project::introduce(ReviewerId id, const QString& name)
{
    if (m_state.reviewerName(id) == name || id.isNull())
        return;
    Change change;
    change.kind = EventKind::Reviewer;
    change.text = name;
    commit(makeGroupOf(id, { change }, GroupId::create()));
}

void Project::introduceReviewer()
{
    introduce(m_reviewer, m_reviewerName);
}

Event Project::makeEvent(const Change& asked, ReviewerId reviewer, GroupId group)
{
    Change change = asked;
    if (const ArticleState* article = m_state.article(change.article);
        article && change.kind != EventKind::ArticleAdded)
        change.revision = article->revision();
    if (const ArticleState* other = m_state.article(change.other.article))
        change.other.revision = other->revision();
    Event event = m_writer.make(change, reviewer, group,
        { revisionOf(change.article), revisionOf(change.other.article), {} });
    if (change.kind == EventKind::TextRevision)
        event.change.revision = revisionKey(change.facts.revision);
    return event;
}

/// The events of `changes`, with the texts they name.
Group Project::makeGroupOf(ReviewerId reviewer, const QList<Change>& changes, GroupId id)
{
    Group group;
    for (const Change& change : changes) {
        group.events.append(makeEvent(change, reviewer, id));
        for (const QByteArray& text : payloadTexts(change))
            group.content.append({ contentHash(text), text, false });
    }
    return group;
}

Group Project::makeGroup(const QList<Change>& changes, GroupId id)
{
    return makeGroupOf(m_reviewer, changes, id);
}

/// Applies the group in memory and queues it for the disk.
void Project::commit(Group group)
{
    if (!m_historyReady)
        m_recent += group.events;
    const QSet<Cell> cells = m_fold.addSome(group.events);
    for (const Cell& cell : cells)
        group.cells.append({ cell, m_fold.value(cell) });
    const ChangeSet changes = m_state.apply(group.cells);
    ++m_unsaved;
    m_storage.commit(std::move(group));
    emit saveStateChanged();
    if (!changes.isEmpty())
        emit changed(changes);
}

Expected<void> Project::flush()
{
    return m_storage.flush();
}

} // namespace assay
