// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/articlestate.h"
#include "models/project/event.h"

namespace assay {

/// How far a reviewer is with an article.
enum class ArticleStatus : quint8 { ToDo, Started, Done, Skipped };

/// What the reviewer said of the article, else what the tags say: done when every sentence has one.
ArticleStatus statusOf(const ArticleState& article, ReviewerId reviewer);
/// "to-do", "started", "done" or "skipped": for files and the command line.
QString statusName(ArticleStatus status);
/// The change that says so; ToDo leaves it to the tags again.
Change statusChange(ArticleId article, ReviewerId reviewer, ArticleStatus status);
/// Whether a field of an article holds a status.
bool isStatusField(const QString& field);
/// The change that gives the article another title.
Change titleChange(ArticleId article, const QString& title);

} // namespace assay
