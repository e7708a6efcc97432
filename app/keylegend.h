// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QToolButton>

namespace assay {

class Actions;

/// A tool button that shows the key of its action as a keycap beside its words.
class KeyButton : public QToolButton {
    Q_OBJECT

public:
    KeyButton(const QString& text, QWidget* parent = nullptr);
    void setKey(const QString& key);
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QString m_key;
    Theme m_theme;
};

/// The keys used most, always in sight. Where there is no room for all, the last ones go.
class KeyLegend : public QWidget {
    Q_OBJECT

public:
    explicit KeyLegend(const Actions& actions, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 0, sizeHint().height() }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    const Actions& m_actions;
    Theme m_theme;
    QList<std::pair<QString, QString>> m_keys; ///< keycap, what it does
};

} // namespace assay
