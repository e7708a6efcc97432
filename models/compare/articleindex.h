// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/compare/features.h"

#include <QHash>

namespace assay {

/// Finds, among the sentences of many articles, those that share rare words with one. Grows with
/// the number of words it holds; keeps no text.
class ArticleIndex {
public:
    struct Hit {
        ArticleId article;
        quint32 unit = 0;
        float worth = 0; ///< cosine of the words, 0 to 1
    };

    /// Takes an article in, in place of what was known of it.
    void put(ArticleId article, const PreparedArticle& prepared);
    void remove(ArticleId article);
    bool holds(ArticleId article) const { return m_units.contains(article); }
    qsizetype articles() const { return m_units.size(); }
    qsizetype units() const { return static_cast<qsizetype>(m_places.size()) - m_dead; }

    /// Up to `most` units of other articles, the likeliest first, at most `ofOne` of each.
    std::vector<Hit> find(const PreparedArticle& prepared, std::size_t unit, ArticleId of,
        std::size_t most, std::size_t ofOne) const;

private:
    struct Place {
        qint32 article = -1; ///< in m_articles; -1: taken out
        quint32 unit = 0;
    };
    struct Stretch {
        quint32 first = 0;
        quint32 past = 0;
    };

    static std::vector<quint32> keysOf(const PreparedArticle& prepared, std::size_t unit);
    float weight(std::size_t found) const;
    void compact();

    std::vector<ArticleId> m_articles;
    std::vector<Place> m_places; ///< by number of a unit
    std::vector<quint16> m_sizes; ///< words of each
    std::unordered_map<quint32, std::vector<quint32>> m_postings; ///< units by stem
    QHash<ArticleId, Stretch> m_units;
    qsizetype m_dead = 0;
};

} // namespace assay
