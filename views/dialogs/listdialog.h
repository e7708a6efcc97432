// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QAbstractItemModel;
class QHBoxLayout;
class QListView;
class QPushButton;

namespace assay {

/// A list with a sentence above it and buttons that work on the chosen row. Stays beside the window
/// it belongs to, so that what the list leads to can be seen.
class ListDialog : public QDialog {
    Q_OBJECT

public:
    /// Takes the model over.
    ListDialog(
        const QString& title, const QString& about, QAbstractItemModel* model, QWidget* parent);

    /// Breaks long entries into lines, where each has to be read; for short lists.
    void showWhole();
    /// A button that is enabled while a row is chosen. The first one is also what Enter and a
    /// double click do.
    void addButton(const QString& text, std::function<void(int row)> act);
    /// A button that works on no row; what Enter does.
    QPushButton* addStanding(const QString& text);
    QListView* list() const { return m_list; }

private:
    void refresh();

    QListView* m_list;
    QHBoxLayout* m_row;
    QList<QPushButton*> m_buttons;
};

} // namespace assay
