// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace assay {

/// One message below the readers with what can be done about it. It never takes the keys away.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    using Choice = std::pair<QString, std::function<void()>>;

    explicit MessageBar(QWidget* parent = nullptr);
    void showMessage(const QString& text, const QList<Choice>& choices = {}, bool isError = false);
    QString text() const;

private:
    QLabel* m_text;
    QHBoxLayout* m_row;
    QList<QWidget*> m_buttons;
};

} // namespace assay
