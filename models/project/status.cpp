// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/status.h"

namespace assay {

using namespace Qt::StringLiterals;

static QString fieldOf(ReviewerId reviewer)
{
    return u"status/"_s + reviewer.toString();
}

ArticleStatus statusOf(const ArticleState& article, ReviewerId reviewer)
{
    const QString said = article.meta(fieldOf(reviewer));
    if (said == "done"_L1)
        return ArticleStatus::Done;
    if (said == "skipped"_L1)
        return ArticleStatus::Skipped;
    const Composition made = article.composition(reviewer);
    if (made.tagged() == 0)
        return ArticleStatus::ToDo;
    return made.tagged() == made.total() ? ArticleStatus::Done : ArticleStatus::Started;
}

QString statusName(ArticleStatus status)
{
    switch (status) {
    case ArticleStatus::Started:
        return u"started"_s;
    case ArticleStatus::Done:
        return u"done"_s;
    case ArticleStatus::Skipped:
        return u"skipped"_s;
    case ArticleStatus::ToDo:
        break;
    }
    return u"to-do"_s;
}

Change statusChange(ArticleId article, ReviewerId reviewer, ArticleStatus status)
{
    Change change;
    change.kind = EventKind::ArticleMeta;
    change.article = article;
    change.field = fieldOf(reviewer);
    if (status == ArticleStatus::Done || status == ArticleStatus::Skipped)
        change.text = statusName(status);
    return change;
}

bool isStatusField(const QString& field)
{
    return field.startsWith("status/"_L1);
}

Change titleChange(ArticleId article, const QString& title)
{
    Change change;
    change.kind = EventKind::ArticleMeta;
    change.article = article;
    change.field = u"title"_s;
    change.text = title.simplified();
    return change;
}

} // namespace assay
