// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

class QWidget;

namespace assay {

class MessageBar;

/// Articles that a colleague erased in another copy: hidden here, their words kept until the person
/// at this file says so.
class ErasuresFlow : public QObject {
    Q_OBJECT

public:
    ErasuresFlow(QWidget* window, MessageBar& messages);

    /// Tells of erasures that wait in the project, now and when they change.
    void watch(Project& project);
    /// The list of them, unticked, each with what would go.
    void show(Project& project);

private:
    void tell(Project& project);
    void tellOfLeftovers(const QStringList& files);

    QWidget* m_window;
    MessageBar& m_messages;
};

} // namespace assay
