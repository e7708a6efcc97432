// SPDX-License-Identifier: GPL-3.0-or-later
// Reads every PDF of a folder, tags every sentence, marks the file's own pages and checks what came
// out. Usage: pdfcorpus FOLDER. Prints a line for each file that is not well, and a table. Exit
// code 1: something crashed, hung, or came out wrong.
#include "models/import/importer.h"
#include "models/import/importprocess.h"
#include "views/paper/originalexport.h"
#include "views/theme/theme.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace assay;
using namespace Qt::StringLiterals;

static PaperReview reviewOf(const ImportedArticle& article)
{
    PaperReview review;
    review.facts.title = article.title;
    review.facts.provenance = article.provenance;
    review.text = article.text;
    review.units = article.layout.units;
    review.time = QDateTime::currentDateTimeUtc();
    PaperVoice voice{ ReviewerId::create(), u"Corpus"_s, {}, {}, {} };
    for (qsizetype i = 0; i < review.units.size(); ++i) {
        Mark mark;
        if (review.units[i].kind != UnitKind::Furniture)
            mark.tag = allTags[static_cast<size_t>(i) % 3];
        voice.marks.append(mark);
        voice.stamps.append(0);
    }
    review.voices.append(voice);
    return review;
}

static int run(const QString& program, const QStringList& arguments, QByteArray* output = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return -1;
    }
    if (output)
        *output = process.readAll();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
}

namespace {

class Corpus {
public:
    /// What became of one file.
    QString treat(const QString& path)
    {
        const Expected<ImportedArticle> article = importFile(path, m_process);
        if (!article) {
            const QString& message = article.error().message;
            if (message.contains("longer than"_L1))
                return bad(path, u"hang"_s, message);
            if (message.contains("cannot be read past"_L1))
                return u"refused: broke the reader, which was contained"_s;
            return message.contains("locked"_L1) ? u"refused: locked"_s
                : message.contains("no text"_L1) || message.contains("holds no"_L1)
                ? u"refused: no text"_s
                : u"refused: damaged"_s;
        }
        if (article->provenance.format != "pdf"_L1)
            return u"not a PDF, or one of Assay's on new pages"_s;
        const QString out = m_folder.filePath(u"out.pdf"_s);
        const PaperReview review = reviewOf(*article);
        OriginalOptions how;
        Expected<PaperResult> done = exportOriginal(review, article->original, out, {}, how);
        if (done)
            return outcome(path, article->original, out, u"marked, bytes untouched"_s);
        how.rewrite = true;
        done = exportOriginal(review, article->original, out, {}, how);
        if (done)
            return outcome(path, {}, out, u"marked, written anew"_s);
        return done.error().message.contains("longer than"_L1)
            ? bad(path, u"hang"_s, done.error().message)
            : u"read, but its pages cannot be marked"_s;
    }

private:
    QString bad(const QString& path, const QString& what, const QString& why)
    {
        std::printf("%s: %s: %s\n", qPrintable(what), qPrintable(path), qPrintable(why));
        return u"BAD"_s;
    }

    /// The bytes that were there stand in front, and two other programs can read the whole, unless
    /// they cannot read the original either: a damaged picture stays one.
    QString outcome(
        const QString& path, const QByteArray& original, const QString& out, const QString& well)
    {
        QFile file(out);
        if (!file.open(QIODevice::ReadOnly) || !file.read(original.size()).startsWith(original))
            return bad(path, u"bytes changed"_s, out);
        const std::pair<QString, QStringList> readers[]
            = { { u"qpdf"_s, { u"--check"_s } }, { u"pdfinfo"_s, {} } };
        for (const auto& [program, options] : readers) {
            QByteArray said;
            const auto reads = [&](const QString& pdf) {
                const int code = run(program, options + QStringList{ pdf }, &said);
                return code == 0 || (program == "qpdf"_L1 && code == 3); // 3: warnings alone
            };
            if (reads(out))
                continue;
            const QString why = QString::fromUtf8(said.left(300));
            if (reads(path))
                return bad(path, program + u" cannot read the output"_s, why);
            return well + u", as damaged as it was"_s;
        }
        return well;
    }

    ImportProcess m_process;
    QTemporaryDir m_folder;
};

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "Usage: pdfcorpus FOLDER\n");
        return 2;
    }
    loadFonts();
    Corpus corpus;
    QMap<QString, QList<qint64>> outcomes;
    QStringList paths;
    QDirIterator files(QString::fromLocal8Bit(argv[1]), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    for (const QString& path : std::as_const(paths)) {
        QElapsedTimer timer;
        timer.start();
        const QString outcome = corpus.treat(path);
        outcomes[outcome].append(timer.elapsed());
    }
    std::printf("\n%-52s %7s %9s %9s\n", "what became of it", "files", "median ms", "worst ms");
    for (auto it = outcomes.begin(); it != outcomes.end(); ++it) {
        std::sort(it->begin(), it->end());
        std::printf("%-52s %7lld %9lld %9lld\n", qPrintable(it.key()),
            static_cast<long long>(it->size()), static_cast<long long>(it->at(it->size() / 2)),
            static_cast<long long>(it->last()));
    }
    std::printf("%-52s %7lld\n", "all", static_cast<long long>(paths.size()));
    return outcomes.contains(u"BAD"_s) ? 1 : 0;
}
