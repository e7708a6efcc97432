// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keycard.h"

#include "app/actions.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace assay {

using namespace Qt::StringLiterals;

void showKeyCard(const Actions& actions, QWidget* parent)
{
    QString rows;
    for (const auto& [text, keys] : actions.keys())
        rows += u"<tr><td style=\"padding:1px 18px 1px 0\">%1</td><td><b>%2</b></td></tr>"_s.arg(
            text.toHtmlEscaped(), keys.toHtmlEscaped());
    auto* box
        = new QMessageBox(QMessageBox::NoIcon, QCoreApplication::translate("KeyCard", "All Keys"),
            u"<table>%1</table>"_s.arg(rows), QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace assay
