// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"
#include "models/project/status.h"
#include "views/theme/theme.h"

class QWidget;

namespace assay {

class BackgroundTask;
class MessageBar;

/// What is done to whole articles: their state, removing and erasing them, looking at their
/// originals, counting what they are made of.
class ArticleFlow {
public:
    ArticleFlow(QWidget* window, BackgroundTask& task, MessageBar& messages);

    void setTheme(const Theme& theme) { m_theme = theme; }
    void setStatus(Project& project, ArticleId article, ArticleStatus status);
    /// Takes the article out of the project, and offers to bring it back.
    void remove(Project& project, ArticleId article);
    /// Asks, then erases the article and everything about it for good.
    void erase(Project& project, ArticleId article);
    /// Shows the source, with the unit that starts at `range` marked.
    void showSource(Project& project, ArticleId article, TextRange range);
    void showStatistics(Project& project);

private:
    bool report(const Expected<GroupId>& edited);

    QWidget* m_window;
    BackgroundTask& m_task;
    MessageBar& m_messages;
    Theme m_theme;
};

} // namespace assay
