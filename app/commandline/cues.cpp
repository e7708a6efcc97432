// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/console.h"
#include "app/session.h"

#include "models/cues/cuescanner.h"
#include "models/import/importer.h"
#include "models/text/codepoints.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace assay::console {

using namespace Qt::StringLiterals;

/// One line a unit: an array of its cues, empty where it has none.
static bool printCues(const ImportedArticle& article, CueScanner& scanner)
{
    const QList<Cue> cues = scanner.scan(article.text, article.layout.units);
    CodePoints points(article.text);
    auto cue = cues.begin();
    for (const Unit& unit : article.layout.units) {
        QJsonArray line;
        for (; cue != cues.end() && cue->range.start < unit.range.end; ++cue) {
            const CueKind& kind = scanner.kinds()[cue->kind];
            QJsonObject object{ { u"start"_s, points.before(cue->range.start) },
                { u"text"_s, article.text.sliced(cue->range.start, cue->range.length()) },
                { u"cue"_s, kind.name },
                { u"hints"_s,
                    kind.hint == Tag::Untagged ? QJsonValue() : QJsonValue(tagName(kind.hint)) } };
            object[u"end"_s] = points.before(cue->range.end);
            line.append(object);
        }
        if (!print(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n'))
            return false;
    }
    return true;
}

int cues(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption(encodingOption());
    if (const std::optional<int> code = parse(parser, command(u"cues"_s), arguments))
        return *code;
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty()) {
        complain(QCoreApplication::translate("Console", "Usage: assay cues FILE..."));
        return WrongUsage;
    }
    CueScanner scanner(session::ownFolder());
    bool failed = !scanner.problems().isEmpty();
    for (const Issue& problem : scanner.problems())
        complain(problem.message);
    progress(0, files.size());
    importFiles(files, { parser.value(u"encoding"_s) },
        [&](qsizetype i, const Expected<ImportedArticle>& article) {
            failed = failed || !article;
            if (!article)
                complain(article.error());
            return (!article || printCues(*article, scanner)) && progress(i + 1, files.size());
        });
    return failed || interrupted() ? Failed : Done;
}

} // namespace assay::console
