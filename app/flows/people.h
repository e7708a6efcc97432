// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/project.h"

#include <QObject>

class QMenu;
class QWidget;

namespace assay {

class Desk;
class MessageBar;

/// Who reviews, and whose tags are shown: the menus "Review As" and "Tags of Others".
class People : public QObject {
    Q_OBJECT

public:
    People(QWidget* window, Desk& desk, MessageBar& messages);

    QMenu* reviewAs() const { return m_reviewAs; }
    QMenu* others() const { return m_others; }
    /// Both menus with the entries they would show now.
    QList<QMenu*> filledMenus();
    /// Takes up a project: as whom it was reviewed here before, or as the person's own profile.
    void setProject(Project* project);
    void rename();

    /// As whom the project with that uuid is reviewed on this computer.
    static std::pair<ReviewerId, QString> reviewerFor(const Project& project);

signals:
    void reviewerSet(); ///< the project is reviewed as somebody else, or by another name

private:
    void showOthers(const QList<ReviewerId>& shown);
    void fillReviewAs();
    void fillOthers();
    void review(ReviewerId id, const QString& name);
    void addReviewer();
    void warnOfNamesake();

    QWidget* m_window;
    Desk& m_desk;
    MessageBar& m_messages;
    Project* m_project = nullptr;
    QMenu* m_reviewAs;
    QMenu* m_others;
    QList<ReviewerId> m_shown;
};

} // namespace assay
