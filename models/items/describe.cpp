// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/describe.h"

#include "models/project/status.h"
#include "models/statistics/tagstrip.h"

#include <QCoreApplication>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("Describe", text);
}

static QString tagWord(Tag tag)
{
    switch (tag) {
    case Tag::Evidence:
        return say("Evidence");
    case Tag::Marketing:
        return say("Marketing");
    case Tag::Caveat:
        return say("Caveat");
    case Tag::None:
        return say("None of these");
    case Tag::Untagged:
        break;
    }
    return say("Tag cleared");
}

static QString shortened(const QString& text, qsizetype length = 60)
{
    const QString line = text.simplified();
    return line.size() <= length ? line : line.first(length - 1).trimmed() + u'…';
}

QString describeValue(const Cell& cell, const std::optional<CellValue>& value)
{
    const bool on = value && value->number != 0;
    const QString text = value ? shortened(value->text, 40) : QString();
    switch (cell.field) {
    case Field::Tag:
        return tagWord(value ? static_cast<Tag>(value->number) : Tag::Untagged);
    case Field::Unsure:
        return on ? say("Unsure") : say("Sure");
    case Field::Note:
        return text.isEmpty() ? say("Note removed") : say("Note: %1").arg(text);
    case Field::Source:
        return text.isEmpty() ? say("Source removed") : say("Source: %1").arg(text);
    case Field::Boundary:
        return value && value->number >= 0 ? say("Split") : say("Joined");
    case Field::BlockKind:
        return value && static_cast<UnitKind>(value->number) == UnitKind::Furniture
            ? say("Page furniture")
            : say("Part of the article");
    case Field::Presence:
        return on ? say("Article added") : say("Article removed");
    case Field::Erased:
        return say("Article erased for good");
    case Field::Meta:
        if (!isStatusField(cell.other))
            return say("Renamed to %1").arg(text);
        return text == "done"_L1   ? say("Marked as done")
            : text == "skipped"_L1 ? say("Marked as skipped")
                                   : say("Marked as to do");
    case Field::Revision:
        return say("Newer text");
    case Field::Link:
        return text.isEmpty() ? say("Link removed") : say("Linked: %1").arg(text);
    case Field::Refuse:
        return on ? say("Match refused") : say("Match no longer refused");
    case Field::ReviewerName:
        return say("Reviewer %1").arg(text);
    }
    return {};
}

QString describeUnit(const Project& project, const ArticleState& article, qsizetype unit)
{
    if (unit < 0 || unit >= article.units().size())
        return {};
    const UnitKind kind = article.units()[unit].kind;
    const UnitPosition position = positionOf(article.units(), unit);
    const Mark& mark = article.mark(project.reviewer(), unit);
    QStringList parts;
    if (kind == UnitKind::Furniture)
        parts.append(say("Page furniture"));
    else if (kind == UnitKind::Heading)
        parts.append(say("Heading"));
    else
        parts.append(
            (kind == UnitKind::ListItem ? say("List item %1 of %2") : say("Sentence %1 of %2"))
                .arg(position.number)
                .arg(position.total));
    if (kind != UnitKind::Furniture && (kind != UnitKind::Heading || mark.tag != Tag::Untagged))
        parts.append(mark.tag == Tag::Untagged ? say("untagged") : tagWord(mark.tag));
    if (mark.unsure)
        parts.append(say("unsure"));
    if (!mark.note.isEmpty())
        parts.append(say("note: %1").arg(mark.note.simplified()));
    if (!mark.source.isEmpty())
        parts.append(say("source: %1").arg(mark.source));
    return parts.join(u", "_s);
}

QString describePlace(const Project& project, const Cell& cell)
{
    const ArticleState* article = project.state().article(cell.article);
    if (!article)
        return {};
    const std::optional<QString> text = project.text(cell.article);
    const bool here = text && cell.range.length() > 0 && cell.revision == article->revision()
        && cell.range.end <= text->size();
    return u"“%1”"_s.arg(shortened(
        here ? text->sliced(cell.range.start, cell.range.length()) : article->facts().title));
}

QString describeRow(const Project& project, const CellRow& row)
{
    const QString place = describePlace(project, row.cell);
    const QString said = describeValue(row.cell, row.value);
    return place.isEmpty() ? said : u"%1 – %2"_s.arg(said, place);
}

QString describeEvent(const Project& project, const Event& event)
{
    if (const std::optional<CellRow> row = cellOf(event))
        return describeRow(project, *row);
    switch (event.change.kind) {
    case EventKind::Merge:
        return say("Another copy merged");
    case EventKind::Revoke: {
        const QList<CellRow> said = project.fold().saidBy(event.change.revoked);
        return said.isEmpty() ? say("Undone or redone")
                              : say("Undone: %1").arg(describeRow(project, said.first()));
    }
    default:
        return say("Something of a newer Assay (%1)").arg(event.kind);
    }
}

} // namespace assay
