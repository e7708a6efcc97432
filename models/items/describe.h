// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

namespace assay {

/// "Sentence 7 of 58, Evidence, unsure, note: …": what a unit is and what the reviewer says of it,
/// as a screen reader tells it.
QString describeUnit(const Project& project, const ArticleState& article, qsizetype unit);
/// "Evidence", "Note: Which trial?", "Split" ...: what a cell's value says, in a person's words.
QString describeValue(const Cell& cell, const std::optional<CellValue>& value);
/// The first words of the sentence a cell is about, where its text is loaded; else the article's
/// title; empty for what is about no article.
QString describePlace(const Project& project, const Cell& cell);
/// Both together, for one line of a list.
QString describeRow(const Project& project, const CellRow& row);
/// What one event did, undo and merge among it.
QString describeEvent(const Project& project, const Event& event);

} // namespace assay
