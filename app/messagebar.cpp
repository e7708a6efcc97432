// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messagebar.h"

#include <QApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

namespace assay {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(u"messageBar"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->setContentsMargins(14, 7, 10, 7);
    m_row->addWidget(m_text, 1);
    hide();
}

void MessageBar::showMessage(const QString& text, const QList<Choice>& choices, bool isError)
{
    add({ text, choices, isError, {} });
}

void MessageBar::showWhile(
    std::function<bool()> holds, const QString& text, const QList<Choice>& choices, bool isError)
{
    add({ text, choices, isError, std::move(holds) });
}

void MessageBar::add(const Message& message)
{
    constexpr qsizetype mostKept = 4;
    m_messages.removeIf([&](const Message& earlier) {
        return earlier.choices.isEmpty() || earlier.text == message.text;
    });
    if (m_messages.size() >= mostKept)
        m_messages.removeFirst();
    m_messages.append(message);
    put(m_messages.last());
    emit told(message.text, message.isError);
}

void MessageBar::refresh()
{
    removeIf([](const Message& message) { return message.holds && !message.holds(); });
}

void MessageBar::editMade()
{
    removeIf([](const Message& message) {
        return message.isPassing() || (message.holds && !message.holds());
    });
}

/// What shows changes only where the message that shows is gone: a button keeps its focus.
void MessageBar::removeIf(const std::function<bool(const Message&)>& isGone)
{
    if (m_messages.isEmpty())
        return;
    const bool lastGoes = isGone(m_messages.last());
    m_messages.removeIf(isGone);
    if (!lastGoes)
        return;
    freeFocus();
    if (m_messages.isEmpty())
        hide();
    else
        put(m_messages.last());
}

/// Else Qt would give it to whatever comes next, and a key would tag in another article.
void MessageBar::freeFocus()
{
    const QWidget* focus = QApplication::focusWidget();
    if (focus && isAncestorOf(focus))
        emit focusFreed();
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    const auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
    if (event->key() == Qt::Key_Escape)
        close();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && button
        && isAncestorOf(button))
        take(button->text());
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::close()
{
    freeFocus();
    if (!m_messages.isEmpty())
        m_messages.removeLast();
    if (m_messages.isEmpty())
        hide();
    else
        put(m_messages.last());
}

void MessageBar::clear()
{
    freeFocus();
    m_messages.clear();
    hide();
}

void MessageBar::put(const Message& message)
{
    freeFocus();
    for (QPushButton* button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater(); // it may be the one that was clicked
    }
    m_buttons.clear();
    m_text->setText(message.isError ? u"⚠ "_s + message.text : message.text);
    m_text->setAccessibleName(message.text);
    QList<Choice> all = message.choices;
    all.append({ tr("Close"), {} });
    for (const Choice& choice : std::as_const(all)) {
        auto* button = new QPushButton(choice.first);
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the reader
        connect(button, &QPushButton::clicked, this, [this, act = choice.second] {
            close();
            if (act)
                act();
        });
        m_row->addWidget(button);
        m_buttons.append(button);
    }
    setFocusProxy(m_buttons.first());
    show();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

QStringList MessageBar::offers() const
{
    QStringList offers;
    if (!m_messages.isEmpty()) {
        for (const Choice& choice : m_messages.last().choices)
            offers.append(choice.first);
    }
    return offers;
}

void MessageBar::take(const QString& offer)
{
    for (QPushButton* button : std::as_const(m_buttons)) {
        if (button->text() == offer)
            return button->click();
    }
}

void openOutside(const QString& path, MessageBar& messages)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        messages.showMessage(MessageBar::tr("No program on this computer opens %1.").arg(path));
}

} // namespace assay
