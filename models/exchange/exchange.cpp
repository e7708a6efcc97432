// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/exchange.h"

#include "models/text/codepoints.h"

namespace assay {

const ExchangeFormat* exchangeFormat(const QString& name)
{
    for (const auto& format : exchangeFormats()) {
        if (format->format() == name)
            return format.get();
    }
    return nullptr;
}

Expected<void> exportRows(Project& project, const QList<ArticleId>& articles,
    const std::function<void(const ExportRow& row)>& take, const Progress& progress,
    const ExportChoice& choice)
{
    for (qsizetype done = 0; done < articles.size(); ++done) {
        const ArticleState* article = project.state().article(articles[done]);
        if (!article || !goOn(progress, done, articles.size()))
            return fail(Project::tr("The export was stopped."));
        const Expected<QString> text = project.textNow(articles[done]);
        if (!text)
            return std::unexpected(text.error());
        CodePoints points(*text);
        const QList<ReviewerId> reviewers = article->reviewers();
        for (qsizetype i = 0; i < article->units().size(); ++i) {
            const Unit& unit = article->units()[i];
            ExportRow row{ article->id(), article->facts().provenance.file, i, unit.kind,
                points.before(unit.range.start), 0,
                text->sliced(unit.range.start, unit.range.length()), {}, {} };
            row.end = points.before(unit.range.end);
            bool touched = false;
            for (const ReviewerId& reviewer : reviewers) {
                row.mark = article->mark(reviewer, i);
                if (!choice.notes) {
                    row.mark.note.clear();
                    row.mark.source.clear();
                }
                if (row.mark.isEmpty()
                    || (!choice.reviewers.isEmpty() && !choice.reviewers.contains(reviewer))
                    || (!choice.tags.isEmpty() && !choice.tags.contains(row.mark.tag)))
                    continue;
                touched = true;
                row.reviewer = project.state().reviewerName(reviewer);
                take(row);
            }
            if (!touched) {
                row.reviewer.clear();
                row.mark = {};
                take(row);
            }
        }
    }
    return {};
}

} // namespace assay
