// SPDX-License-Identifier: GPL-3.0-or-later
// Ten to ten thousand articles in one project, through the program that a person would run: what an
// article costs does not grow with how many there are.
#include "tests/bench/measure.h"
#include "tests/torture/ran.h"
#include "tests/torture/torture.h"

#include "models/compare/articleindex.h"
#include "models/compare/comparison.h"
#include "models/search/projectsearch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>

#include <cstdio>

namespace assay::torture {

using namespace Qt::StringLiterals;

namespace {

constexpr int words = 700; // an article; about 44 units
constexpr int tagsEach = 10;

void writeArticles(const QString& folder, int from, int to)
{
    for (int i = from; i < to; ++i)
        writeFile(folder + u"/article%1.txt"_s.arg(i, 5, 10, QChar(u'0')),
            (u"Article %1\n\nNumber %1 begins here, with café.\n\n"_s.arg(i)
                + test::longText(words))
                .toUtf8());
}

/// Lines for `assay tag`: ten sentences of each article.
void writeTags(const QString& path, int articles)
{
    QByteArray lines;
    for (int i = 0; i < articles; ++i) {
        for (int unit = 0; unit < tagsEach; ++unit)
            lines += u"{\"article\":\"article%1.txt\",\"unit\":%2,\"tag\":\"%3\"}\n"_s
                         .arg(i, 5, 10, QChar(u'0'))
                         .arg(5 + 2 * unit)
                         .arg(tagName(allTags[static_cast<size_t>(unit) % 4]))
                         .toUtf8();
    }
    writeFile(path, lines);
}

struct Row {
    int articles = 0;
    QJsonObject figures;
    double value(const char* name) const { return figures[QLatin1StringView(name)].toDouble(); }
};

class Growth {
public:
    Growth(Result& result, const QString& folder)
        : m_result(result)
        , m_folder(folder)
    {
    }

    Row measure(int articles, bool exportAll)
    {
        Row row{ articles, { { u"articles"_s, articles } } };
        const QString project = m_folder + u"/%1.assay"_s.arg(articles);
        const QString input = m_folder + u"/articles"_s;
        QDir().mkpath(input);
        writeArticles(input, m_written, articles);
        m_written = articles;
        const QString lines = m_folder + u"/tags"_s;
        writeTags(lines, articles);
        note(row, "import", { u"import"_s, project, input });
        note(row, "tag", { u"tag"_s, project, u"--reviewer"_s, u"Ann"_s }, lines);
        note(row, "list", { u"list"_s, project });
        note(row, "stats", { u"stats"_s, project });
        note(row, "jsonl",
            { u"export"_s, project, u"--format"_s, u"jsonl"_s, u"--output"_s,
                m_folder + u"/%1.jsonl"_s.arg(articles) });
        if (exportAll)
            note(row, "pdf",
                { u"export"_s, project, u"--format"_s, u"pdf"_s, u"--output"_s,
                    m_folder + u"/pdf%1"_s.arg(articles) });
        note(row, "check", { u"check"_s, project });
        row.figures[u"file_mb"_s] = bench::rounded(double(QFileInfo(project).size()) / 1e6);
        inProcess(row, project);
        std::fprintf(
            stderr, "%s\n", QJsonDocument(row.figures).toJson(QJsonDocument::Compact).constData());
        return row;
    }

private:
    void note(Row& row, const char* what, const QStringList& arguments, const QString& input = {})
    {
        const Ran ran = run(arguments, m_folder, ASSAY_PROGRAM, 3600, input);
        m_result.expect(ran.code == 0,
            u"%1 of %2 articles: %3"_s.arg(QLatin1StringView(what))
                .arg(row.articles)
                .arg(QString::fromUtf8(ran.said.first(std::min<qsizetype>(300, ran.said.size())))));
        row.figures[QLatin1StringView(what) + u"_s"_s] = ran.seconds;
        row.figures[QLatin1StringView(what) + u"_mb"_s] = ran.memory >> 20;
    }

    /// What a window would wait for: opening, a commit, a search.
    void inProcess(Row& row, const QString& path)
    {
        QElapsedTimer timer;
        timer.start();
        Project project;
        project.setReviewer(ReviewerId::create(), u"Bea"_s);
        project.openNow(path).value();
        row.figures[u"open_ms"_s] = timer.elapsed();
        QList<qreal> commits;
        for (int i = 0; i < 200; ++i) {
            const ArticleId id = project.state().articles()[i % row.articles];
            timer.restart();
            project.edit({ test::tagChange(project, id, 3 + i / row.articles % 30, Tag::Caveat) })
                .value();
            project.flush().value();
            commits.append(static_cast<qreal>(timer.nsecsElapsed()) / 1e6);
        }
        row.figures[u"commit_p99_ms"_s] = bench::rounded(bench::percentile(commits, 0.99));
        compare(row, project);
        ProjectSearch search;
        search.setProject(&project);
        QSignalSpy found(&search, &ProjectSearch::found);
        QList<qreal> searches;
        for (int i = 0; i < 20; ++i) {
            timer.restart();
            search.find(i % 2 ? u"begins here"_s : u"zebra"_s, false);
            while (found.isEmpty())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
            found.clear();
            if (i > 0) // the first one reads the texts
                searches.append(static_cast<qreal>(timer.nsecsElapsed()) / 1e6);
        }
        row.figures[u"search_p50_ms"_s] = bench::rounded(bench::percentile(searches, 0.5));
    }

    /// Making every article ready, and looking through all of them for a sentence's counterparts.
    static void compare(Row& row, Project& project)
    {
        Preparer preparer(u"en"_s);
        ArticleIndex index;
        PreparedArticle last;
        QElapsedTimer timer;
        timer.start();
        for (const ArticleId& id : project.state().articles()) {
            last = preparer.prepare(
                project.textNow(id).value(), project.state().article(id)->units());
            index.put(id, last);
        }
        row.figures[u"prepare_s"_s] = bench::rounded(double(timer.elapsed()) / 1000);
        QList<qreal> times;
        for (std::size_t unit = 0; unit < 30; ++unit) {
            timer.restart();
            static_cast<void>(index.find(last, unit, project.state().articles().last(), 24, 3));
            times.append(static_cast<qreal>(timer.nsecsElapsed()) / 1e6);
        }
        row.figures[u"counterparts_p99_ms"_s] = bench::rounded(bench::percentile(times, 0.99));
    }

    Result& m_result;
    QString m_folder;
    int m_written = 0;
};

} // namespace

Result scale(const Task& task)
{
    Result result;
    const auto folder = fastFolder();
    Growth growth(result, folder->path());
    QList<Row> rows;
    const QList<int> sizes
        = task.isShort ? QList{ 10, 100, 300 } : QList{ 10, 100, 1000, 2000, 10'000 };
    for (const int articles : sizes)
        rows.append(growth.measure(articles, articles <= 2000));
    // Against a hundred, where starting the program does not count any more.
    const Row& base = rows[1];
    const double allowed = task.fault.isEmpty() ? 2.0 : 0.01; // the planted fault: it cannot hold
    for (const Row& row : rows.sliced(2)) {
        const double times = double(row.articles) / base.articles;
        for (const char* what : { "import_s", "tag_s", "jsonl_s", "pdf_s", "check_s" }) {
            const double most = allowed * times * std::max(base.value(what), 0.05);
            result.expect(row.value(what) <= most,
                u"%1 articles, %2: %3, more than %4"_s.arg(row.articles)
                    .arg(QLatin1StringView(what))
                    .arg(row.value(what))
                    .arg(most));
        }
        // As many articles as the goals are given for, or twice that.
        if (row.articles <= 2000) {
            result.expect(row.value("commit_p99_ms") <= 10, u"a commit takes too long"_s);
            result.expect(
                row.value("counterparts_p99_ms") <= 20, u"finding counterparts takes too long"_s);
            result.expect(row.value("search_p50_ms") <= 30, u"a search takes too long"_s);
            result.expect(row.value("pdf_mb") <= 200, u"exporting takes too much memory"_s);
        }
    }
    QJsonArray table;
    for (const Row& row : std::as_const(rows))
        table.append(row.figures);
    result.figures = { { u"growth"_s, table } };
    return result;
}

} // namespace assay::torture
