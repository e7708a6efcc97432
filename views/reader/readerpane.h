// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/reader/reader.h"

class QLabel;
class QStackedLayout;
class QToolButton;

namespace assay {

class CompositionBar;
class FindBar;
class OverviewRuler;
class TagStripBar;

/// A reader with its head (title, source, composition) and its overview ruler.
class ReaderPane : public QWidget {
    Q_OBJECT

public:
    explicit ReaderPane(QWidget* parent = nullptr);
    Reader* reader() const { return m_reader; }
    FindBar* findBar() const { return m_find; }
    void setProject(Project* project);
    void setTheme(const Theme& theme);
    /// Shows that keys go to this reader.
    void setActive(bool active);

signals:
    void closeRequested();
    void articleDropped(assay::ArticleId article);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void refreshComposition();
    void fitHead();
    void sayComposition();

    Project* m_project = nullptr;
    Theme m_theme;
    bool m_active = false;
    Reader* m_reader;
    OverviewRuler* m_ruler;
    QLabel* m_title;
    QLabel* m_source;
    QLabel* m_hint;
    QToolButton* m_close;
    CompositionBar* m_bar;
    TagStripBar* m_strip;
    FindBar* m_find;
    QTimer m_rest;
    QPoint m_pressed;
    QWidget* m_head;
    QStackedLayout* m_stack;
};

} // namespace assay
