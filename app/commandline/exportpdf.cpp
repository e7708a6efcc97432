// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exportpdf.h"

#include "models/pdf/pdfmarking.h"
#include "views/paper/paperjob.h"
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace assay::console {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Console", text);
}

void addPdfOptions(QCommandLineParser& parser)
{
    parser.addOption({ u"reviewer"_s,
        say("Whose tags; may be given again. Else everybody's, in a PDF those of who tagged most."),
        u"name"_s });
    parser.addOption({ u"pages"_s,
        say("new, original (of an article that came as a PDF) or auto, which is what is possible."),
        u"which"_s, u"auto"_s });
    parser.addOption(
        { u"rewrite"_s, say("Original pages: lets a damaged or encrypted file be written anew.") });
    parser.addOption({ u"no-summary"_s, say("Original pages: without the summary behind them.") });
    parser.addOption({ u"paper"_s, say("a4 or letter."), u"size"_s, u"a4"_s });
    parser.addOption({ u"tags"_s, say("Only these tags, with commas between them."), u"names"_s });
    parser.addOption({ u"no-notes"_s, say("Without notes.") });
    parser.addOption({ u"furniture"_s, say("With what belongs to the page, not to the article.") });
    parser.addOption({ u"flattened"_s, say("Paints the highlights, for paper.") });
    parser.addOption({ u"one-file"_s, say("One PDF of all articles, with a table of contents.") });
}

std::optional<QSet<Tag>> tagsOf(const QCommandLineParser& parser)
{
    QSet<Tag> tags;
    for (const QString& name : parser.value(u"tags"_s).split(u',', Qt::SkipEmptyParts)) {
        const std::optional<Tag> tag = tagFromName(name.trimmed());
        if (!tag || *tag == Tag::Untagged) {
            complain(say("There is no tag “%1”; tags are evidence, marketing, caveat and none.")
                    .arg(name));
            return {};
        }
        tags.insert(*tag);
    }
    return tags;
}

/// What the options say, or nothing after a complaint.
static std::optional<PaperJob> jobOf(const QCommandLineParser& parser)
{
    PaperJob job;
    const QString pages = parser.value(u"pages"_s);
    const QString paper = parser.value(u"paper"_s).toLower();
    const QStringList known{ u"auto"_s, u"new"_s, u"original"_s };
    if (!known.contains(pages) || (paper != "a4"_L1 && paper != "letter"_L1)) {
        complain(known.contains(pages) ? say("--paper is a4 or letter.")
                                       : say("--pages is auto, new or original."));
        return {};
    }
    job.pages = static_cast<PaperJob::Pages>(known.indexOf(pages));
    if (job.pages == PaperJob::Pages::Original && parser.isSet(u"flattened"_s)) {
        complain(say("--flattened paints new pages: original ones are only added to."));
        return {};
    }
    job.options.size = paper == "a4"_L1 ? QPageSize::A4 : QPageSize::Letter;
    const std::optional<QSet<Tag>> tags = tagsOf(parser);
    if (!tags)
        return {};
    if (parser.isSet(u"tags"_s))
        job.options.tags = *tags;
    job.options.notes = !parser.isSet(u"no-notes"_s);
    job.options.furniture = parser.isSet(u"furniture"_s);
    job.options.flattened = parser.isSet(u"flattened"_s);
    job.original.summary = !parser.isSet(u"no-summary"_s);
    job.original.rewrite = parser.isSet(u"rewrite"_s);
    return job;
}

std::optional<QList<ReviewerId>> reviewersOf(
    const Project& project, const QCommandLineParser& parser)
{
    QList<ReviewerId> reviewers;
    for (const QString& name : parser.values(u"reviewer"_s)) {
        const Expected<ReviewerId> named = findReviewer(project, name);
        if (!named || named->isNull()) {
            complain(named ? say("There is no reviewer “%1” in the project.").arg(name)
                           : named.error().message);
            return {};
        }
        reviewers.append(*named);
    }
    return reviewers;
}

static void printResult(QJsonObject line, const PaperResult& result)
{
    if (!result.missingLetters.isEmpty())
        line[u"missing"_s] = result.missingLetters;
    if (!result.remarks.isEmpty())
        line[u"remarks"_s] = QJsonArray::fromStringList(result.remarks);
    printLine(line);
}

static bool goesOn(qsizetype, qsizetype)
{
    return !interrupted();
}

static int exportOneFile(Project& project, const QList<ArticleId>& articles,
    const QList<ReviewerId>& reviewers, const QString& path, const PaperJob& job)
{
    const Expected<PaperResult> done = exportBook(
        QFileInfo(project.path()).completeBaseName(), articles.size(),
        [&](qsizetype i) { return PaperReview::of(project, articles[i], reviewers); }, path,
        [](qsizetype step, qsizetype total) { return progress(step, total); }, job.options);
    if (!done) {
        complain(done.error());
        return Failed;
    }
    progress(articles.size(), articles.size());
    printResult({ { u"file"_s, path }, { u"pages"_s, done->pages } }, *done);
    return Done;
}

int exportPdf(Project& project, const QList<ArticleId>& articles, const QCommandLineParser& parser)
{
    const std::optional<PaperJob> job = jobOf(parser);
    if (!job)
        return WrongUsage;
    const std::optional<QList<ReviewerId>> reviewers = reviewersOf(project, parser);
    if (!reviewers)
        return Failed;
    const QString output = parser.value(u"output"_s);
    const bool force = parser.isSet(u"force"_s);
    const bool isFile = output.endsWith(".pdf"_L1, Qt::CaseInsensitive);
    if (parser.isSet(u"one-file"_s)) {
        if (!isFile) {
            complain(say("With --one-file, --output is a file ending in .pdf."));
            return WrongUsage;
        }
        if (job->pages == PaperJob::Pages::Original) {
            complain(say("--one-file sets all articles anew: --pages original is not for it."));
            return WrongUsage;
        }
        if (!mayWrite(output, force))
            return Failed;
        loadFonts();
        return exportOneFile(project, articles, *reviewers, output, *job);
    }
    if (isFile && articles.size() != 1) {
        complain(say("%1 is one file, but the project has %2 articles: name a folder, or one "
                     "article with --article, or --one-file.")
                .arg(output)
                .arg(articles.size()));
        return Failed;
    }
    const QStringList paths
        = isFile ? QStringList{ output } : paperPaths(project, articles, output);
    for (const QString& path : paths) {
        if (!mayWrite(path, force))
            return Failed;
    }
    for (const ArticleId& article : articles) {
        const Provenance& from = project.state().article(article)->facts().provenance;
        if (job->pages == PaperJob::Pages::Original && !hasOriginalPages(from)) {
            complain(noOriginalPages(from.file));
            return Failed;
        }
    }
    if (!isFile && !makeFolder(output))
        return Failed;
    loadFonts();
    for (qsizetype i = 0; i < articles.size(); ++i) {
        if (!progress(i, articles.size()))
            return Failed;
        const Expected<PaperReview> review = PaperReview::of(project, articles[i], *reviewers);
        const Expected<PaperResult> done = review
            ? exportArticle(
                  *review, [&] { return project.contentNow(review->facts.provenance.sha256); },
                  paths[i], *job, goesOn)
            : std::unexpected(review.error());
        if (!done) {
            Error error = done.error();
            if (wantsRewriting(error))
                error.message += say(" --rewrite does.");
            complain(error);
            return Failed;
        }
        printResult({ { u"article"_s, articles[i].toString() }, { u"file"_s, paths[i] } }, *done);
    }
    progress(articles.size(), articles.size());
    return Done;
}

} // namespace assay::console
