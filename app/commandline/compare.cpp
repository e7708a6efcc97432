// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/console.h"
#include "app/commandline/exportpdf.h"

#include "models/compare/worddiff.h"
#include "models/import/importer.h"
#include "models/text/language.h"
#include "views/paper/comparisonpaper.h"
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace assay::console {

using namespace Qt::StringLiterals;

static QJsonArray numbers(const std::vector<quint32>& units)
{
    QJsonArray array;
    for (const quint32 unit : units)
        array.append(static_cast<qint64>(unit));
    return array;
}

/// Of the score; more digits mean nothing.
static double rounded(float score)
{
    return std::round(static_cast<double>(score) * 10000) / 10000;
}

static QJsonArray diffOf(const QString& a, const QString& b, const QString& language)
{
    QJsonArray array;
    for (const DiffPart& part : wordDiff(a, b, language)) {
        const QString sign = part.kind == DiffPart::Same ? u"="_s
            : part.kind == DiffPart::Removed             ? u"-"_s
                                                         : u"+"_s;
        array.append(QJsonArray{ sign, part.text });
    }
    return array;
}

static QString joined(
    const PreparedArticle& article, const std::vector<quint32>& units, const QList<Unit>& layout)
{
    QStringList texts;
    for (const quint32 unit : units) {
        const TextRange range = layout[unit].range;
        texts.append(article.text.sliced(range.start, range.length()));
    }
    return texts.join(u' ');
}

static std::shared_ptr<const ComparedArticles> compared(
    const ImportedArticle& a, const ImportedArticle& b)
{
    const auto side = [](const ImportedArticle& article) {
        return ComparedArticles::Side{
            {}, article.layout.units,
            std::make_shared<const PreparedArticle>(
                Preparer(article.provenance.language).prepare(article.text, article.layout.units))
        };
    };
    return ComparedArticles::of(side(a), side(b));
}

static QJsonObject toJson(
    const ComparedArticles& found, const ImportedArticle& a, const ImportedArticle& b)
{
    const QString language = commonLanguage(found.preparedA->language, found.preparedB->language);
    QJsonArray matches;
    for (const Match& match : found.comparison.matches) {
        matches.append(QJsonObject{ { u"a"_s, numbers(match.a) }, { u"b"_s, numbers(match.b) },
            { u"relation"_s, relationName(match.relation) }, { u"score"_s, rounded(match.score) },
            { u"why"_s, QJsonArray::fromStringList(found.explainer->reasons(match)) },
            { u"diff"_s,
                diffOf(joined(*found.preparedA, match.a, found.unitsA),
                    joined(*found.preparedB, match.b, found.unitsB), language) } });
    }
    return { { u"a"_s, a.provenance.file }, { u"b"_s, b.provenance.file },
        { u"weak"_s, found.comparison.isWeak }, // no words are known to mean the same
        { u"matches"_s, matches }, { u"onlyA"_s, numbers(found.comparison.onlyA) },
        { u"onlyB"_s, numbers(found.comparison.onlyB) } };
}

/// Writes the report, by the ending of `path`.
static int writeReport(
    const ComparisonReport& report, const QString& path, bool force, const QStringList& inputs)
{
    if (!mayWrite(path, force, inputs))
        return Failed;
    loadFonts();
    const Expected<QString> done = exportComparison(report, path);
    if (!done)
        complain(done.error());
    else if (!done->isEmpty())
        complain(QCoreApplication::translate(
            "Console", "No font on this computer has these letters: %1. They show as boxes in %2.")
                .arg(*done, path));
    return done ? Done : Failed;
}

static int compareFiles(
    const QStringList& files, const QString& encoding, const QString& output, bool force)
{
    QList<ImportedArticle> articles;
    bool failed = false;
    importFiles(files, { encoding }, [&](qsizetype, const Expected<ImportedArticle>& article) {
        failed = failed || !article;
        if (article)
            articles.append(*article);
        else
            complain(article.error());
        return !interrupted();
    });
    if (failed || articles.size() != 2)
        return Failed;
    const auto found = compared(articles[0], articles[1]);
    if (output.isEmpty())
        return printLine(toJson(*found, articles[0], articles[1])) ? Done : Failed;
    ComparisonReport report;
    report.compared = found;
    report.comparison = found->comparison;
    report.a = { articles[0].title, articles[0].provenance.file, {}, {} };
    report.b = { articles[1].title, articles[1].provenance.file, {}, {} };
    return writeReport(report, output, force, files);
}

/// Two articles of a project, with the tags of a reviewer and what was linked by hand.
static int reportOfProject(const QString& path, const QStringList& names,
    const QString& reviewerName, const QString& output, bool force)
{
    Project project;
    if (!openProject(project, path))
        return Failed;
    QList<ArticleId> ids;
    for (const QString& name : names) {
        const Expected<ArticleId> id = findArticle(project, name);
        if (!id) {
            complain(u"%1: %2."_s.arg(path, id.error().message));
            return Failed;
        }
        ids.append(*id);
    }
    ReviewerId reviewer = project.state().reviewers().value(0);
    if (!reviewerName.isEmpty()) {
        const Expected<ReviewerId> named = findReviewer(project, reviewerName);
        if (!named || named->isNull()) {
            complain(named ? QCoreApplication::translate(
                                 "Console", "There is no reviewer “%1” in the project.")
                                 .arg(reviewerName)
                           : named.error().message);
            return Failed;
        }
        reviewer = *named;
    }
    std::array<ComparedArticles::Side, 2> sides;
    for (std::size_t i = 0; i < 2; ++i) {
        const ArticleState* article = project.state().article(ids[static_cast<qsizetype>(i)]);
        const Expected<QString> text = project.textNow(article->id());
        if (!text) {
            complain(text.error());
            return Failed;
        }
        sides[i] = { article->id(), article->units(),
            std::make_shared<const PreparedArticle>(
                Preparer(article->facts().provenance.language).prepare(*text, article->units())) };
    }
    const auto found = ComparedArticles::of(sides[0], sides[1]);
    return writeReport(ComparisonReport::of(project, found, reviewer), output, force, { path });
}

/// The two sides of an array of pairs as two articles, a sentence a unit.
struct Sides {
    std::array<PreparedArticle, 2> articles;
    std::vector<bool> swapped; ///< whether a pair's first sentence stands in the second article
};

static Sides prepareSides(const QJsonArray& pairs)
{
    std::array<QString, 2> texts;
    std::array<QList<Unit>, 2> units;
    Sides sides;
    QString sample;
    for (const QJsonValue& pair : pairs) {
        std::array<QString, 2> sentences{ pair[0].toString(), pair[1].toString() };
        // In one order, so that both ways round give the same score.
        const bool swap = sentences[1] < sentences[0];
        sides.swapped.push_back(swap);
        if (swap)
            std::swap(sentences[0], sentences[1]);
        if (sample.size() < 20'000)
            sample += sentences[0] + u'\n' + sentences[1] + u'\n';
        for (std::size_t side = 0; side < 2; ++side) {
            const auto start = static_cast<qint32>(texts[side].size());
            texts[side] += sentences[side];
            units[side].append({ { start, static_cast<qint32>(texts[side].size()) },
                UnitKind::Sentence, 0, static_cast<qint32>(units[side].size()) });
            texts[side] += u'\n';
        }
    }
    Preparer preparer(Language::of(sample).name);
    for (std::size_t side = 0; side < 2; ++side)
        sides.articles[side] = preparer.prepare(texts[side], units[side], true);
    return sides;
}

static int comparePairs()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Failed;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(input.readAll(), &error);
    const QJsonArray pairs = document.array();
    const bool sound = document.isArray() && std::ranges::all_of(pairs, [](const auto& pair) {
        return pair.isArray() && pair.toArray().size() == 2 && pair[0].isString()
            && pair[1].isString();
    });
    if (!sound) {
        complain(QCoreApplication::translate(
            "Console", "Standard input is no JSON array of [\"sentence\", \"sentence\"] pairs."));
        return Failed;
    }
    const Sides sides = prepareSides(pairs);
    const auto& [a, b] = sides.articles;
    const Explainer explainer(a, b);
    const SimilarityTable& table = explainer.table();
    const Explainer mirrored(b, a);
    SimilarityTable::Scratch scratch = table.scratch();
    QJsonArray results;
    for (std::size_t i = 0; i < a.units.size(); ++i) {
        const Similarity similarity = table.compare(i, i, scratch);
        // Nothing tells that this pair stands out among others.
        Match match = judgePair(a, i, b, i, table, similarity, false);
        const bool related = match.relation != Relation::Related;
        results.append(QJsonObject{ { u"score"_s, rounded(match.score) },
            { u"relation"_s, related ? QJsonValue(relationName(match.relation)) : QJsonValue() },
            { u"why"_s,
                QJsonArray::fromStringList(
                    sides.swapped[i] ? mirrored.reasons(match) : explainer.reasons(match)) } });
    }
    return print(QJsonDocument(results).toJson(QJsonDocument::Compact) + '\n') ? Done : Failed;
}

int compare(const QStringList& arguments)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("Console", text); };
    QCommandLineParser parser;
    parser.addOption(encodingOption());
    parser.addOption({ u"pairs"_s, say("Compares the pairs of sentences on standard input.") });
    parser.addOption({ u"output"_s,
        say("Writes a report of one page instead: a file ending in .pdf, .html or .csv."),
        u"file"_s });
    parser.addOption({ u"project"_s,
        say("A and B are articles of this project; the report shows tags and links."), u"file"_s });
    parser.addOption({ u"reviewer"_s, say("Whose tags the report shows."), u"name"_s });
    parser.addOption({ u"force"_s, say("Replaces a file that is there.") });
    if (const std::optional<int> code = parse(parser, command(u"compare"_s), arguments))
        return *code;
    const QStringList files = parser.positionalArguments();
    const QString output = parser.value(u"output"_s);
    const bool ofProject = parser.isSet(u"project"_s);
    if (parser.isSet(u"pairs"_s) ? !files.isEmpty()
                                 : files.size() != 2 || (ofProject && output.isEmpty())) {
        complain(say("Usage: assay compare A B [--output FILE [--project PROJECT]], or "
                     "assay compare --pairs < PAIRS"));
        return WrongUsage;
    }
    if (parser.isSet(u"pairs"_s))
        return comparePairs();
    const QStringList endings{ {}, u"pdf"_s, u"html"_s, u"htm"_s, u"csv"_s };
    if (!endings.contains(QFileInfo(output).suffix().toLower())
        || (!output.isEmpty() && QFileInfo(output).suffix().isEmpty())) {
        complain(say("A report's file ends in .pdf, .html or .csv; %1 does not.").arg(output));
        return WrongUsage;
    }
    if (ofProject)
        return reportOfProject(parser.value(u"project"_s), files, parser.value(u"reviewer"_s),
            output, parser.isSet(u"force"_s));
    return compareFiles(files, parser.value(u"encoding"_s), output, parser.isSet(u"force"_s));
}

} // namespace assay::console
