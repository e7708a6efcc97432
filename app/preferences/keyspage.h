// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace assay {

class Actions;

/// Gives actions other keys. A key that another action has is named before it is taken.
class KeysPage : public QWidget {
    Q_OBJECT

public:
    explicit KeysPage(Actions& actions);
    QTreeWidget* list() const { return m_list; }
    QKeySequenceEdit* edit() const { return m_edit; }
    QPushButton* assign() const { return m_assign; }
    QLabel* conflict() const { return m_conflict; }

private:
    void fill();
    void filter(const QString& words);
    void choose();
    void warn();
    void apply(bool add);
    QByteArray current() const;

    Actions& m_actions;
    QLineEdit* m_field;
    QTreeWidget* m_list;
    QKeySequenceEdit* m_edit;
    QPushButton* m_assign;
    QPushButton* m_add;
    QPushButton* m_reset;
    QLabel* m_conflict;
};

} // namespace assay
