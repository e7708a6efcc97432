// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

#include <QPageSize>
#include <QSet>

namespace assay {

/// What a person chooses for the pages.
struct PaperOptions {
    QPageSize::PageSizeId size = QPageSize::A4;
    QSet<Tag> tags{ Tag::Evidence, Tag::Marketing, Tag::Caveat }; ///< that are highlighted
    bool notes = true;
    bool furniture = false; ///< shows what belongs to the web page and not to the article
    bool attached = true; ///< the review goes along as a file; not on paper
    bool flattened = false; ///< highlights are painted, for paper, instead of being annotations

    /// Whether what was said of a unit with this tag goes along: a note on a unit without a tag, or
    /// with None, belongs to no other.
    bool shows(Tag tag) const
    {
        return tag == Tag::None || tag == Tag::Untagged || tags.contains(tag);
    }
    bool operator==(const PaperOptions&) const = default;
};

/// What one reviewer says of an article.
struct PaperVoice {
    ReviewerId id;
    QString name;
    QList<Mark> marks; ///< one a unit
    QList<qint64> stamps; ///< one a unit: the lamport of the latest thing said; 0 for nothing
    Composition composition;
};

/// Everything the pages of one article show: values, so that pages can be made on any thread.
struct PaperReview {
    QString project; ///< uuid
    ArticleId article;
    ArticleFacts facts;
    QString text;
    QList<Unit> units;
    QList<PaperVoice> voices; ///< the first is the one whose highlights show; empty: no review
    QDateTime time; ///< of the export, UTC

    /// What this voice wrote of the unit that `options` show: note and source.
    QStringList notes(qsizetype voice, qsizetype unit, const PaperOptions& options) const;
    /// The first voice's mark; an empty one where nobody reviewed.
    const Mark& mark(qsizetype unit) const;
    QString reviewers() const; ///< names, for people

    /// The article as `reviewers` see it, without those who said nothing of it; none means the one
    /// who tagged most. Waits for the text.
    static Expected<PaperReview> of(
        Project& project, ArticleId article, const QList<ReviewerId>& reviewers);
    /// The same without the text, which the caller adds. Does not wait. The article must be in the
    /// project.
    static PaperReview withoutText(
        const Project& project, ArticleId article, const QList<ReviewerId>& reviewers);
};

/// The review as it is attached to a PDF: only what `options` show.
QByteArray reviewFileOf(
    const PaperReview& review, const PaperOptions& options, qint64 originalLength = 0);

} // namespace assay
