// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/searchmodel.h"
#include "views/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace assay {

class ResultDelegate;

/// Finds sentences in the whole project by their words, tag, reviewer, flag and note.
class SearchPanel : public QWidget {
    Q_OBJECT

public:
    explicit SearchPanel(QWidget* parent = nullptr);
    void setProject(Project* project);
    void setTheme(const Theme& theme);

    QLineEdit* field() const { return m_field; }
    QListView* list() const { return m_list; }
    SearchModel* model() const { return m_model; }
    /// Puts the cursor into the field, with `text` in it if there is any.
    void startTyping(const QString& text = {});
    /// Lists all sentences that pass, whatever their words.
    void showAll(const UnitFilter& filter);
    /// Goes to the result `steps` below the one shown, around the ends.
    void step(int steps);
    /// Offers nobody's tags but the reviewer's own.
    void setBlind(bool blind);

signals:
    void placeChosen(const assay::Place& place);
    void resultsChanged(); ///< the hits are others
    void left(); ///< back to the readers

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void ask();
    void takeFilter();
    void fillReviewers();
    void refreshCount();
    void keepCurrent(const std::function<void()>& change);
    void choose(const QModelIndex& index);

    Project* m_project = nullptr;
    bool m_blind = false;
    bool m_listed = false; ///< the filter is that of a list somebody asked for
    bool m_isNext = false; ///< the current row took the place of one that is gone
    bool m_stale = false; ///< the texts changed while nobody looked
    QString m_needle; ///< of the results that are shown
    ProjectSearch m_search;
    SearchModel* m_model;
    ResultDelegate* m_delegate;
    QTimer m_rest;
    QLineEdit* m_field;
    QCheckBox* m_words;
    QComboBox* m_tag;
    QComboBox* m_who;
    QCheckBox* m_unsure;
    QCheckBox* m_noted;
    QLabel* m_count;
    QListView* m_list;
};

} // namespace assay
