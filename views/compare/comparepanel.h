// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/matchlistmodel.h"
#include "views/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QSlider;
class QTabBar;

namespace assay {

class MatchDelegate;

/// What two articles have in common, in lists: tabs with counts, a threshold, and the difference
/// of the pair that is looked at.
class ComparePanel : public QWidget {
    Q_OBJECT

public:
    explicit ComparePanel(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    /// See MatchListModel::setComparison().
    void setComparison(const Project* project,
        const std::shared_ptr<const ComparedArticles>& compared,
        const std::shared_ptr<const Comparison>& comparison);
    /// Looks at tags again, soon.
    void refresh();
    /// What is said above the lists: that the articles are being compared, or why they are not.
    void setNotice(const QString& notice);
    /// Shows the difference of a pair and marks its row where the tab has it.
    void setCurrent(const std::optional<Match>& match);
    void showTab(MatchTab tab);

    MatchListModel* model() const { return m_model; }
    QListView* list() const { return m_list; }
    QTabBar* tabs() const { return m_tabs; }
    QSlider* slider() const { return m_slider; }
    /// The difference and the reasons, as rich text.
    QString details();

signals:
    void chosen(const assay::Match& match); ///< a row was chosen; one side may be empty
    void thresholdChanged();
    void left(); ///< back to the readers

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void ringFirstRow();
    void refreshTabs();
    void showDetails();
    QString describe(const Match& match) const;
    static QString whyEmpty(MatchTab tab); ///< what it means that a list has no rows

    const Project* m_project = nullptr;
    std::shared_ptr<const ComparedArticles> m_compared;
    std::optional<Match> m_current;
    Theme m_theme;
    bool m_setting = false; ///< the row is being marked, not chosen
    QTimer m_rest; ///< until tags are looked at again
    QTimer m_show; ///< until the difference is shown
    MatchListModel* m_model;
    MatchDelegate* m_delegate;
    QTabBar* m_tabs;
    QSlider* m_slider;
    QLabel* m_threshold;
    QLabel* m_notice;
    QListView* m_list;
    QLabel* m_details;
};

} // namespace assay
