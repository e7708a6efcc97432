// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/repairs.h"

#include <QCoreApplication>

namespace assay {

static QString say(const char* text)
{
    return QCoreApplication::translate("Repairs", text);
}

static Change boundary(const ArticleState& article, qint32 start, qint32 endBefore, bool there)
{
    Change change;
    change.kind = EventKind::Boundary;
    change.article = article.id();
    change.flag = there;
    change.range = { start, endBefore };
    return change;
}

Expected<QList<Change>> splitUnit(
    const ArticleState& article, QStringView text, qsizetype unit, qint32 at)
{
    const TextRange range = article.units()[unit].range;
    if (range.end > text.size() || at <= range.start || at >= range.end)
        return fail(say("There is nothing to split off."));
    if (text[at].isLowSurrogate())
        ++at;
    qint32 start = at;
    while (start < range.end && text[start].isSpace())
        ++start;
    qint32 end = at;
    while (end > range.start && text[end - 1].isSpace())
        --end;
    if (start >= range.end || end <= range.start)
        return fail(say("There is nothing to split off."));
    return QList{ boundary(article, start, end, true) };
}

Expected<QList<Change>> joinUnits(const ArticleState& article, qsizetype first, qsizetype last)
{
    if (first < 0 || last >= article.units().size() || first >= last)
        return fail(say("There is no sentence to join with."));
    QList<Change> changes;
    for (qsizetype i = first; i <= last; ++i) {
        const Unit& unit = article.units()[i];
        if (unit.kind == UnitKind::Furniture)
            return fail(say("Page furniture is not joined with sentences."));
        if (i > first)
            changes.append(
                boundary(article, unit.range.start, article.units()[i - 1].range.end, false));
    }
    return changes;
}

/// Grows [first, last] to whole paragraphs.
static void growToBlocks(const QList<Unit>& units, qsizetype& first, qsizetype& last)
{
    while (first > 0 && units[first - 1].block == units[first].block)
        --first;
    while (last + 1 < units.size() && units[last + 1].block == units[last].block)
        ++last;
}

QList<Change> setFurniture(
    const ArticleState& article, qsizetype first, qsizetype last, bool furniture)
{
    const QList<Unit>& units = article.units();
    if (first < 0 || last >= units.size() || first > last)
        return {};
    growToBlocks(units, first, last);
    QList<Change> changes;
    for (qsizetype i = first; i <= last; ++i) {
        if ((units[i].kind == UnitKind::Furniture) == furniture)
            continue;
        Change change = changeOf(article, i, EventKind::BlockKind);
        const UnitKind found = article.foundKind(units[i].range);
        change.unitKind = furniture        ? UnitKind::Furniture
            : found == UnitKind::Furniture ? UnitKind::Sentence
                                           : found;
        changes.append(change);
    }
    return changes;
}

QList<Change> toggleFurniture(const ArticleState& article, qsizetype first, qsizetype last)
{
    const QList<Unit>& units = article.units();
    if (first < 0 || last >= units.size() || first > last)
        return {};
    const bool all = std::all_of(units.begin() + first, units.begin() + last + 1,
        [](const Unit& unit) { return unit.kind == UnitKind::Furniture; });
    return setFurniture(article, first, last, !all);
}

} // namespace assay
