// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/tagcontrol.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace assay {

using namespace Qt::StringLiterals;

TagControl::TagControl(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (size_t i = 0; i < allTags.size(); ++i) {
        auto* button = new QPushButton(tagTitle(allTags[i]));
        button->setCheckable(true);
        button->setObjectName(u"segment"_s);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(button->text()) + 12);
        connect(button, &QPushButton::clicked, this, [this, i] { emit chosen(allTags[i]); });
        row->addWidget(button);
        m_buttons[i] = button;
    }
}

void TagControl::setTag(Tag tag)
{
    for (size_t i = 0; i < allTags.size(); ++i)
        m_buttons[i]->setChecked(allTags[i] == tag);
}

void TagControl::setTheme(const Theme& theme)
{
    for (size_t i = 0; i < allTags.size(); ++i) {
        const Theme::TagColours& colours = theme.of(allTags[i]);
        m_buttons[i]->setStyleSheet(
            u"QPushButton { border: 1px solid %1; border-radius: 0; background: %2; color: %3; "
            u"padding: 6px 2px; min-width: 0; }"
            u"QPushButton:checked { background: %4; border-bottom: 3px solid %5; font-weight: 600; "
            u"padding-bottom: 4px; }"
            u"QPushButton:focus { border: 2px solid %6; }"_s.arg(theme.line.name(),
                theme.button.name(), theme.ink.name(), colours.tint.name(), colours.line.name(),
                theme.accent.name()));
    }
}

} // namespace assay
