// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

#include <functional>

namespace assay {

class BackgroundTask;
class MessageBar;

/// Brings two files into the project, in the background, as one undoable edit; one that is there
/// already is not added again. Calls `then` with both articles, and says what could not be read.
void importToCompare(Project& project, const QStringList& paths, BackgroundTask& task,
    MessageBar& messages, std::function<void(ArticleId a, ArticleId b)> then);

/// A new project file for comparing these two, in a folder of the program's own; empty where that
/// cannot be made.
QString comparisonProject(const QStringList& paths);

} // namespace assay
