// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keycard.h"

#include "app/actions.h"
#include "app/manual/manual.h"
#include "app/translations.h"
#include "views/dialogs/card.h"

#include <QCoreApplication>

namespace assay {

using namespace Qt::StringLiterals;

static QString say(const char* text)
{
    return QCoreApplication::translate("KeyCard", text);
}

/// One menu's actions as a table.
static QString rowsOf(const Actions& actions, const QByteArray& menu)
{
    QString rows;
    for (const ActionSpec& spec : actions.table()) {
        if (menu != spec.menu || actions.action(spec.id)->shortcuts().isEmpty())
            continue;
        QStringList keys;
        for (const QKeySequence& key : actions.action(spec.id)->shortcuts())
            keys.append(u"<b>%1</b>"_s.arg(key.toString(QKeySequence::NativeText).toHtmlEscaped()));
        QString title = actionTitle(spec.text);
        if (title.endsWith(u'…'))
            title.chop(1);
        rows += u"<tr><td style=\"padding-right:14px\">%1</td><td>%2</td></tr>"_s.arg(
            title.toHtmlEscaped(), keys.join(u" &nbsp; "_s));
    }
    return u"<h3>%1</h3><table cellspacing=\"3\">%2</table>"_s.arg(
        actionTitle(menu.constData()).toHtmlEscaped(), rows);
}

QString keyCardText(const Actions& actions)
{
    QList<QByteArray> menus;
    for (const ActionSpec& spec : actions.table()) {
        if (spec.menu && !menus.contains(spec.menu))
            menus.append(spec.menu);
    }
    // What tags and moves first: it is looked up most.
    QStringList left, right;
    for (const QByteArray& menu : std::as_const(menus)) {
        const bool first = menu == "&Tag" || menu == "&Article";
        (first ? left : right).append(rowsOf(actions, menu));
    }
    std::reverse(left.begin(), left.end());
    return u"<table width=\"100%\"><tr><td width=\"50%\">%1</td><td width=\"50%\">%2</td></tr></table>"_s
        .arg(left.join(QString()), right.join(QString()));
}

void showKeyCard(const Actions& actions, QWidget* parent)
{
    showCard(say("All Keys"), keyCardText(actions), parent);
}

void showRules(QWidget* parent)
{
    showCard(say("Rules for Hard Cases"), manual::page(shownLanguage(), u"22-rules"_s), parent);
}

} // namespace assay
