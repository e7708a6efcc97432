// SPDX-License-Identifier: GPL-3.0-or-later
// How articles come into a project, and newer texts of them.
#include "models/article/layoutcodec.h"
#include "models/project/bounds.h"
#include "models/project/project.h"

namespace assay {

/// What an imported text becomes in the log, and the content that goes with it.
static ArticleFacts factsOf(const ImportedArticle& article, QList<Content>& content)
{
    const QByteArray text = article.text.toUtf8();
    const QByteArray layout = encodeLayout(article.layout);
    const ArticleFacts facts{ article.title, article.provenance, contentHash(text),
        contentHash(layout), static_cast<qint32>(article.text.size()) };
    content.append({ facts.revision, text, text.size() > 2048 });
    content.append({ facts.layout, layout, false });
    if (!article.original.isEmpty() && article.original != text)
        content.append({ article.provenance.sha256, article.original, true });
    return facts;
}

Expected<QList<ArticleId>> Project::addArticles(const QList<ImportedArticle>& articles)
{
    if (const Expected<QList<Change>> allowed = validated({}); !allowed)
        return std::unexpected(allowed.error());
    QList<ArticleId> ids;
    QList<Change> changes;
    QList<Content> content;
    for (const ImportedArticle& article : articles) {
        Change change;
        change.kind = EventKind::ArticleAdded;
        change.article = ArticleId::create();
        change.facts = factsOf(article, content);
        m_state.learn(change.article, { change.facts, article.layout, 0, {} });
        m_texts.insert(change.facts.revision, article.text);
        ids.append(change.article);
        changes.append(change);
    }
    if (changes.isEmpty())
        return ids;
    introduceReviewer();
    Group group = makeGroup(changes, GroupId::create());
    group.content += content;
    const GroupId id = group.events.first().group;
    commit(std::move(group));
    m_history.add(id);
    emit historyChanged();
    return ids;
}

Expected<GroupId> Project::reviseArticle(ArticleId id, const ImportedArticle& article)
{
    Change change;
    change.kind = EventKind::TextRevision;
    change.article = id;
    if (const auto allowed = validated({ change }); !allowed)
        return std::unexpected(allowed.error());
    const Expected<QString> before = textNow(id);
    if (!before)
        return std::unexpected(before.error());
    if (*before == article.text)
        return GroupId();
    QList<Content> content;
    const ArticleState* state = m_state.article(id);
    constexpr qsizetype pairBytes = 40; // of the payload, each at the most
    if (state->units().size() > largestPayload / pairBytes)
        return fail(tr("“%1” has too many sentences to be carried over to a newer text.")
                .arg(state->facts().title));
    change.facts = factsOf(article, content);
    change.map = RangeMap::between(*before, Layout{ state->units() }, article.text, article.layout);
    change.from = state->revision();
    introduceReviewer();
    Group group = makeGroup({ change }, GroupId::create());
    m_state.learn(id, { change.facts, article.layout, change.from, change.map });
    m_texts.insert(change.facts.revision, article.text);
    group.content += content;
    const GroupId made = group.events.first().group;
    commit(std::move(group));
    m_history.add(made);
    emit historyChanged();
    return made;
}

/// Whether a quarter of the article's sentences stand in the other text, too.
static bool sharesSentences(const ImportedArticle& article, const QString& other)
{
    constexpr qint32 shortest = 20; // UTF-16; less may be in any text
    qsizetype all = 0;
    qsizetype shared = 0;
    for (const Unit& unit : article.layout.units) {
        if (unit.kind == UnitKind::Furniture || unit.range.length() < shortest)
            continue;
        ++all;
        shared += other.contains(
            QStringView(article.text).sliced(unit.range.start, unit.range.length()));
    }
    return shared > 0 && 4 * shared >= all;
}

ArticleId Project::olderSaveOf(const ImportedArticle& article)
{
    const Provenance& from = article.provenance;
    // Pages of other addresses are other pages, wherever they are saved.
    const auto mayBe = [&from](const Provenance& other) {
        return from.link.isEmpty() || other.link.isEmpty() || other.link == from.link;
    };
    const auto only = [this](const auto& isSame) {
        ArticleId found;
        for (const ArticleId& id : m_state.articles()) {
            if (!isSame(m_state.article(id)->facts()))
                continue;
            if (!found.isNull())
                return ArticleId();
            found = id;
        }
        return found;
    };
    if (from.origin.isEmpty()) // pasted texts share a name and nothing else
        return {};
    ArticleId found = only([&](const ArticleFacts& other) {
        return !from.link.isEmpty() && other.provenance.link == from.link;
    });
    if (found.isNull())
        found = only([&](const ArticleFacts& other) {
            return other.provenance.origin == from.origin && mayBe(other.provenance);
        });
    if (!found.isNull())
        return found;
    found = only([&](const ArticleFacts& other) {
        return other.provenance.file == from.file && mayBe(other.provenance);
    });
    // "index.html" is many pages: a name alone says nothing.
    if (found.isNull() || m_state.article(found)->facts().title == article.title)
        return found;
    const Expected<QString> text = textNow(found);
    return text && sharesSentences(article, *text) ? found : ArticleId();
}

ArticleId Project::articleWithBytes(const QByteArray& sha256) const
{
    for (const ArticleId& id : m_state.articles()) {
        if (m_state.article(id)->facts().provenance.sha256 == sha256)
            return id;
    }
    return {};
}

} // namespace assay
