// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/tagging.h"

#include "models/project/repairs.h"
#include "views/reader/reader.h"

#include <algorithm>

namespace assay {

/// The units of the range that a tag is meant for.
static QList<qsizetype> taggable(const ArticleState& article, std::pair<qsizetype, qsizetype> range)
{
    QList<qsizetype> units;
    for (qsizetype i = range.first; i <= range.second; ++i) {
        if (article.units()[i].kind != UnitKind::Furniture)
            units.append(i);
    }
    const auto isHeading
        = [&](qsizetype i) { return article.units()[i].kind == UnitKind::Heading; };
    if (!std::all_of(units.begin(), units.end(), isHeading))
        units.removeIf(isHeading);
    return units;
}

Expected<void> Tagging::tag(Project& project, Reader& reader, Tag tag, bool stay)
{
    const ArticleState* article = project.state().article(reader.article());
    if (!article || reader.currentUnit() < 0)
        return {};
    const auto range = reader.range();
    const QList<qsizetype> units = taggable(*article, range);
    if (units.isEmpty())
        return fail(Project::tr("Page furniture is not tagged."));
    bool correction = true;
    QList<Change> changes;
    Decision decision{ article->id(), {} };
    for (const qsizetype unit : units) {
        correction = correction && article->tag(project.reviewer(), unit) != Tag::Untagged;
        changes.append(changeOf(*article, unit, EventKind::Tag));
        changes.last().tag = tag;
        decision.units.append(article->units()[unit].range);
    }
    if (const Expected<GroupId> edited = project.edit(changes); !edited)
        return std::unexpected(edited.error());
    m_last = tag;
    m_decisions.append(decision);
    if (stay)
        return {};
    if (!reader.goOn(range.second, !correction) && !correction)
        reader.goOn(-1, true); // what was skipped above waits there
    return {};
}

Expected<void> Tagging::repeat(Project& project, Reader& reader)
{
    return m_last == Tag::Untagged ? Expected<void>() : tag(project, reader, m_last, false);
}

Expected<void> Tagging::clear(Project& project, Reader& reader)
{
    const ArticleState* article = project.state().article(reader.article());
    if (!article || reader.currentUnit() < 0)
        return {};
    const auto isTagged
        = [&](qsizetype unit) { return article->tag(project.reviewer(), unit) != Tag::Untagged; };
    QList<Change> changes;
    for (const qsizetype unit : taggable(*article, reader.range())) {
        if (isTagged(unit))
            changes.append(changeOf(*article, unit, EventKind::Tag));
    }
    // What was cleared is passed over, not forgotten: an undo may bring it back.
    for (qsizetype i = m_decisions.size() - 1; changes.isEmpty() && i >= 0; --i) {
        if (m_decisions[i].article != article->id())
            continue;
        for (const TextRange& range : std::as_const(m_decisions[i].units)) {
            const qsizetype unit = article->unitWith(range);
            if (unit < 0 || !isTagged(unit))
                continue;
            if (changes.isEmpty())
                reader.setCurrentUnit(unit);
            changes.append(changeOf(*article, unit, EventKind::Tag));
        }
    }
    // Nothing decided in this session: the nearest decision above.
    for (qsizetype unit = reader.currentUnit() - 1; changes.isEmpty() && unit >= 0; --unit) {
        if (!isTagged(unit))
            continue;
        reader.setCurrentUnit(unit);
        changes.append(changeOf(*article, unit, EventKind::Tag));
    }
    const Expected<GroupId> edited = project.edit(changes);
    return edited ? Expected<void>() : std::unexpected(edited.error());
}

Expected<void> Tagging::toggleFurniture(Project& project, Reader& reader)
{
    const ArticleState* article = project.state().article(reader.article());
    if (!article || reader.currentUnit() < 0)
        return {};
    const auto [first, last] = reader.coveredUnits();
    const Expected<GroupId> edited = project.edit(assay::toggleFurniture(*article, first, last));
    if (edited && reader.isFoldedAway(reader.currentUnit()) && !reader.goOn(last, false))
        reader.goOn(first, false, -1); // a cursor that nobody sees tags what nobody sees
    return edited ? Expected<void>() : std::unexpected(edited.error());
}

Expected<void> Tagging::toggleUnsure(Project& project, Reader& reader)
{
    const ArticleState* article = project.state().article(reader.article());
    if (!article || reader.currentUnit() < 0)
        return {};
    const bool unsure = !article->mark(project.reviewer(), reader.currentUnit()).unsure;
    QList<Change> changes;
    for (const qsizetype unit : taggable(*article, reader.range())) {
        changes.append(changeOf(*article, unit, EventKind::Unsure));
        changes.last().flag = unsure;
    }
    const Expected<GroupId> edited = project.edit(changes);
    return edited ? Expected<void>() : std::unexpected(edited.error());
}

Expected<void> Tagging::split(Project& project, Reader& reader, qsizetype unit, qint32 at)
{
    const ArticleState* article = project.state().article(reader.article());
    const std::optional<QString> text = project.text(reader.article());
    if (!article || !text || unit < 0)
        return {};
    const Expected<QList<Change>> changes = splitUnit(*article, *text, unit, at);
    if (!changes)
        return std::unexpected(changes.error());
    const Expected<GroupId> edited = project.edit(*changes);
    if (!edited)
        return std::unexpected(edited.error());
    reader.setCurrentUnit(unit);
    return {};
}

Expected<void> Tagging::join(Project& project, Reader& reader)
{
    const ArticleState* article = project.state().article(reader.article());
    if (!article || reader.currentUnit() < 0)
        return {};
    auto [first, last] = reader.range();
    if (first == last)
        ++last;
    const Expected<QList<Change>> changes = joinUnits(*article, first, last);
    if (!changes)
        return std::unexpected(changes.error());
    const Expected<GroupId> edited = project.edit(*changes);
    if (!edited)
        return std::unexpected(edited.error());
    reader.setCurrentUnit(first);
    return {};
}

} // namespace assay
