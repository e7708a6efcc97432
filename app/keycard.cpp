// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keycard.h"

#include "app/actions.h"
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
    // NOLINTBEGIN(bugprone-suspicious-missing-comma): long rules go on in a second literal
    const char* const rules[] = {
        QT_TRANSLATE_NOOP(
            "KeyCard", "“Studies show”, with no source: evidence, with no source named."),
        QT_TRANSLATE_NOOP("KeyCard",
            "“Has been found to reduce”: evidence. “Has shown immense promise”: marketing."),
        QT_TRANSLATE_NOOP("KeyCard", "A hedge (may, can, potentially) never makes a caveat."),
        QT_TRANSLATE_NOOP("KeyCard",
            "How it works, alone: none. Carried on to a patient’s benefit with no source: "
            "marketing."),
        QT_TRANSLATE_NOOP("KeyCard", "“Proven”, with no source: marketing."),
        QT_TRANSLATE_NOOP("KeyCard",
            "Safety: a trial’s result is evidence; “safe when given by professionals” marketing; "
            "monitoring as procedure none; a named harm a caveat."),
        QT_TRANSLATE_NOOP("KeyCard", "A sentence that goes on about a cited study: evidence."),
        QT_TRANSLATE_NOOP("KeyCard",
            "Limits of other treatments: none. Claimed superiority: marketing. Never a caveat."),
        QT_TRANSLATE_NOOP("KeyCard", "“Many patients report”, “experts believe”: marketing."),
        QT_TRANSLATE_NOOP("KeyCard", "Two functions: the main clause decides, or split it."),
        QT_TRANSLATE_NOOP("KeyCard", "Headings only if they claim or sell."),
        QT_TRANSLATE_NOOP("KeyCard", "A rhetorical question that leads to an offer: marketing."),
        QT_TRANSLATE_NOOP("KeyCard",
            "A figure about an effect or harm: evidence. How common a condition is: none."),
        QT_TRANSLATE_NOOP("KeyCard", "“However”, “it is important to note” decide nothing alone."),
        QT_TRANSLATE_NOOP("KeyCard", "A place and a treatment as a product: marketing."),
        QT_TRANSLATE_NOOP("KeyCard", "“Not approved”, “off-label”: caveat."),
    };
    // NOLINTEND(bugprone-suspicious-missing-comma)
    QString text = u"<p>%1</p><p>%2</p><p>%3</p><p>%4</p><ol>"_s.arg(
        say("<b>Evidence</b> says that something was found, measured or concluded by research or "
            "an authority, or gives a figure that can be checked. Weak evidence is still "
            "evidence."),
        say("<b>Marketing</b> promotes a treatment or a provider with no support in the "
            "sentence."),
        say("<b>Caveat</b> limits trust in the promoted treatment, or its use: a named harm, "
            "uncertainty, need for research, conditions, cost, durability."),
        say("<b>None</b>: read, and none of the three. That is a decision too."));
    for (const char* rule : rules)
        text += u"<li style=\"margin-bottom:5px\">%1</li>"_s.arg(say(rule).toHtmlEscaped());
    showCard(say("Rules for Hard Cases"), text + u"</ol>"_s, parent);
}

} // namespace assay
