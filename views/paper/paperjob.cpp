// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/paperjob.h"

#include <QCoreApplication>

namespace assay {

static QString say(const char* text)
{
    return QCoreApplication::translate("Paper", text);
}

QString noOriginalPages(const QString& file)
{
    return say("%1 did not come as a PDF: it has no original pages. Nothing was written.")
        .arg(file);
}

Expected<PaperResult> exportArticle(const PaperReview& review, const OriginalSource& original,
    const QString& path, const PaperJob& job, const Progress& progress)
{
    using Pages = PaperJob::Pages;
    const bool came = hasOriginalPages(review.facts.provenance);
    if (job.pages == Pages::Original && !came)
        return fail(noOriginalPages(review.facts.provenance.file));
    // Flattened highlights are paint, which has no place in a file that is only added to.
    if (job.pages == Pages::New || !came
        || (job.pages == Pages::Automatic && job.options.flattened))
        return exportPaper(review, path, progress, job.options, job.further);
    const Expected<QByteArray> bytes = original();
    Expected<PaperResult> done = bytes
        ? exportOriginal(review, *bytes, path, job.options, job.original, progress)
        : std::unexpected(bytes.error());
    if (done || job.pages == Pages::Original || !goOn(progress, 0, 1))
        return done;
    const Error problem = done.error();
    done = exportPaper(review, path, progress, job.options, job.further);
    if (done)
        done->remarks.append(say("%1 New pages were made instead.").arg(problem.message));
    return done;
}

} // namespace assay
