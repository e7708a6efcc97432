// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks.h"

#include "views/theme/icons.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QSettings>
#include <QToolButton>

namespace assay {

using namespace Qt::StringLiterals;

/// Of the arrangement that is remembered: another number forgets it.
static constexpr int stateVersion = 1;

namespace {

/// The panel's name, and buttons to float and close it. Takes no mouse events: the panel is
/// dragged by it.
class DockTitle final : public QWidget {
public:
    explicit DockTitle(QDockWidget* dock)
        : m_float(new QToolButton)
        , m_close(new QToolButton)
    {
        setObjectName(u"dockTitle"_s);
        setAttribute(Qt::WA_StyledBackground);
        auto* name = new QLabel(dock->windowTitle().toUpper());
        name->setObjectName(u"section"_s);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 2, 6, 0);
        row->setSpacing(0);
        row->addWidget(name, 1);
        const auto set = [&](QToolButton* button, const QString& text) {
            button->setAutoRaise(true);
            button->setToolTip(text);
            button->setAccessibleName(text);
            button->setFocusPolicy(Qt::NoFocus); // the View menu does the same by keyboard
            row->addWidget(button);
        };
        set(m_float, Docks::tr("Float %1").arg(dock->windowTitle()));
        set(m_close, Docks::tr("Close %1").arg(dock->windowTitle()));
        connect(m_float, &QToolButton::clicked, dock,
            [dock] { dock->setFloating(!dock->isFloating()); });
        connect(m_close, &QToolButton::clicked, dock, &QDockWidget::close);
    }
    void setTheme(const Theme& theme)
    {
        m_float->setIcon(themedIcon(u"float"_s, theme));
        m_close->setIcon(themedIcon(u"close"_s, theme));
        for (QToolButton* each : { m_float, m_close })
            each->setIconSize({ 12, 12 });
    }

private:
    QToolButton* m_float;
    QToolButton* m_close;
};

} // namespace

/// The side where a person who reads from right to left looks first is the right one.
static Qt::DockWidgetArea mirrored(Qt::DockWidgetArea area)
{
    if (QGuiApplication::layoutDirection() != Qt::RightToLeft)
        return area;
    return area == Qt::LeftDockWidgetArea ? Qt::RightDockWidgetArea
        : area == Qt::RightDockWidgetArea ? Qt::LeftDockWidgetArea
                                          : area;
}

Docks::Docks(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    window.setDockOptions(QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
}

void Docks::add(
    const QString& id, const QString& title, QWidget* content, Qt::DockWidgetArea area, bool shown)
{
    auto* dock = new QDockWidget(title, &m_window);
    dock->setObjectName(id);
    dock->setWidget(content);
    dock->setTitleBarWidget(new DockTitle(dock));
    dock->installEventFilter(this);
    area = mirrored(area);
    m_window.addDockWidget(area, dock);
    dock->setVisible(shown);
    m_order.append(id);
    m_docks.insert(id, dock);
    m_first.insert(id, { area, shown });
}

/// Else Qt would give the focus to whatever comes next, and a key would tag there.
bool Docks::eventFilter(QObject* watched, QEvent* event)
{
    const QWidget* focus = QApplication::focusWidget();
    const auto* dock = qobject_cast<QDockWidget*>(watched);
    if (event->type() == QEvent::Close && dock && focus && dock->isAncestorOf(focus))
        emit focusFreed();
    // Whatever in a panel has no use for Escape lets it through to here.
    if (event->type() == QEvent::KeyPress && dock
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        emit focusFreed();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void Docks::tab(const QString& first, const QString& second)
{
    m_window.tabifyDockWidget(m_docks.value(first), m_docks.value(second));
    m_docks.value(second)->setVisible(m_first.value(second).second);
    m_tabs.append({ first, second });
}

QWidget* Docks::content(const QString& id) const
{
    return m_docks.value(id)->widget();
}

QAction* Docks::toggle(const QString& id) const
{
    return m_docks.value(id)->toggleViewAction();
}

QList<QAction*> Docks::toggles() const
{
    QList<QAction*> all;
    for (const QString& id : m_order)
        all.append(toggle(id));
    return all;
}

void Docks::show(const QString& id)
{
    m_docks.value(id)->show();
    m_docks.value(id)->raise();
}

bool Docks::isShown(const QString& id) const
{
    return !m_docks.value(id)->visibleRegion().isEmpty();
}

void Docks::setShown(bool shown)
{
    if (shown == m_shown)
        return;
    if (!shown) {
        // What was arranged last time, until there is something new to remember.
        m_state = std::exchange(m_fresh, false) ? QSettings().value("window/docks"_L1).toByteArray()
                                                : m_window.saveState(stateVersion);
        for (QDockWidget* dock : std::as_const(m_docks))
            dock->hide();
    } else {
        if (m_state.isEmpty() || !m_window.restoreState(m_state, stateVersion))
            reset();
        m_state.clear();
    }
    for (const QString& id : std::as_const(m_order))
        toggle(id)->setEnabled(shown);
    m_shown = shown;
}

void Docks::reset()
{
    for (const QString& id : std::as_const(m_order)) {
        QDockWidget* dock = m_docks.value(id);
        dock->setFloating(false);
        m_window.addDockWidget(m_first.value(id).first, dock);
    }
    for (const auto& [first, second] : std::as_const(m_tabs))
        m_window.tabifyDockWidget(m_docks.value(first), m_docks.value(second));
    for (const QString& id : std::as_const(m_order))
        m_docks.value(id)->setVisible(m_first.value(id).second);
    m_window.resizeDocks({ m_docks.value(u"articles"_s), m_docks.value(u"sentence"_s) },
        { 248, 290 }, Qt::Horizontal);
}

void Docks::save() const
{
    QSettings().setValue("window/docks"_L1, m_shown ? m_window.saveState(stateVersion) : m_state);
}

void Docks::setTheme(const Theme& theme)
{
    for (QDockWidget* dock : std::as_const(m_docks))
        static_cast<DockTitle*>(dock->titleBarWidget())->setTheme(theme);
}

} // namespace assay
