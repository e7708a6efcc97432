// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/review.h"

#include "models/text/codepoints.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace assay {

using namespace Qt::StringLiterals;

Expected<PaperReview> PaperReview::of(Project& project, ArticleId id, ReviewerId reviewer)
{
    if (!project.state().article(id))
        return fail(Project::tr("This article is not in the project."));
    Expected<QString> text = project.textNow(id);
    if (!text)
        return std::unexpected(text.error());
    PaperReview review = withoutText(project, id, reviewer);
    review.text = std::move(*text);
    return review;
}

PaperReview PaperReview::withoutText(const Project& project, ArticleId id, ReviewerId reviewer)
{
    const ArticleState* article = project.state().article(id);
    if (reviewer.isNull()) {
        qsizetype most = -1;
        for (const ReviewerId& other : article->reviewers()) {
            if (const qsizetype tagged = article->composition(other).tagged(); tagged > most) {
                most = tagged;
                reviewer = other;
            }
        }
    }
    PaperReview review{ article->facts(), {}, article->units(), {},
        project.state().reviewerName(reviewer), article->composition(reviewer),
        QDateTime::currentDateTimeUtc() };
    for (qsizetype i = 0; i < review.units.size(); ++i)
        review.marks.append(article->mark(reviewer, i));
    return review;
}

QByteArray PaperReview::toJson() const
{
    CodePoints points(text);
    QJsonArray rows;
    for (qsizetype i = 0; i < units.size(); ++i) {
        QJsonObject row{ { u"unit"_s, i }, { u"kind"_s, kindName(units[i].kind) },
            { u"start"_s, points.before(units[i].range.start) } };
        row[u"end"_s] = points.before(units[i].range.end);
        if (const Mark& mark = marks[i]; !mark.isEmpty()) {
            row[u"tag"_s] = tagName(mark.tag);
            row[u"note"_s] = mark.note;
            row[u"unsure"_s] = mark.unsure;
            row[u"source"_s] = mark.source;
        }
        rows.append(row);
    }
    return QJsonDocument(
        QJsonObject{ { u"format"_s, u"assay-review"_s }, { u"version"_s, 1 },
            { u"title"_s, facts.title }, { u"file"_s, facts.provenance.file },
            { u"revision"_s, QString::fromLatin1(facts.revision.toHex()) },
            { u"reviewer"_s, reviewer }, { u"text"_s, text }, { u"units"_s, rows } })
        .toJson(QJsonDocument::Compact);
}

} // namespace assay
