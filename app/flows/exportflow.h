// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

#include <functional>

class QWidget;

namespace assay {

class BackgroundTask;
class MessageBar;

/// Makes annotated PDFs in the background: of one article into a file, of several into a folder.
/// What is there already is replaced only when the person says so.
class ExportFlow {
public:
    ExportFlow(QWidget* window, BackgroundTask& task, MessageBar& messages);

    /// Asks where to, then exports.
    void exportArticles(Project& project, const QList<ArticleId>& articles);
    /// Exports to these files, one an article, replacing what is there.
    void exportTo(Project& project, const QList<ArticleId>& articles, const QStringList& paths);

private:
    QStringList askForPaths(const Project& project, const QList<ArticleId>& articles);

    QWidget* m_window;
    BackgroundTask& m_task;
    MessageBar& m_messages;
};

} // namespace assay
