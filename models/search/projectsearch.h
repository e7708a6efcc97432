// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/background.h"
#include "models/project/project.h"
#include "models/search/corpus.h"

namespace assay {

/// Where a text was found.
struct SearchHit {
    ArticleId article;
    TextRange range;
};

/// What a search over the project gave: the hits in order of the articles, the first
/// ProjectSearch::mostHits of them, and the texts they stand in.
struct SearchResult {
    QString needle; ///< as it was asked for
    QList<SearchHit> hits;
    bool more = false; ///< there are hits beyond these
    std::shared_ptr<const Corpus> corpus;
};

/// Finds words in all articles of a project: a scan in memory, on a thread of its own. The texts
/// are read once, at the first search, and anew where they changed.
class ProjectSearch : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype mostHits = 10'000;

    explicit ProjectSearch(QObject* parent = nullptr);
    ~ProjectSearch() override;

    /// Forgets all texts. `project` must live until it is taken away with nullptr.
    void setProject(Project* project);
    /// Forgets the texts of articles that are not in the project any more.
    void prune();
    /// Looks for `text`; found() follows, unless another search comes first. An empty text finds
    /// nothing and gives the corpus.
    void find(const QString& text, bool wholeWords);

signals:
    void found(const assay::SearchResult& result);

private:
    struct Wanted;

    Project* m_project = nullptr;
    BackgroundPool m_pool; ///< one thread: searches and their corpus come one after the other
    std::shared_ptr<const Corpus> m_corpus;
    std::shared_ptr<std::atomic<quint64>> m_latest;
};

} // namespace assay
