// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

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
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_text->setText(isError ? u"⚠ "_s + text : text);
    m_text->setAccessibleName(text);
    QList<Choice> all = choices;
    all.append({ tr("Close"), {} });
    for (const Choice& choice : std::as_const(all)) {
        auto* button = new QPushButton(choice.first);
        connect(button, &QPushButton::clicked, this, [this, act = choice.second] {
            hide();
            if (act)
                act();
        });
        m_row->addWidget(button);
        m_buttons.append(button);
    }
    show();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace assay
