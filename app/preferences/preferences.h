// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTabWidget;

namespace assay {

class Actions;
class Hints;
struct ReadingStyle;

/// The person's choices. Everything takes hold at once; there is nothing to confirm.
class Preferences : public QDialog {
    Q_OBJECT

public:
    Preferences(Actions& actions, Hints& hints, QWidget* parent);
    QTabWidget* tabs() const { return m_tabs; }

signals:
    void readingChanged(const assay::ReadingStyle& style);
    void lookChanged(); ///< colours, or size of the window's words
    void languageChanged();

private:
    QWidget* makeReading();
    QWidget* makeLook();
    QWidget* makeCues();

    Actions& m_actions;
    Hints& m_hints;
    QTabWidget* m_tabs;
};

} // namespace assay
