// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

namespace assay {

class Reader;

/// Turns keys into edits: tags the units of a reader's range and moves the cursor on as reviewers
/// expect.
class Tagging {
public:
    /// Tags the range. Without `stay`, the cursor goes on: from an untagged unit to the next
    /// untagged one, from a correction to the next unit. Page furniture is left out, and headings
    /// too where a range has other units.
    Expected<void> tag(Project& project, Reader& reader, Tag tag, bool stay);
    /// Gives the tag that was given last; nothing before the first.
    Expected<void> repeat(Project& project, Reader& reader);
    /// Clears tagged units; on an untagged one, goes back to the last decision that still stands
    /// and clears that, all of it where it was of a range.
    Expected<void> clear(Project& project, Reader& reader);
    /// Makes the paragraphs of the range page furniture, or article again when they all are.
    Expected<void> toggleFurniture(Project& project, Reader& reader);
    /// Sets the flag on the range, or takes it away where the current unit has it.
    Expected<void> toggleUnsure(Project& project, Reader& reader);

    /// Cuts a unit in two before UTF-16 offset `at` of the article's text.
    Expected<void> split(Project& project, Reader& reader, qsizetype unit, qint32 at);
    /// Joins the units of the range, or the current one with the next.
    Expected<void> join(Project& project, Reader& reader);

private:
    Tag m_last = Tag::Untagged;
    struct Decision {
        ArticleId article;
        QList<TextRange> units;
    };
    QList<Decision> m_decisions; ///< in the order they were made, also those that were taken back
};

} // namespace assay
