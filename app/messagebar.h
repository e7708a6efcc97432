// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace assay {

/// One message below the readers with what can be done about it. It never takes the keys away. One
/// that offers something comes back when a later one is closed; one that neither offers anything
/// nor is an error goes with the next edit, and one with a cause goes with that.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    using Choice = std::pair<QString, std::function<void()>>;

    explicit MessageBar(QWidget* parent = nullptr);
    void showMessage(const QString& text, const QList<Choice>& choices = {}, bool isError = false);
    /// The same of something that is so for now: the message goes once `holds` says no, and with
    /// the next edit where it offers nothing. `holds` may be asked often, and must outlive what it
    /// looks at.
    void showWhile(std::function<bool()> holds, const QString& text,
        const QList<Choice>& choices = {}, bool isError = false);
    /// Asks the causes again, and takes away what is not so any more.
    void refresh();
    /// Something was edited: what was said in passing goes.
    void editMade();
    /// Takes all messages away.
    void clear();
    QString text() const;
    QStringList offers() const; ///< what the message that shows can be answered with
    void take(const QString& offer); ///< as if that button was clicked

signals:
    void focusFreed(); ///< a button that goes away had it
    void told(const QString& text, bool isError);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Message {
        QString text;
        QList<Choice> choices;
        bool isError = false;
        std::function<bool()> holds; ///< empty: the message waits for the person

        /// Whether the next edit makes it old news.
        bool isPassing() const { return choices.isEmpty() && (holds || !isError); }
    };
    void add(const Message& message);
    void removeIf(const std::function<bool(const Message&)>& isGone);
    void put(const Message& message);
    void close();
    void freeFocus();

    QList<Message> m_messages; ///< the last one shows
    QLabel* m_text;
    QHBoxLayout* m_row;
    QList<QPushButton*> m_buttons;
};

/// Opens a file or folder with the desktop's program for it; says so where there is none.
void openOutside(const QString& path, MessageBar& messages);

} // namespace assay
