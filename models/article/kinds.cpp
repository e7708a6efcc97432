// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/article/kinds.h"

#include <QStringView>

namespace assay {

using namespace Qt::StringLiterals;

QString tagName(Tag tag)
{
    switch (tag) {
    case Tag::Evidence:
        return u"evidence"_s;
    case Tag::Marketing:
        return u"marketing"_s;
    case Tag::Caveat:
        return u"caveat"_s;
    case Tag::None:
        return u"none"_s;
    case Tag::Untagged:
        break;
    }
    return {};
}

std::optional<Tag> tagFromName(QStringView name)
{
    for (const Tag tag : allTags) {
        if (tagName(tag) == name)
            return tag;
    }
    return {};
}

QString kindName(UnitKind kind)
{
    switch (kind) {
    case UnitKind::Heading:
        return u"heading"_s;
    case UnitKind::ListItem:
        return u"list-item"_s;
    case UnitKind::Furniture:
        return u"furniture"_s;
    case UnitKind::Sentence:
        break;
    }
    return u"sentence"_s;
}

std::optional<UnitKind> kindFromName(QStringView name)
{
    for (const UnitKind kind :
        { UnitKind::Sentence, UnitKind::Heading, UnitKind::ListItem, UnitKind::Furniture }) {
        if (kindName(kind) == name)
            return kind;
    }
    return {};
}

} // namespace assay
