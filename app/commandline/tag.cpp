// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/console.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace assay::console {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Console", text);
}

/// The changes that one line asks for.
static Expected<QList<Change>> changesOf(
    const Project& project, const ArticleNames& names, const QByteArray& line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject())
        return fail(say("it is not a JSON object"));
    const QJsonObject object = document.object();
    if (!object[u"article"].isString())
        return fail(say("it names no article"));
    const Expected<ArticleId> id = names.find(object[u"article"].toString());
    if (!id)
        return std::unexpected(id.error());
    const ArticleState* article = project.state().article(*id);
    if (!object[u"unit"].isDouble())
        return fail(say("“unit” is not a number"));
    const qint64 unit = object[u"unit"].toInteger(-1);
    if (unit < 0 || unit >= article->units().size())
        return fail(say("“%1” has no unit %2")
                .arg(object[u"article"].toString(), object[u"unit"].toVariant().toString()));
    // Those that are read, and the others that an export writes. One letter wrong would be a
    // remark lost.
    static const QStringList known{ u"article"_s, u"unit"_s, u"tag"_s, u"unsure"_s, u"note"_s,
        u"source"_s, u"file"_s, u"kind"_s, u"start"_s, u"end"_s, u"text"_s, u"reviewer"_s };
    for (const QString& key : object.keys()) {
        if (!known.contains(key))
            return fail(say("there is no field “%1”").arg(key));
    }
    const auto isWrong = [&](const char* key, QJsonValue::Type type) {
        const QJsonValue value = object[QLatin1StringView(key)];
        return !value.isUndefined() && !value.isNull() && value.type() != type;
    };
    for (const char* key : { "tag", "note", "source" }) {
        if (isWrong(key, QJsonValue::String))
            return fail(say("“%1” is not a text").arg(QLatin1StringView(key)));
    }
    if (isWrong("unsure", QJsonValue::Bool))
        return fail(say("“unsure” is not true or false"));
    Change change;
    change.article = *id;
    change.range = article->units()[unit].range;
    QList<Change> changes;
    const auto add = [&](EventKind kind, auto set) {
        Change next = change;
        next.kind = kind;
        set(next);
        changes.append(next);
    };
    if (object.contains(u"tag")) {
        const QString name = object[u"tag"].toString();
        const std::optional<Tag> tag = tagFromName(name);
        if (!tag && !object[u"tag"].isNull())
            return fail(say("there is no tag “%1”; tags are evidence, marketing, caveat and none")
                    .arg(name));
        const bool isFurniture = article->units()[unit].kind == UnitKind::Furniture;
        if (isFurniture && tag)
            return fail(say("unit %1 is page furniture, which is not tagged").arg(unit));
        if (!isFurniture) // an export says null of it
            add(EventKind::Tag, [&](Change& c) { c.tag = tag.value_or(Tag::Untagged); });
    }
    if (object.contains(u"unsure"))
        add(EventKind::Unsure, [&](Change& c) { c.flag = object[u"unsure"].toBool(); });
    if (object.contains(u"note"))
        add(EventKind::Note, [&](Change& c) { c.text = object[u"note"].toString(); });
    if (object.contains(u"source"))
        add(EventKind::Source, [&](Change& c) { c.text = object[u"source"].toString(); });
    if (changes.isEmpty() && !object.contains(u"tag"))
        return fail(say("it says nothing of its unit"));
    return changes;
}

int tag(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption(
        { u"reviewer"_s, say("In whose name to tag; added to the project when new."), u"name"_s });
    if (const std::optional<int> code = parse(parser, command(u"tag"_s), arguments))
        return *code;
    const QString name = parser.value(u"reviewer"_s).trimmed();
    if (parser.positionalArguments().size() != 1 || name.isEmpty()) {
        complain(say("Usage: assay tag %1").arg(command(u"tag"_s).arguments));
        return WrongUsage;
    }
    Project project;
    if (!openProject(project, parser.positionalArguments().first()))
        return Failed;
    const Expected<ReviewerId> reviewer = findReviewer(project, name);
    if (!reviewer) {
        complain(reviewer.error());
        return Failed;
    }
    project.setReviewer(reviewer->isNull() ? newReviewer(project, name) : *reviewer, name);
    return editFromLines(project, say("Nothing was tagged."), changesOf);
}

} // namespace assay::console
