// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

#include <functional>

class QWidget;

namespace assay {

class BackgroundTask;
class MessageBar;

/// Brings files into the project in the background, as one undoable edit; says what could not be
/// read and why.
class ImportFlow {
public:
    ImportFlow(QWidget* window, BackgroundTask& task, MessageBar& messages);

    /// Asks for files, then imports them. `show` is called with the first article that came in or
    /// was there.
    void askAndImport(Project& project, std::function<void(ArticleId)> show);
    /// Asks for a newer save of the article and gives it that text, as one undoable edit.
    void askForNewerText(Project& project, ArticleId article);
    void importFiles(
        Project& project, const QStringList& paths, std::function<void(ArticleId)> show);
    void importText(Project& project, const QString& text, std::function<void(ArticleId)> show);

private:
    QWidget* m_window;
    BackgroundTask& m_task;
    MessageBar& m_messages;
};

} // namespace assay
