// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/console.h"
#include "app/commandline/exportpdf.h"

#include "models/project/repairs.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSaveFile>

#include <cmath>

namespace assay::console {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Console", text);
}

/// UTF-16 offset of code point `at` of the unit.
static qint32 offsetOf(QStringView text, TextRange range, qint64 at)
{
    qint32 offset = range.start;
    for (; at > 0 && offset < range.end; --at)
        offset += text[offset].isHighSurrogate() ? 2 : 1;
    return offset;
}

/// What one line asks for. All lines count units as they are before the first of them.
static Expected<QList<Change>> repairsOf(
    Project& project, const ArticleNames& names, const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.isEmpty())
        return fail(say("it is no JSON object"));
    // One letter wrong would be another repair.
    static const QStringList known{ u"article"_s, u"unit"_s, u"last"_s, u"do"_s, u"at"_s };
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key()))
            return fail(say("there is no field “%1”").arg(it.key()));
        const bool isNumber = it.key() == "unit"_L1 || it.key() == "last"_L1 || it.key() == "at"_L1;
        const double number = it.value().toDouble(-1);
        if (isNumber && (number < 0 || number != std::floor(number)))
            return fail(say("“%1” is not a whole number").arg(it.key()));
    }
    const Expected<ArticleId> id = names.find(object[u"article"].toString());
    if (!id)
        return std::unexpected(id.error());
    const ArticleState* article = project.state().article(*id);
    const qint64 unit = object[u"unit"].toInteger(-1);
    const qint64 last = object[u"last"].toInteger(unit);
    if (unit < 0 || last < unit || last >= article->units().size())
        return fail(say("there is no unit %1 in %2")
                .arg(QString::number(std::max(unit, last)), object[u"article"].toString()));
    const QString what = object[u"do"].toString();
    if (what == u"furniture" || what == u"article")
        return setFurniture(*article, unit, last, what == u"furniture");
    if (what == u"join")
        return joinUnits(*article, unit, std::max(last, unit + 1));
    if (what == u"split") {
        const Expected<QString> text = project.textNow(*id);
        if (!text)
            return std::unexpected(text.error());
        const TextRange range = article->units()[unit].range;
        return splitUnit(*article, *text, unit, offsetOf(*text, range, object[u"at"].toInteger()));
    }
    return fail(say("“do” is not split, join, furniture or article"));
}

int repair(const QStringList& arguments)
{
    QCommandLineParser parser;
    if (const std::optional<int> code = parse(parser, command(u"repair"_s), arguments))
        return *code;
    if (parser.positionalArguments().size() != 1) {
        complain(say("Usage: assay repair %1").arg(command(u"repair"_s).arguments));
        return WrongUsage;
    }
    Project project;
    if (!openProject(project, parser.positionalArguments().first()))
        return Failed;
    return editFromLines(project, say("Nothing was changed."), repairsOf);
}

/// Gives back the bytes that an article was made of.
int original(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({ u"article"_s, say("The article: an id or a file name."), u"id"_s });
    parser.addOption({ u"output"_s, say("The file to write."), u"file"_s });
    parser.addOption({ u"force"_s, say("Replaces a file that is there.") });
    if (const std::optional<int> code = parse(parser, command(u"original"_s), arguments))
        return *code;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"article"_s)
        || !parser.isSet(u"output"_s)) {
        complain(say("Usage: assay original %1").arg(command(u"original"_s).arguments));
        return WrongUsage;
    }
    Project project;
    if (!openProject(project, parser.positionalArguments().first()))
        return Failed;
    const Expected<ArticleId> id = findArticle(project, parser.value(u"article"_s));
    const Expected<QByteArray> bytes = id
        ? project.contentNow(project.state().article(*id)->facts().provenance.sha256)
        : std::unexpected(id.error());
    if (!bytes) {
        complain(bytes.error());
        return Failed;
    }
    if (isProjectItself(project, parser.value(u"output"_s))
        || !mayWrite(parser.value(u"output"_s), parser.isSet(u"force"_s)))
        return Failed;
    QSaveFile file(parser.value(u"output"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit()) {
        complain(say("%1 cannot be written: %2.").arg(file.fileName(), file.errorString()));
        return Failed;
    }
    return Done;
}

} // namespace assay::console
