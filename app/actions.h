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
    enum Flag : unsigned { Plain = 0, SeparatorBefore = 1, Checkable = 2 };

    const char* id;
    const char* menu; ///< nullptr: in no menu
    const char* text; ///< English; translated when the action is made
    QList<QKeySequence> keys; ///< as they come; a person may give it others
    Scope scope = Window;
    unsigned flags = Plain;
    const char* icon = nullptr; ///< a file in resources/icons
};

/// The one table: menus, tool bar, legend, palette, the card of keys and the key settings come from
/// it.
QList<ActionSpec> actionTable();
/// A text of the table in the person's language, without the mark of its mnemonic.
QString actionTitle(const char* text);

/// All actions of the window, with the keys that the person chose.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QObject* parent);

    QAction* action(const char* id) const { return action(QByteArray(id)); }
    QAction* action(const QByteArray& id) const;
    const QList<ActionSpec>& table() const { return m_table; }
    /// Runs `handler` whenever the action is triggered.
    void on(const char* id, std::function<void()> handler);
    /// Makes the keys of reader actions work in `reader`, and of window actions in `window`.
    void install(QWidget* window, const QList<QWidget*>& readers);
    /// Fills the menu bar; returns the menu of that name for what the table cannot hold.
    QHash<QByteArray, QMenu*> fill(QMenuBar* bar);

    const QList<QKeySequence>& defaultKeys(const QByteArray& id) const;
    /// Gives the action these keys, remembered in the person's settings; those that another action
    /// had are taken from it.
    void setKeys(const QByteArray& id, const QList<QKeySequence>& keys);
    /// The other action that has this key; empty for none.
    QByteArray ownerOf(const QKeySequence& key, const QByteArray& except) const;
    void resetKeys();
    /// The first key of the action, as a person reads it; empty where it has none.
    QString keyText(const char* id) const;

signals:
    void keysChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void assign(const QByteArray& id, const QList<QKeySequence>& keys);
    void loadKeys();

    QList<ActionSpec> m_table;
    QHash<QByteArray, QAction*> m_actions;
};

} // namespace assay
