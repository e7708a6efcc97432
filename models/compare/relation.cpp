// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/relation.h"

namespace assay {

using namespace Qt::StringLiterals;

QString relationName(Relation relation)
{
    switch (relation) {
    case Relation::Related:
        return u"related"_s;
    case Relation::SameClaim:
        return u"same-claim"_s;
    case Relation::Copied:
        return u"copied"_s;
    case Relation::Conflict:
        return u"conflict"_s;
    case Relation::Supports:
        return u"supports"_s;
    }
    return {};
}

std::optional<Relation> relationFromName(QStringView name)
{
    for (const Relation relation : allRelations) {
        if (relationName(relation) == name)
            return relation;
    }
    return {};
}

} // namespace assay
