// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/reader/reader.h"

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace assay {

/// Finds words in the article of one reader: marks all of them, walks from one to the next.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(Reader* reader, QWidget* parent = nullptr);
    void setProject(Project* project) { m_project = project; }
    QLineEdit* field() const { return m_field; }

    /// Shows the bar with the cursor in it; what is selected in the article is looked for.
    void start();
    /// Goes to the next find (1) or the one before (-1), around the ends.
    void step(int by);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void find();
    qsizetype hitAtCursor() const;
    void show(qsizetype hit);
    void finish();

    Reader* m_reader;
    Project* m_project = nullptr;
    QLineEdit* m_field;
    QLabel* m_count;
    QBoxLayout* m_row;
    QString m_text; ///< the text that m_folded is of
    QString m_folded;
    QList<TextRange> m_hits;
    qsizetype m_current = -1;
};

} // namespace assay
