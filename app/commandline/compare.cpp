// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/console.h"

#include "models/compare/explanation.h"
#include "models/compare/worddiff.h"
#include "models/import/importer.h"
#include "models/text/language.h"

#include <QCoreApplication>
#include <QFile>
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

static QJsonObject compared(const ImportedArticle& a, const ImportedArticle& b)
{
    const PreparedArticle first = Preparer(a.provenance.language).prepare(a.text, a.layout.units);
    const PreparedArticle second = Preparer(b.provenance.language).prepare(b.text, b.layout.units);
    const Comparison comparison = compareArticles(first, second);
    const Explainer explainer(first, second);
    const QString language = commonLanguage(first.language, second.language);
    QJsonArray matches;
    for (const Match& match : comparison.matches) {
        matches.append(QJsonObject{ { u"a"_s, numbers(match.a) }, { u"b"_s, numbers(match.b) },
            { u"relation"_s, relationName(match.relation) }, { u"score"_s, rounded(match.score) },
            { u"why"_s, QJsonArray::fromStringList(explainer.reasons(match)) },
            { u"diff"_s,
                diffOf(joined(first, match.a, a.layout.units),
                    joined(second, match.b, b.layout.units), language) } });
    }
    return { { u"a"_s, a.provenance.file }, { u"b"_s, b.provenance.file },
        { u"matches"_s, matches }, { u"onlyA"_s, numbers(comparison.onlyA) },
        { u"onlyB"_s, numbers(comparison.onlyB) } };
}

static int compareFiles(const QStringList& files, const QString& encoding)
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
    if (articles[0].provenance.language.left(2) != articles[1].provenance.language.left(2))
        complain(QCoreApplication::translate("Console",
            "These two articles are in different languages: only names and figures can match."));
    return printLine(compared(articles[0], articles[1])) ? Done : Failed;
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
        sides.articles[side] = preparer.prepare(texts[side], units[side]);
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
    const SimilarityTable table(a, b);
    const Explainer explainer(a, b);
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
    QCommandLineParser parser;
    parser.addOption(encodingOption());
    parser.addOption({ u"pairs"_s,
        QCoreApplication::translate(
            "Console", "Compare the pairs of sentences on standard input.") });
    if (const std::optional<int> code = parse(parser, command(u"compare"_s), arguments))
        return *code;
    const QStringList files = parser.positionalArguments();
    if (parser.isSet(u"pairs"_s) ? !files.isEmpty() : files.size() != 2) {
        complain(QCoreApplication::translate(
            "Console", "Usage: assay compare A B, or assay compare --pairs < PAIRS"));
        return WrongUsage;
    }
    return parser.isSet(u"pairs"_s) ? comparePairs()
                                    : compareFiles(files, parser.value(u"encoding"_s));
}

} // namespace assay::console
