// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/projectsearch.h"

#include <QHash>

#include <algorithm>

namespace assay {

/// One article that is to be searched, and how to get its text.
struct ProjectSearch::Wanted {
    ArticleId article;
    QByteArray revision;
    Project::TextSource source;
};

ProjectSearch::ProjectSearch(QObject* parent)
    : QObject(parent)
    , m_latest(std::make_shared<std::atomic<quint64>>(0))
{
    m_pool.setMaxThreadCount(1);
}

ProjectSearch::~ProjectSearch()
{
    ++*m_latest;
    m_pool.clear();
    m_pool.waitForDone();
}

void ProjectSearch::setProject(Project* project)
{
    ++*m_latest; // what is running asks texts of the project that leaves
    m_pool.clear();
    m_pool.waitForDone();
    m_corpus.reset();
    m_project = project;
}

void ProjectSearch::prune()
{
    if (!m_project || !m_corpus)
        return;
    auto kept = std::make_shared<Corpus>();
    for (const CorpusText& text : *m_corpus) {
        if (m_project->state().articles().contains(text.article))
            kept->push_back(text);
    }
    m_corpus = kept;
}

void ProjectSearch::find(const QString& text, bool wholeWords)
{
    if (!m_project)
        return;
    QHash<ArticleId, qsizetype> known;
    for (size_t i = 0; m_corpus && i < m_corpus->size(); ++i)
        known.insert((*m_corpus)[i].article, static_cast<qsizetype>(i));
    QList<Wanted> wanted;
    bool same
        = m_corpus && m_corpus->size() == static_cast<size_t>(m_project->state().articles().size());
    for (const ArticleId& id : m_project->state().articles()) {
        const QByteArray& revision = m_project->state().article(id)->facts().revision;
        const qsizetype at = known.value(id, -1);
        const bool have = at >= 0 && (*m_corpus)[static_cast<size_t>(at)].revision == revision;
        same = same && have && at == wanted.size();
        wanted.append({ id, revision, have ? nullptr : m_project->textSource(id) });
    }
    const quint64 number = ++*m_latest;
    m_pool.start([this, text, wholeWords, wanted, known, same, number, latest = m_latest,
                     corpus = m_corpus]() mutable {
        if (!same) {
            auto fresh = std::make_shared<Corpus>();
            for (const Wanted& each : std::as_const(wanted)) {
                if (*latest != number)
                    return;
                if (!each.source) {
                    fresh->push_back((*corpus)[static_cast<size_t>(known.value(each.article))]);
                    continue;
                }
                const Expected<QString> words = each.source();
                if (words) // one that cannot be read is named where it is shown
                    fresh->push_back(
                        { each.article, each.revision, *words, foldedForSearch(*words) });
            }
            corpus = fresh;
        }
        SearchResult result{ text, {}, false, corpus };
        const QString needle = foldedForSearch(text.simplified());
        for (const CorpusText& each : *corpus) {
            if (*latest != number)
                return;
            for (const TextRange& range :
                findFolded(each.folded, needle, wholeWords, mostHits + 1 - result.hits.size()))
                result.hits.append({ each.article, range });
        }
        result.more = result.hits.size() > mostHits;
        result.hits.resize(std::min(result.hits.size(), mostHits));
        QMetaObject::invokeMethod(
            this,
            [this, number, result] {
                if (*m_latest != number)
                    return;
                m_corpus = result.corpus;
                emit found(result);
            },
            Qt::QueuedConnection);
    });
}

} // namespace assay
