// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/toolbar.h"

#include "app/actions.h"
#include "app/keylegend.h"
#include "views/theme/icons.h"

namespace assay {

using namespace Qt::StringLiterals;

ToolBar::ToolBar(Actions& actions)
    : m_actions(actions)
{
    setObjectName(u"tools"_s);
    setWindowTitle(tr("Tools"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    const auto add = [&](const char* id, const QString& text) {
        auto* button = new KeyButton(text);
        QAction* action = actions.action(id);
        button->setObjectName(u"tool-"_s + QLatin1StringView(id));
        button->setAccessibleName(action->text().remove(u'&'));
        button->setFocusPolicy(Qt::TabFocus);
        button->setEnabled(action->isEnabled());
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
        addWidget(button);
        m_buttons.append({ id, button });
    };
    const auto space = [&] {
        auto* stretch = new QWidget;
        stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        addWidget(stretch);
    };
    add("add", tr("Add articles…"));
    add("export", tr("Export PDF…"));
    space();
    add("evidence", tr("Evidence"));
    add("marketing", tr("Marketing"));
    add("caveat", tr("Caveat"));
    add("none", tr("None"));
    add("unsure", tr("Unsure"));
    space();
    add("undo", tr("Undo"));
    add("redo", tr("Redo"));
    add("find-project", tr("Find"));
    connect(&actions, &Actions::keysChanged, this, &ToolBar::refreshKeys);
    refreshKeys();
}

/// The keys of what is done most stand on the buttons, all others in their tool tips.
void ToolBar::refreshKeys()
{
    static const QList<QByteArray> onButton{ "evidence", "marketing", "caveat", "none", "unsure" };
    for (const auto& [id, button] : std::as_const(m_buttons)) {
        const QString key = m_actions.keyText(id.constData());
        button->setKey(onButton.contains(id) ? key : QString());
        QString tip = m_actions.action(id)->text().remove(u'&');
        if (!key.isEmpty())
            tip += u" ("_s + key + u')';
        button->setToolTip(tip);
    }
}

void ToolBar::setTheme(const Theme& theme)
{
    for (const auto& [id, button] : std::as_const(m_buttons)) {
        button->setTheme(theme);
        for (const ActionSpec& spec : m_actions.table()) {
            if (spec.id == id && spec.icon)
                button->setIcon(themedIcon(QLatin1StringView(spec.icon), theme));
        }
    }
}

} // namespace assay
