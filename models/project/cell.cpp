// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/cell.h"

#include <QStringList>

namespace assay {

using namespace Qt::StringLiterals;

std::optional<CellRow> cellOf(const Event& event)
{
    const Change& change = event.change;
    Cell cell{ Field::Tag, change.article, event.reviewer, change.range, change.revision, {} };
    CellValue value{ 0, change.text, event.stamp };
    const Cell ofArticle{ Field::Presence, change.article, {}, {}, 0, {} };
    switch (change.kind) {
    case EventKind::Tag:
        value.number = static_cast<qint32>(change.tag);
        break;
    case EventKind::Unsure:
        cell.field = Field::Unsure;
        value.number = change.flag;
        break;
    case EventKind::Note:
        cell.field = Field::Note;
        break;
    case EventKind::Source:
        cell.field = Field::Source;
        break;
    case EventKind::Boundary:
        // Boundaries belong to the article, whoever set them; where the unit before ends is part of
        // the value.
        cell = { Field::Boundary, change.article, {}, { change.range.start, change.range.start },
            change.revision, {} };
        value.number = change.flag ? change.range.end : -1;
        break;
    case EventKind::BlockKind:
        cell.field = Field::BlockKind;
        cell.reviewer = {};
        value.number = static_cast<qint32>(change.unitKind);
        break;
    case EventKind::ArticleAdded:
    case EventKind::ArticleRemoved:
        cell = ofArticle;
        value.number = change.kind == EventKind::ArticleAdded;
        break;
    case EventKind::ArticleErased:
        cell = ofArticle;
        cell.field = Field::Erased;
        value.number = 1;
        break;
    case EventKind::ArticleMeta:
        cell = ofArticle;
        cell.field = Field::Meta;
        cell.other = change.field;
        break;
    case EventKind::TextRevision:
        cell = ofArticle;
        cell.field = Field::Revision;
        value.text = QString::fromLatin1(change.facts.revision.toHex());
        break;
    case EventKind::Link:
        cell.field = Field::Link;
        cell.other = targetText(change.other);
        break;
    case EventKind::Refuse:
        cell.field = Field::Refuse;
        cell.other = targetText(change.other);
        value.number = change.flag;
        break;
    case EventKind::Reviewer:
        cell = { Field::ReviewerName, {}, event.reviewer, {}, 0, {} };
        break;
    case EventKind::Revoke:
    case EventKind::Merge:
    case EventKind::Unknown:
        return {};
    }
    return CellRow{ cell, value };
}

QString targetText(const Target& target)
{
    return u"%1/%2/%3/%4"_s.arg(target.article.toString(),
        QString::number(target.revision, 16).rightJustified(8, u'0'),
        QString::number(target.range.start), QString::number(target.range.end));
}

Target targetFromText(const QString& text)
{
    const QStringList parts = text.split(u'/');
    if (parts.size() != 4)
        return {};
    return { ArticleId::fromString(parts[0]), parts[1].toUInt(nullptr, 16),
        { parts[2].toInt(), parts[3].toInt() } };
}

} // namespace assay
