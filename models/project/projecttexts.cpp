// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of a project's articles and other content, read from the file when they are asked for.
#include "models/project/project.h"
#include "models/text/decode.h"

namespace assay {

std::optional<QString> Project::text(ArticleId id) const
{
    const auto it = m_texts.constFind(revisionOf(id));
    return it == m_texts.constEnd() ? std::nullopt : std::optional(*it);
}

static Expected<QString> readText(Store* store, const ArticleFacts& facts)
{
    if (!store)
        return fail(Project::tr("No project is open."));
    const Expected<QByteArray> bytes = store->content(facts.revision);
    if (!bytes)
        return std::unexpected(bytes.error());
    QString text = storedText(*bytes);
    if (text.size() != facts.length)
        return fail(Project::tr("The text of “%1” is damaged.").arg(facts.title));
    return text;
}

void Project::requestText(ArticleId id)
{
    const ArticleState* article = m_state.article(id);
    if (!article)
        return;
    if (m_texts.contains(article->facts().revision)) {
        QMetaObject::invokeMethod(this, [this, id] { emit textLoaded(id); }, Qt::QueuedConnection);
        return;
    }
    m_storage.run([this, id, facts = article->facts()](Store* store) {
        Expected<QString> text = readText(store, facts);
        QMetaObject::invokeMethod(
            this,
            [this, id, facts, text = std::move(text)] {
                if (text && revisionOf(id) != facts.revision) {
                    requestText(id); // the article was given a newer text meanwhile
                } else if (text) {
                    m_texts.insert(facts.revision, *text);
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
    // A file that just came in may be on its way to the disk still.
    if (const std::optional<QByteArray> waiting = m_storage.waitingContent(sha256))
        return *waiting;
    Expected<QByteArray> bytes;
    m_storage.runNow([&](Store* store) {
        bytes = store ? store->content(sha256) : fail(tr("No project is open."));
    });
    return bytes;
}

} // namespace assay
