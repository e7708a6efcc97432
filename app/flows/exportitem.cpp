// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/exportitem.h"

#include "app/flows/exportflow.h"

namespace assay {

Expected<PaperReview> ExportItem::complete()
{
    Expected<QString> words = text();
    if (!words)
        return std::unexpected(words.error());
    PaperReview whole = review;
    whole.text = std::move(*words);
    return whole;
}

std::shared_ptr<QList<ExportItem>> exportItems(Project& project, const QList<ArticleId>& articles,
    const QStringList& paths, const QList<ReviewerId>& reviewers)
{
    auto items = std::make_shared<QList<ExportItem>>();
    for (qsizetype i = 0; i < articles.size(); ++i) {
        PaperReview review = PaperReview::withoutText(
            project, articles[i], ExportFlow::voicesOf(project, articles[i], reviewers));
        const QByteArray sha256 = review.facts.provenance.sha256;
        items->append({ std::move(review), project.textSource(articles[i]),
            [&project, sha256] { return project.contentNow(sha256); }, paths.value(i) });
    }
    return items;
}

} // namespace assay
