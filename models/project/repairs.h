// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/articlestate.h"
#include "models/project/event.h"

namespace assay {

/// Repairs by hand of how an article's text falls into units. Each gives the changes for
/// Project::edit(), which makes them one undoable edit; imports of a newer save keep them.

/// A unit in two: the second begins at the first character that is no blank at or behind UTF-16
/// offset `at` of the article's text `text`. Fails where one half would be empty.
Expected<QList<Change>> splitUnit(
    const ArticleState& article, QStringView text, qsizetype unit, qint32 at);

/// The units `first` to `last` as one. Fails for a single unit and when one of them is furniture.
Expected<QList<Change>> joinUnits(const ArticleState& article, qsizetype first, qsizetype last);

/// The paragraphs that hold the units `first` to `last` as page furniture, or, when they all are
/// already, as what they were found to be otherwise.
QList<Change> toggleFurniture(const ArticleState& article, qsizetype first, qsizetype last);
/// The same, said outright.
QList<Change> setFurniture(
    const ArticleState& article, qsizetype first, qsizetype last, bool furniture);

} // namespace assay
