// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/style.h"

namespace assay {

using namespace Qt::StringLiterals;

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::WindowText, theme.ink);
    palette.setColor(QPalette::Base, theme.paper);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.ink);
    palette.setColor(QPalette::Button, theme.button);
    palette.setColor(QPalette::ButtonText, theme.ink);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.paper);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::ToolTipBase, theme.button);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Mid, theme.line);
    QColor faded = theme.muted;
    palette.setColor(QPalette::Disabled, QPalette::WindowText, faded);
    palette.setColor(QPalette::Disabled, QPalette::Text, faded);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, faded);
    return palette;
}

QString styleSheetOf(const Theme& theme, qreal points)
{
    const auto size = [points](qreal factor) { return QString::number(points * factor, 'f', 2); };
    QString tags;
    for (const Tag tag : allTags)
        tags += u"QToolBar #tool-%1 { border-left: 4px solid %2; }\n"_s.arg(
            tagName(tag), theme.of(tag).line.name());
    // %1 window %2 panel %3 paper %4 line %5 ink %6 muted %7 accent %8 button %9 dark or light
    // %10 to %13 sizes in points
    return uR"(
QMainWindow, QStatusBar { background: %2; }
QMenuBar { background: %2; border-bottom: 1px solid %4; padding: 2px; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: %1; }
QMenu { background: %8; border: 1px solid %4; padding: 4px; color: %5; }
QMenu::item { padding: 5px 28px 5px 20px; border-radius: 4px; }
QMenu::item:selected { background: %7; color: %3; }
QMenu::item:disabled { color: %6; }
QMenu::separator { height: 1px; background: %4; margin: 4px 8px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolBar { background: %2; border: 0; border-bottom: 1px solid %4; spacing: 7px; padding: 6px 10px; }
QToolBar QToolButton { background: %8; border: 1px solid %4; border-radius: 6px; padding: 5px 10px; color: %5; }
QToolBar QToolButton#qt_toolbar_ext_button { padding: 0; border: 0; min-width: 18px; }
QToolBar QToolButton:hover { border-color: %7; }
QToolBar QToolButton:disabled { color: %6; }
QToolButton:focus, QPushButton:focus { border: 2px solid %7; }
QPushButton:disabled { color: %6; background: %2; }
QStatusBar { border-top: 1px solid %4; color: %6; }
QStatusBar QLabel { color: %6; padding: 2px 4px; }
QStatusBar::item { border: 0; }
QSplitter::handle { background: %4; }
QSplitter::handle:hover { background: %7; }
#panel, #panel QListView { background: %2; }
#panel QListView { border: 1px solid transparent; }
#panel QListView:focus, #issues:focus { border: 1px solid %7; }
QListView { border: 0; outline: 0; }
#section { color: %6; font-weight: 600; font-size: %10pt; padding: 12px 14px 6px 14px; }
#dockTitle { background: %2; }
#dockTitle #section { padding: 7px 0 3px 12px; }
#dockTitle QToolButton { background: transparent; border: 0; padding: 3px; border-radius: 4px; }
#dockTitle QToolButton:hover { background: %1; }
#panel QToolButton { background: %8; border: 1px solid %4; border-radius: 7px; padding: 6px 16px 6px 9px; }
#panel QToolButton::menu-indicator { subcontrol-position: right center; right: 5px; }
#panel QTabBar QToolButton { padding: 0; border-radius: 3px; }
QDockWidget { background: %2; }
QMainWindow::separator { background: %4; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: %7; }
QTabBar::tab { background: %1; color: %6; padding: 6px 14px; border: 1px solid %4; border-bottom: 0; }
QTabBar::tab:selected { background: %2; color: %5; font-weight: 600; border-top: 2px solid %7; }
QTabBar::tab:focus { color: %7; }
QTabWidget::pane { border: 1px solid %4; background: %2; }
#issues { background: %2; }
#empty { color: %6; padding: 24px 14px; }
#findBar { background: %2; border-top: 1px solid %4; }
#palette { background: %2; border: 1px solid %6; }
#palette QListView { background: %2; }
#palette QLineEdit { font-size: %12pt; }
#inspector { background: %2; }
#inspector #section { padding: 12px 0 2px 0; }
#readerHead { background: %2; border-bottom: 1px solid %4; border-top: 2px solid transparent; }
#readerHead[active="true"] { border-top: 2px solid %7; }
#title { font-weight: 600; font-size: %11pt; }
#small, #hint, #quote { color: %6; }
#hint { font-size: %12pt; background: %3; }
QPlainTextEdit, QLineEdit { background: %3; border: 1px solid %4; border-radius: 7px; padding: 6px 8px; color: %5; placeholder-text-color: %6; selection-background-color: %7; selection-color: %3; }
QPlainTextEdit:focus, QLineEdit:focus { border: 2px solid %7; padding: 5px 7px; }
QPushButton { background: %8; border: 1px solid %4; border-radius: 6px; padding: 6px 14px; color: %5; }
QPushButton:hover { border-color: %7; }
QPushButton:default { border-color: %7; }
QComboBox, QDoubleSpinBox, QKeySequenceEdit { min-height: 18px; }
QComboBox { background: %8; border: 1px solid %6; border-radius: 6px; padding: 4px 8px; color: %5; }
QComboBox:hover { border-color: %7; }
QComboBox:focus { border: 2px solid %7; padding: 3px 7px; }
QComboBox:disabled { color: %6; background: %2; }
QComboBox::drop-down { border: 0; width: 20px; subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow { image: url(:/icons/down-on-%9.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: %8; color: %5; border: 1px solid %6; selection-background-color: %7; selection-color: %3; }
QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border: 1px solid %6; border-radius: 3px; background: %3; }
QSlider::sub-page:horizontal { height: 4px; border: 1px solid %6; border-radius: 3px; background: %6; }
QSlider::handle:horizontal { width: 12px; margin: -6px 0; border: 1px solid %5; border-radius: 7px; background: %7; }
QSlider::handle:horizontal:focus { border: 2px solid %5; }
QHeaderView::section { background: %1; color: %5; border: 0; border-right: 1px solid %4; border-bottom: 1px solid %4; padding: 5px 8px; }
QTableView { gridline-color: %4; background: %3; }
QToolTip { background: %8; color: %5; border: 1px solid %4; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px; border: 1px solid %6; border-radius: 4px; background: %3; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: %7; border-color: %7; image: url(:/icons/check-on-%9.svg); }
QCheckBox:focus { color: %7; }
#messageBar { background: %1; border-top: 1px solid %4; }
#welcome { background: %3; }
#welcomeTitle { font-size: %13pt; font-weight: 600; }
QScrollBar:vertical { background: %1; width: 13px; margin: 0; }
QScrollBar::handle:vertical { background: %4; min-height: 28px; border-radius: 4px; margin: 2px; border: 1px solid %6; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)"_s.arg(theme.window.name(), theme.panel.name(), theme.paper.name(), theme.line.name(),
               theme.ink.name(), theme.muted.name(), theme.accent.name(), theme.button.name(),
               theme.isDark() ? u"dark"_s : u"light"_s)
               .arg(size(0.85), size(1.08), size(1.15), size(1.85))
        // A style sheet keeps the application's font from reaching widgets that are there already.
        + u"QWidget { font-size: %1pt; }\n"_s.arg(size(1)) + tags;
}

} // namespace assay
