// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace assay {

/// What is shown while no project is open, or while the open one has no article: what to do first.
class Welcome : public QWidget {
    Q_OBJECT

public:
    explicit Welcome(QWidget* parent = nullptr);
    /// `hasProject`: a project is open and empty.
    void refresh(bool hasProject, const QStringList& recent);

signals:
    void newRequested();
    void openRequested();
    void addRequested();
    void sampleRequested();
    void compareRequested();
    void recentChosen(const QString& path);

private:
    QLabel* m_title;
    QLabel* m_text;
    QVBoxLayout* m_buttons;
};

} // namespace assay
