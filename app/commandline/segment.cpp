// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/console.h"

#include "models/import/importer.h"
#include "models/text/blocks.h"
#include "models/text/codepoints.h"
#include "models/text/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace assay::console {

using namespace Qt::StringLiterals;

static QJsonArray unitsOf(const ImportedArticle& article)
{
    CodePoints points(article.text);
    QJsonArray units;
    for (const Unit& unit : article.layout.units) {
        QJsonObject object{ { u"kind"_s, kindName(unit.kind) },
            { u"start"_s, points.before(unit.range.start) },
            { u"text"_s, article.text.sliced(unit.range.start, unit.range.length()) } };
        object[u"end"_s] = points.before(unit.range.end);
        if (unit.kind == UnitKind::Heading)
            object[u"level"_s] = unit.level;
        units.append(object);
    }
    return units;
}

static bool printArticle(const QString& path, const ImportedArticle& article, bool withText)
{
    const Provenance& from = article.provenance;
    QJsonObject line{ { u"file"_s, path }, { u"format"_s, from.format },
        { u"encoding"_s, from.encoding }, { u"title"_s, article.title },
        { u"language"_s, from.language }, { u"units"_s, unitsOf(article) },
        { u"issues"_s, issuesOf(article) } };
    const std::pair<QString, QString> known[] = { { u"author"_s, from.author },
        { u"date"_s, from.published }, { u"site"_s, from.site }, { u"link"_s, from.link } };
    for (const auto& [name, value] : known) {
        if (!value.isEmpty())
            line[name] = value;
    }
    if (withText)
        line[u"content"_s] = article.text;
    return printLine(line);
}

/// Standard input: a JSON array of strings; output: one JSON array of arrays of sentences.
static int segmentStrings()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        complain(QCoreApplication::translate("Console", "Standard input cannot be read."));
        return Failed;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(input.readAll(), &error);
    if (interrupted())
        return Failed;
    const QJsonArray strings = document.array();
    const auto odd = std::find_if(
        strings.begin(), strings.end(), [](const auto& each) { return !each.isString(); });
    if (!document.isArray() || odd != strings.end()) {
        const QString what = error.error != QJsonParseError::NoError ? error.errorString()
            : !document.isArray()
            ? QCoreApplication::translate("Console", "it is an object")
            : QCoreApplication::translate("Console", "element %1 is not a string")
                  .arg(std::distance(strings.begin(), odd));
        complain(QCoreApplication::translate(
            "Console", "Standard input is not a JSON array of strings: %1.")
                .arg(what));
        return Failed;
    }
    QJsonArray all;
    for (const QJsonValue& value : strings) {
        const QString text = value.toString();
        const Language& language = Language::of(text);
        QJsonArray found;
        for (const Unit& unit : layoutOf(text, plainBlocks(text, language), language).units)
            found.append(text.sliced(unit.range.start, unit.range.length()));
        all.append(found);
    }
    print(QJsonDocument(all).toJson(QJsonDocument::Compact) + '\n');
    return Done;
}

int segment(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({ u"text"_s,
        QCoreApplication::translate(
            "Console", "Adds each file's whole normalised text as \"content\".") });
    parser.addOption(encodingOption());
    parser.addOption({ u"strings"_s,
        QCoreApplication::translate("Console",
            "Reads a JSON array of strings and prints an array of arrays of sentences.") });
    if (const std::optional<int> code = parse(parser, command(u"segment"_s), arguments))
        return *code;
    const QStringList files = parser.positionalArguments();
    if (parser.isSet(u"strings"_s) == !files.isEmpty()) {
        complain(QCoreApplication::translate(
            "Console", "Usage: assay segment FILE...  or  assay segment --strings < ARRAY"));
        return WrongUsage;
    }
    if (parser.isSet(u"strings"_s))
        return segmentStrings();
    bool failed = false;
    progress(0, files.size());
    importFiles(files, { parser.value(u"encoding"_s) },
        [&](qsizetype i, const Expected<ImportedArticle>& article) {
            failed = failed || !article;
            if (article) {
                if (!printArticle(files[i], *article, parser.isSet(u"text"_s)))
                    return false;
            } else {
                printLine({ { u"file"_s, files[i] }, { u"error"_s, article.error().message } });
                complain(article.error());
            }
            return progress(i + 1, files.size());
        });
    return failed || interrupted() ? Failed : Done;
}

} // namespace assay::console
