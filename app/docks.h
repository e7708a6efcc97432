// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QHash>
#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;

namespace assay {

/// The panels around the readers: closed, moved, floated and found again by the person; all put
/// away while there is nothing to review.
class Docks : public QObject {
    Q_OBJECT

public:
    explicit Docks(QMainWindow& window);

    /// Adds a panel; `id` names it in the settings. Not `shown`: closed until somebody opens it.
    void add(const QString& id, const QString& title, QWidget* content, Qt::DockWidgetArea area,
        bool shown);
    /// Puts the second panel behind the first, as a tab.
    void tab(const QString& first, const QString& second);
    QWidget* content(const QString& id) const;
    QAction* toggle(const QString& id) const;
    QList<QAction*> toggles() const;

    /// Opens a panel and brings it to the front.
    void show(const QString& id);
    bool isShown(const QString& id) const;
    /// Puts all panels away, or back as they were.
    void setShown(bool shown);
    /// As on the first day.
    void reset();
    void save() const;
    void setTheme(const Theme& theme);

signals:
    void focusFreed(); ///< a panel that closes had it, or Escape leaves it

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QMainWindow& m_window;
    QList<QString> m_order;
    QHash<QString, QDockWidget*> m_docks;
    QHash<QString, std::pair<Qt::DockWidgetArea, bool>> m_first;
    QList<std::pair<QString, QString>> m_tabs;
    QByteArray m_state; ///< while they are put away
    bool m_shown = true;
    bool m_fresh = true; ///< nothing was arranged in this session
};

} // namespace assay
