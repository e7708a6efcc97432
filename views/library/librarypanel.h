// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/articlelistmodel.h"
#include "views/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;

namespace assay {

class ArticleDelegate;
class CompositionBar;

/// The project's articles with their progress, and the composition of the whole project.
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

signals:
    void chosen(assay::ArticleId article); ///< to be shown in the active reader
    void chosenForOther(assay::ArticleId article);
    void removeRequested(assay::ArticleId article);

private:
    void refresh();
    void showMenu(const QPoint& at);

    Project* m_project = nullptr;
    Theme m_theme;
    QTimer m_rest;
    ArticleListModel* m_model;
    ArticleDelegate* m_delegate;
    QListView* m_list;
    QLabel* m_heading;
    QLabel* m_legend;
    CompositionBar* m_bar;
};

} // namespace assay
