// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/console.h"
#include "app/commandline/exportpdf.h"

#include "models/exchange/exchange.h"
#include "models/storage/datafolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <filesystem>

namespace assay::console {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Console", text);
}

/// The same file, whatever its names: a hard link is none other.
static bool isSameFile(const QString& a, const QString& b)
{
    std::error_code error;
    return std::filesystem::equivalent(
        QFileInfo(a).filesystemFilePath(), QFileInfo(b).filesystemFilePath(), error);
}

bool mayWrite(const QString& path, bool force, const QStringList& inputs)
{
    if (!QFileInfo::exists(path) && !QFileInfo(path).isSymLink())
        return true;
    for (const QString& input : inputs) {
        if (isSameFile(path, input)) {
            complain(say("%1 is what is read; nothing was written.").arg(path));
            return false;
        }
    }
    if (isProjectFile(path)) {
        complain(say("%1 is an Assay project; nothing was written.").arg(path));
        return false;
    }
    if (force)
        return true;
    complain(say("%1 exists already; nothing was written. --force replaces it.").arg(path));
    return false;
}

bool isProjectItself(const Project& project, const QString& path)
{
    if (QFileInfo(path) != QFileInfo(project.path()) && !isSameFile(path, project.path()))
        return false;
    complain(say("%1 is the project itself; nothing was written.").arg(path));
    return true;
}

bool makeFolder(const QString& path)
{
    if (path == "-"_L1) {
        complain(say("Exports are written to files: name one, or a folder."));
        return false;
    }
    if (QDir().mkpath(path))
        return true;
    complain(say("The folder %1 cannot be made.").arg(path));
    return false;
}

static int exportRowsTo(Project& project, const ExchangeFormat& format,
    const QList<ArticleId>& articles, const QString& path, const ExportChoice& choice)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        complain(say("%1 cannot be written: %2.").arg(path, file.errorString()));
        return Failed;
    }
    file.write(format.head());
    const Expected<void> done = exportRows(
        project, articles, [&](const ExportRow& row) { file.write(format.line(row)); }, &progress,
        choice);
    if (!done || !file.commit()) {
        complain(done ? say("%1 cannot be written: %2.").arg(path, file.errorString())
                      : done.error().message);
        return Failed;
    }
    return Done;
}

int exportTo(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({ u"format"_s, say("pdf, jsonl or csv."), u"name"_s });
    parser.addOption({ u"article"_s,
        say("Only this article, by id or file name; may be given again."), u"id"_s });
    parser.addOption(
        { u"output"_s, say("A file ending in .pdf, .jsonl or .csv, or a folder."), u"path"_s });
    parser.addOption({ u"force"_s, say("Replaces files that are there.") });
    addPdfOptions(parser);
    if (const std::optional<int> code = parse(parser, command(u"export"_s), arguments))
        return *code;
    const QString format = parser.value(u"format"_s);
    const ExchangeFormat* exchange = exchangeFormat(format);
    if (format != "pdf"_L1 && !exchange && parser.isSet(u"format"_s)) {
        complain(say("--format is pdf, jsonl or csv, not “%1”.").arg(format));
        return WrongUsage;
    }
    if (parser.positionalArguments().size() != 1 || parser.value(u"output"_s).isEmpty()
        || (format != "pdf"_L1 && !exchange)) {
        complain(say("Usage: assay export %1").arg(command(u"export"_s).arguments));
        return WrongUsage;
    }
    const QString output = parser.value(u"output"_s);
    const bool force = parser.isSet(u"force"_s);
    for (const QString& other : { u"pdf"_s, u"jsonl"_s, u"csv"_s }) {
        if (other != format && output.endsWith(u'.' + other, Qt::CaseInsensitive)) {
            complain(say("%1 ends in .%2, but --format is %3.").arg(output, other, format));
            return WrongUsage;
        }
    }
    for (const char* option :
        { "pages", "rewrite", "no-summary", "paper", "furniture", "flattened", "one-file" }) {
        if (exchange && parser.isSet(QLatin1StringView(option))) {
            complain(say("--%1 is for PDFs.").arg(QLatin1StringView(option)));
            return WrongUsage;
        }
    }
    Project project;
    if (!openProject(project, parser.positionalArguments().first()))
        return Failed;
    if (isProjectItself(project, output))
        return Failed;
    QList<ArticleId> articles;
    for (const QString& name : parser.values(u"article"_s)) {
        const Expected<ArticleId> id = findArticle(project, name);
        if (!id) {
            complain(say("%1: %2.").arg(project.path(), id.error().message));
            return Failed;
        }
        articles.append(*id);
    }
    if (articles.isEmpty())
        articles = project.state().articles();
    if (format == "pdf"_L1)
        return exportPdf(project, articles, parser);
    const std::optional<QSet<Tag>> tags = tagsOf(parser);
    if (!tags)
        return WrongUsage;
    const std::optional<QList<ReviewerId>> reviewers = reviewersOf(project, parser);
    if (!reviewers)
        return Failed;
    const bool isFile = output.endsWith(u'.' + format, Qt::CaseInsensitive);
    if (!isFile && !makeFolder(output))
        return Failed;
    const QString path = isFile
        ? output
        : QDir(output).filePath(QFileInfo(project.path()).completeBaseName() + u'.' + format);
    return mayWrite(path, force) ? exportRowsTo(project, *exchange, articles, path,
                                       { *reviewers, *tags, !parser.isSet(u"no-notes"_s) })
                                 : Failed;
}

} // namespace assay::console
