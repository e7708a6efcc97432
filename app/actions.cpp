// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions.h"

#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QWidget>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

static QString translated(const char* text)
{
    return QCoreApplication::translate("Actions", text);
}

static QString settingOf(const QByteArray& id)
{
    return u"keys/"_s + QString::fromLatin1(id);
}

Actions::Actions(QObject* parent)
    : QObject(parent)
    , m_table(actionTable())
{
    for (const ActionSpec& spec : std::as_const(m_table)) {
        auto* action = new QAction(translated(spec.text), this);
        action->setObjectName(QLatin1StringView(spec.id));
        action->setShortcuts(spec.keys);
        action->setCheckable(spec.flags & ActionSpec::Checkable);
        // Qt would move actions called "Preferences" or "About" by guessing at their text.
        action->setMenuRole(QAction::NoRole);
        action->setShortcutContext(
            spec.scope == ActionSpec::Reader ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
        m_actions.insert(spec.id, action);
    }
    loadKeys();
    QCoreApplication::instance()->installEventFilter(this);
}

/// While a menu is open its letters are the menu's: the reader under it keeps the focus, and would
/// take "C" for a caveat.
bool Actions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && QApplication::activePopupWidget()) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void Actions::loadKeys()
{
    QSettings settings;
    settings.beginGroup("keys"_L1);
    for (const QString& id : settings.childKeys()) {
        QAction* action = m_actions.value(id.toLatin1());
        if (!action)
            continue; // of another version
        QList<QKeySequence> keys;
        for (const QString& key : settings.value(id).toStringList())
            keys.append(QKeySequence(key, QKeySequence::PortableText));
        action->setShortcuts(keys);
    }
    // A key that a person chose is theirs, whatever a newer table gives it to: one key for two
    // actions would run neither.
    for (const QString& id : settings.childKeys()) {
        QAction* mine = m_actions.value(id.toLatin1());
        for (QAction* other : std::as_const(m_actions)) {
            if (!mine || other == mine || settings.contains(other->objectName()))
                continue;
            QList<QKeySequence> left = other->shortcuts();
            left.removeIf([&](const QKeySequence& key) { return mine->shortcuts().contains(key); });
            other->setShortcuts(left);
        }
    }
}

QAction* Actions::action(const QByteArray& id) const
{
    Q_ASSERT(m_actions.contains(id));
    return m_actions.value(id);
}

void Actions::on(const char* id, std::function<void()> handler)
{
    connect(action(id), &QAction::triggered, this, [handler = std::move(handler)] { handler(); });
}

void Actions::install(QWidget* window, const QList<QWidget*>& readers)
{
    for (const ActionSpec& spec : std::as_const(m_table)) {
        if (spec.scope == ActionSpec::Window) {
            window->addAction(action(spec.id));
            continue;
        }
        for (QWidget* reader : readers)
            reader->addAction(action(spec.id));
    }
}

QHash<QByteArray, QMenu*> Actions::fill(QMenuBar* bar)
{
    QHash<QByteArray, QMenu*> menus;
    for (const ActionSpec& spec : std::as_const(m_table)) {
        if (!spec.menu)
            continue;
        QMenu*& menu = menus[spec.menu];
        if (!menu)
            menu = bar->addMenu(translated(spec.menu));
        if (spec.flags & ActionSpec::SeparatorBefore)
            menu->addSeparator();
        menu->addAction(action(spec.id));
    }
    return menus;
}

const QList<QKeySequence>& Actions::defaultKeys(const QByteArray& id) const
{
    static const QList<QKeySequence> none;
    const auto spec = std::find_if(
        m_table.begin(), m_table.end(), [&](const ActionSpec& each) { return each.id == id; });
    return spec == m_table.end() ? none : spec->keys;
}

void Actions::assign(const QByteArray& id, const QList<QKeySequence>& keys)
{
    action(id)->setShortcuts(keys);
    QSettings settings;
    if (keys == defaultKeys(id)) {
        settings.remove(settingOf(id));
        return;
    }
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts.append(key.toString(QKeySequence::PortableText));
    settings.setValue(settingOf(id), texts);
}

void Actions::setKeys(const QByteArray& id, const QList<QKeySequence>& keys)
{
    for (const QKeySequence& key : keys) {
        if (const QByteArray owner = ownerOf(key, id); !owner.isEmpty()) {
            QList<QKeySequence> left = action(owner)->shortcuts();
            left.removeAll(key);
            assign(owner, left);
        }
    }
    assign(id, keys);
    emit keysChanged();
}

QByteArray Actions::ownerOf(const QKeySequence& key, const QByteArray& except) const
{
    for (const ActionSpec& spec : m_table) {
        if (spec.id != except && action(spec.id)->shortcuts().contains(key))
            return spec.id;
    }
    return {};
}

void Actions::resetKeys()
{
    for (const ActionSpec& spec : std::as_const(m_table))
        action(spec.id)->setShortcuts(spec.keys);
    QSettings().remove("keys"_L1);
    emit keysChanged();
}

QString Actions::keyText(const char* id) const
{
    return action(id)->shortcut().toString(QKeySequence::NativeText);
}

} // namespace assay
