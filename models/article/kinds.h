// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace assay {

/// What a reviewer says a unit does. `Untagged` is the absence of a decision; `None` is a decision.
enum class Tag : quint8 { Untagged, Evidence, Marketing, Caveat, None };

/// What a stretch of an article is. A block is of one kind; its first unit has that kind.
enum class UnitKind : quint8 { Sentence, Heading, ListItem, Furniture };

inline constexpr std::array allTags{ Tag::Evidence, Tag::Marketing, Tag::Caveat, Tag::None };

/// What a block of sentences looks like in its file, for pages that show it likewise.
enum class BlockForm : quint8 { Plain, Quote, TableRow, Caption };

/// The name used in files, exports and on the command line; never translated. Untagged gives "".
QString tagName(Tag tag);
/// The tag of that name, or nothing when there is no such tag.
std::optional<Tag> tagFromName(QStringView name);

/// "sentence", "heading", "list-item" or "furniture": for files and the command line.
QString kindName(UnitKind kind);
std::optional<UnitKind> kindFromName(QStringView name);

} // namespace assay
