// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/sametags.h"

#include "models/compare/words.h"

namespace assay {

/// Words that a sentence must have: "Call us today." means little by itself.
static constexpr std::size_t fewestWords = 4;

QList<TaggedArticle> taggedArticles(Project& project)
{
    QList<TaggedArticle> articles;
    for (const ArticleId& id : project.state().articles()) {
        const ArticleState* article = project.state().article(id);
        QList<Tag> tags;
        for (qsizetype unit = 0; unit < article->units().size(); ++unit)
            tags.append(article->tag(project.reviewer(), unit));
        articles.append({ id, article->facts().provenance.language, article->units(), tags,
            project.textSource(id) });
    }
    return articles;
}

QList<SameTag> sameTags(const QList<TaggedArticle>& articles, const Progress& progress)
{
    QHash<quint64, Tag> known; ///< untagged: twins have different ones
    QList<std::pair<quint64, SameTag>> untagged;
    WordReader reader{ QString() }; // whole words: a twin is the same in every one
    for (qsizetype i = 0; i < articles.size(); ++i) {
        const TaggedArticle& article = articles[i];
        if (!goOn(progress, i, articles.size()))
            return {};
        const QString text = article.source().value_or(QString());
        for (qsizetype unit = 0; unit < article.units.size(); ++unit) {
            const auto& [range, kind, level, block, form] = article.units[unit];
            if (kind == UnitKind::Furniture || range.end > text.size())
                continue;
            const QStringView words = QStringView(text).sliced(range.start, range.length());
            const std::vector<Token> tokens = reader.tokens(words);
            if (tokens.size() < fewestWords)
                continue;
            quint64 hash = 14695981039346656037ULL;
            for (const Token& token : tokens)
                hash = (hash ^ token.word) * 1099511628211ULL;
            const Tag tag = article.tags[unit];
            if (tag == Tag::Untagged) {
                untagged.append(
                    { hash, { article.article, range, tag, words.toString().simplified() } });
                continue;
            }
            const auto at = known.constFind(hash);
            known.insert(hash, at == known.cend() || *at == tag ? tag : Tag::Untagged);
        }
    }
    QList<SameTag> offers;
    for (auto& [hash, offer] : untagged) {
        offer.tag = known.value(hash, Tag::Untagged);
        if (offer.tag != Tag::Untagged)
            offers.append(offer);
    }
    return offers;
}

} // namespace assay
