// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

class QWidget;

namespace assay {

class MessageBar;

/// Takes another copy of the project, or another project, into the open one: shows first what would
/// come in and what of one's own would be overtaken.
class MergeFlow {
public:
    MergeFlow(QWidget* window, MessageBar& messages);

    void askAndMerge(Project& project);
    void merge(Project& project, const QString& path);

private:
    void show(Project& project, const MergePreview& preview);

    QWidget* m_window;
    MessageBar& m_messages;
};

} // namespace assay
