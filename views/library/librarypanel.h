// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/articlelistmodel.h"
#include "views/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace assay {

class ArticleDelegate;
class CompositionBar;

/// The project's articles with their progress, sorted and filtered, and the composition of the
/// whole project.
class LibraryPanel : public QWidget {
    Q_OBJECT

public:
    explicit LibraryPanel(QWidget* parent = nullptr);
    void setProject(Project* project);
    void setTheme(const Theme& theme);
    /// Marks the article that the active reader shows.
    void setCurrent(ArticleId article);
    ArticleId current() const;
    QListView* list() const { return m_list; }
    QLineEdit* field() const { return m_field; }
    ArticleFilter* filter() const { return m_filter; }
    void setOrder(ArticleFilter::Order order);
    void setStatus(std::optional<ArticleStatus> status);
    /// Lets the person type another title for the article.
    void startRename(ArticleId article);
    /// What a right click offers besides showing; belongs to the window.
    void setMenuActions(const QList<QAction*>& actions) { m_menuActions = actions; }

signals:
    void chosen(assay::ArticleId article); ///< to be shown in the active reader
    void chosenForOther(assay::ArticleId article);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void refreshCount();
    void showMenu(const QPoint& at);
    void fillOrderMenu();

    Project* m_project = nullptr;
    Theme m_theme;
    QTimer m_rest;
    ArticleListModel* m_model;
    ArticleFilter* m_filter;
    ArticleDelegate* m_delegate;
    QLineEdit* m_field;
    QToolButton* m_order;
    QListView* m_list;
    QLabel* m_empty;
    QStackedWidget* m_pages;
    QLabel* m_legend;
    CompositionBar* m_bar;
    QList<QAction*> m_menuActions;
};

} // namespace assay
