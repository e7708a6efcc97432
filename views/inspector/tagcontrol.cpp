// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/tagcontrol.h"

#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>

#include <numeric>

namespace assay {

using namespace Qt::StringLiterals;

TagControl::TagControl(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    for (size_t i = 0; i < allTags.size(); ++i) {
        auto* button = new QPushButton(tagTitle(allTags[i]));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the reader
        button->setObjectName(u"segment"_s);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, i] { emit chosen(allTags[i]); });
        m_buttons[i] = button;
    }
    arrange(4);
}

void TagControl::arrange(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (size_t i = 0; i < m_buttons.size(); ++i)
        m_grid->addWidget(
            m_buttons[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
}

int TagControl::neededFor(int columns) const
{
    std::array<int, 4> widths{};
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        int& width = widths[i % static_cast<size_t>(columns)];
        width = std::max(width, m_widths[i]);
    }
    return std::accumulate(widths.begin(), widths.end(), 0);
}

void TagControl::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange(width() < neededFor(4) ? 2 : 4);
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
        QFont bold = QGuiApplication::font(); // a button that is down is bold
        bold.setWeight(QFont::DemiBold);
        const int words = QFontMetrics(bold).horizontalAdvance(m_buttons[i]->text()) + 6;
        m_widths[i] = words + 6; // with its border and padding
        m_buttons[i]->setStyleSheet(
            u"QPushButton { border: 1px solid %1; border-radius: 0; background: %2; color: %3; "
            u"padding: 6px 2px; min-width: %7px; }"
            u"QPushButton:checked { background: %4; border-bottom: 3px solid %5; font-weight: 600; "
            u"padding-bottom: 4px; }"
            u"QPushButton:focus { border: 2px solid %6; }"
            u"QPushButton:disabled { color: %8; background: %9; }"_s.arg(theme.line.name(),
                theme.button.name(), theme.ink.name(), colours.tint.name(), colours.line.name(),
                theme.accent.name(), QString::number(words), theme.muted.name(),
                theme.panel.name()));
    }
    // Two columns always fit; whether four do is seen when the width is known.
    arrange(2);
    setMinimumWidth(neededFor(2));
    arrange(width() < neededFor(4) ? 2 : 4);
}

} // namespace assay
