// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/progress.h"
#include "models/project/project.h"

namespace assay {

/// A sentence without a tag that stands, word for word, elsewhere with one.
struct SameTag {
    ArticleId article;
    TextRange range;
    Tag tag = Tag::Untagged;
    QString text;
};

/// What sameTags() looks at: taken on the project's thread, read on any.
struct TaggedArticle {
    ArticleId article;
    QString language;
    QList<Unit> units;
    QList<Tag> tags; ///< one a unit
    Project::TextSource source;
};
QList<TaggedArticle> taggedArticles(Project& project);

/// Sentences of four words and more that have no tag, and of which every tagged twin in the project
/// has one and the same. In order of the articles.
QList<SameTag> sameTags(const QList<TaggedArticle>& articles, const Progress& progress = {});

} // namespace assay
