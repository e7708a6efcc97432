// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QList>
#include <QObject>

#include <functional>

class QMenu;
class QMenuBar;

namespace assay {

/// One thing a person can do: where it stands in the menus, what it is called, which keys do it.
struct ActionSpec {
    enum Scope {
        Window,
        Reader
    }; ///< Reader: its keys work in the readers only, and are letters elsewhere
    const char* id;
    const char* menu; ///< nullptr: in no menu
    const char* text; ///< English; translated when the action is made
    QList<QKeySequence> keys;
    Scope scope = Window;
    bool separatorBefore = false;
};

/// All actions of the window, made from one table. Menus, tool bar and the card of keys come from
/// it.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QObject* parent);

    QAction* action(const char* id) const;
    /// Runs `handler` whenever the action is triggered.
    void on(const char* id, std::function<void()> handler);
    /// Makes the keys of reader actions work in `reader`, and of window actions in `window`.
    void install(QWidget* window, const QList<QWidget*>& readers);
    /// Fills the menu bar; returns the menu of that name for what the table cannot hold.
    QHash<QByteArray, QMenu*> fill(QMenuBar* bar);
    /// Text and keys of every action, for the card of all keys.
    QList<std::pair<QString, QString>> keys() const;

private:
    QList<ActionSpec> m_table;
    QHash<QByteArray, QAction*> m_actions;
};

} // namespace assay
