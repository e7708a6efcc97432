// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

class QWidget;

namespace assay {

class BackgroundTask;
class MessageBar;

/// Shows where an article came from, gives its original file back, and reads it again with another
/// encoding.
class PropertiesFlow {
public:
    PropertiesFlow(QWidget* window, BackgroundTask& task, MessageBar& messages)
        : m_window(window)
        , m_task(task)
        , m_messages(messages)
    {
    }

    void show(Project& project, ArticleId article);

private:
    void saveOriginal(Project& project, ArticleId article);
    void readAgain(Project& project, ArticleId article, const QString& encoding);

    QWidget* m_window;
    BackgroundTask& m_task;
    MessageBar& m_messages;
};

} // namespace assay
