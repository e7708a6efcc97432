// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/review.h"

#include "models/exchange/reviewfile.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

const Mark& PaperReview::mark(qsizetype unit) const
{
    static const Mark nothing;
    return voices.isEmpty() ? nothing : voices.first().marks[unit];
}

QStringList PaperReview::notes(qsizetype voice, qsizetype unit, const PaperOptions& options) const
{
    const Mark& mark = voices[voice].marks[unit];
    if (!options.notes || !options.shows(mark.tag))
        return {};
    QStringList parts{ mark.note, mark.source };
    parts.removeAll(QString());
    return parts;
}

QString PaperReview::reviewers() const
{
    QStringList names;
    for (const PaperVoice& voice : voices)
        names.append(voice.name);
    return names.join(u", "_s);
}

Expected<PaperReview> PaperReview::of(
    Project& project, ArticleId id, const QList<ReviewerId>& reviewers)
{
    if (!project.state().article(id))
        return fail(Project::tr("This article is not in the project."));
    Expected<QString> text = project.textNow(id);
    if (!text)
        return std::unexpected(text.error());
    PaperReview review = withoutText(project, id, reviewers);
    review.text = std::move(*text);
    return review;
}

/// The latest stamp of anything that the reviewer said of the unit.
static qint64 stampOf(
    const Project& project, const ArticleState& article, ReviewerId reviewer, TextRange range)
{
    qint64 latest = 0;
    for (const Field field : { Field::Tag, Field::Unsure, Field::Note, Field::Source }) {
        const auto value = project.fold().value(
            { field, article.id(), reviewer, range, article.revision(), {} });
        if (value)
            latest = std::max(latest, value->stamp.lamport);
    }
    return latest;
}

PaperReview PaperReview::withoutText(
    const Project& project, ArticleId id, const QList<ReviewerId>& reviewers)
{
    const ArticleState* article = project.state().article(id);
    QList<ReviewerId> chosen = reviewers;
    if (chosen.isEmpty()) {
        const QList<ReviewerId> all = article->reviewers();
        const auto most
            = std::max_element(all.begin(), all.end(), [&](const auto& a, const auto& b) {
                  return article->composition(a).tagged() < article->composition(b).tagged();
              });
        if (most != all.end())
            chosen.append(*most);
    }
    PaperReview review{ project.uuid(), id, article->facts(), {}, article->units(), {},
        QDateTime::currentDateTimeUtc() };
    const QList<ReviewerId> spoke = article->reviewers();
    for (const ReviewerId& reviewer : std::as_const(chosen)) {
        if (!spoke.contains(reviewer))
            continue;
        PaperVoice voice{ reviewer, project.state().reviewerName(reviewer), {}, {},
            article->composition(reviewer) };
        for (qsizetype i = 0; i < review.units.size(); ++i) {
            voice.marks.append(article->mark(reviewer, i));
            voice.stamps.append(voice.marks.last().isEmpty()
                    ? 0
                    : stampOf(project, *article, reviewer, review.units[i].range));
        }
        review.voices.append(voice);
    }
    return review;
}

QByteArray reviewFileOf(
    const PaperReview& review, const PaperOptions& options, qint64 originalLength)
{
    ReviewFile file{ review.project, review.article, review.facts.title, review.facts.provenance,
        review.text, Layout{ review.units }, {}, originalLength };
    for (const PaperVoice& voice : review.voices) {
        ReviewFile::Voice out{ voice.id, voice.name, {} };
        for (qsizetype i = 0; i < voice.marks.size(); ++i) {
            ReviewFile::Said said{ i, voice.marks[i],
                i < voice.stamps.size() ? voice.stamps[i] : 0 };
            if (!options.shows(said.mark.tag))
                continue;
            if (!options.notes) {
                said.mark.note.clear();
                said.mark.source.clear();
            }
            if (!said.mark.isEmpty())
                out.said.append(said);
        }
        file.voices.append(out);
    }
    return encodeReview(file);
}

} // namespace assay
