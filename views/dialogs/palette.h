// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace assay {

/// Everything that can be done, found by typing a few letters of it.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    struct Entry {
        QString title;
        QString place; ///< menu, or what kind of thing it is
        QString keys;
        bool enabled = true;
        std::function<void()> run;
    };

    CommandPalette(QList<Entry> entries, QWidget* parent);
    QLineEdit* field() const { return m_field; }
    QListView* list() const { return m_list; }

    /// How well `title` fits what was typed: the lower the better, -1 not at all. Letters have to
    /// come in order; those that begin words and those that follow each other count for it.
    static int rank(const QString& title, const QString& typed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& typed);
    void run();

    class Rows;

    QList<Entry> m_entries;
    QLineEdit* m_field;
    QListView* m_list;
    QLabel* m_nothing; ///< in the place of an empty list
    Rows* m_rows;
};

} // namespace assay
