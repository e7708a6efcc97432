// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/toolbar.h"

#include "app/actions.h"

#include <QCoreApplication>
#include <QToolBar>
#include <QToolButton>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("ToolBar", text);
}

void fillToolBar(QToolBar& bar, const Actions& actions)
{
    bar.setObjectName(u"tools"_s);
    bar.setMovable(false);
    bar.setContextMenuPolicy(Qt::PreventContextMenu);
    const auto add = [&](const char* id, const QString& text) {
        auto* button = new QToolButton;
        button->setDefaultAction(actions.action(id));
        button->setText(text);
        button->setToolTip(actions.action(id)->toolTip());
        button->setFocusPolicy(Qt::TabFocus);
        button->setObjectName(u"tool-"_s + QLatin1StringView(id));
        // A default action hands its own text to the button whenever it changes.
        QObject::connect(actions.action(id), &QAction::changed, button,
            [button, text] { button->setText(text); });
        bar.addWidget(button);
    };
    const auto space = [&] {
        auto* stretch = new QWidget;
        stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        bar.addWidget(stretch);
    };
    add("add", say("Add articles…"));
    add("export", say("Export PDF…"));
    space();
    add("evidence", say("Evidence   E"));
    add("marketing", say("Marketing   M"));
    add("caveat", say("Caveat   C"));
    add("none", say("None   0"));
    add("unsure", say("Unsure   U"));
    space();
    add("undo", say("Undo"));
    add("redo", say("Redo"));
}

} // namespace assay
