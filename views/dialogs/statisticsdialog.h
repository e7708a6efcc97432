// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statistics/composition.h"

#include <QDialog>

class QComboBox;
class QStandardItemModel;
class QTableView;

namespace assay {

/// What one article is made of.
struct ArticleStatistics {
    QString title;
    Composition sentences;
    Composition words;
    double firstCaveat = -1; ///< share of the text before it; -1 without one
};

/// What each article and the whole project are made of, by sentences or by words.
class StatisticsDialog : public QDialog {
    Q_OBJECT

public:
    /// `agreement`: lines about how far reviewers agree; none where there is one only.
    StatisticsDialog(
        QList<ArticleStatistics> articles, const QStringList& agreement, QWidget* parent);
    QTableView* table() const { return m_table; }
    QComboBox* counting() const { return m_counting; }

private:
    void fill();
    void copy() const;

    QList<ArticleStatistics> m_articles;
    QComboBox* m_counting;
    QStandardItemModel* m_model;
    QTableView* m_table;
};

} // namespace assay
