// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace assay {

/// How two stretches of two articles stand to one another. The first is a weak likeness, found for
/// whoever wants to look further; the last is only ever said by a person: a claim and the evidence
/// that backs it.
enum class Relation : quint8 { Related, SameClaim, Copied, Conflict, Supports };

inline constexpr std::array allRelations{ Relation::Related, Relation::SameClaim, Relation::Copied,
    Relation::Conflict, Relation::Supports };

/// "related", "same-claim", "copied", "conflict", "supports": for files and the log.
QString relationName(Relation relation);
std::optional<Relation> relationFromName(QStringView name);

} // namespace assay
